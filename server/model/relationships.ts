// What patients are to the persons who hold their policies: our words and the codes of claims (SBR02, PAT01).

const CODES: Readonly<Record<string, string>> = {
  self: '18',
  spouse: '01',
  child: '19',
  employee: '20',
  'organ-donor': '39',
  'cadaver-donor': '40',
  'life-partner': '53',
  other: 'G8',
};
const WORDS = new Map(Object.entries(CODES).map(([word, code]) => [code, word]));

/** The code of a relationship; `G8`, other, for what is none of ours. */
export function relationshipCodeOf(word: string): string {
  return Object.hasOwn(CODES, word) ? CODES[word] : CODES.other;
}

/** The word for a code; `other` for what is none of ours. */
export function relationshipWordOf(code: string): string {
  return WORDS.get(code) ?? 'other';
}

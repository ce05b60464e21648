// How titles and queries become words: one way for both, so that they meet.

const ROMAN = new Map([['ii', '2'], ['iii', '3'], ['iv', '4'], ['vi', '6'], ['vii', '7'], ['viii', '8'], ['ix', '9']]);
/** `40.0-44.9` is found by 42: every whole number of a range is a word of the title. */
const LONGEST_RANGE = 60;
const NUMBERED = new Set(['type', 'stage', 'grade', 'class', 'bipolar', 'phase', 'category']);

/** Lower case, plain Latin letters, no possessive `'s`. */
export function fold(text: string): string {
  let plain = text.toLowerCase();
  if (/[^\x00-\x7F]/.test(plain)) plain = plain.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[\u2018\u2019]/g, "'");
  return plain.replace(/'s\b/g, '').replace(/'/g, '');
}

/** The words of a text in order: letters and digits, everything else parts them. `b/l` and `w/o` stay whole in queries only. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}

/**
 * The search words of one blank-separated piece of a title: its parts, a hyphenated piece also joined, Roman
 * numerals also as digits, a range of numbers also as each of them. `before` is the word in front, which tells that a lone `I` is a number.
 */
export function termsOfPiece(piece: string, before: string): string[] {
  const parts = wordsOf(piece);
  const terms = [...parts];
  if (parts.length > 1 && piece.includes('-') && parts.every((part) => /^[a-z]+$/.test(part))) terms.push(parts.join(''));
  const range = /(\d+)(?:\.\d+)?-(\d+)/.exec(piece);
  if (range) {
    const last = Math.min(Number(range[2]), Number(range[1]) + LONGEST_RANGE);
    for (let number = Number(range[1]) + 1; number <= last; number++) terms.push(String(number));
  }
  for (const part of parts) {
    const digit = part === 'i' && NUMBERED.has(before) ? '1' : ROMAN.get(part);
    if (digit) terms.push(digit);
  }
  return terms;
}

/** `iii` is `3`; a lone `i` or `v` only behind a word that is counted, such as stage or type. */
export function digitOfRoman(word: string, before: string): string | undefined {
  if (NUMBERED.has(before)) {
    if (word === 'i') return '1';
    if (word === 'v') return '5';
  }
  return ROMAN.get(word);
}

const ENDINGS = [
  'ations', 'ation', 'ically', 'osis', 'otic', 'oses', 'ities', 'ancies', 'encies', 'ising', 'izing',
  'ancy', 'ency', 'ical', 'ious', 'ions', 'ives', 'ings', 'ated', 'ized',
  'ism', 'ion', 'ive', 'ing', 'ity', 'ies', 'ied', 'ant', 'ent', 'ous', 'ial', 'ics', 'ate', 'ety',
  'ic', 'al', 'ed', 'es', 'ia', 'is', 'um', 'us', 'ae', 'or', 'er', 'en', 'ly', 'y', 's', 'e', 'a',
];

/** A word without its endings, so that `diabetic` and `diabetes`, `esophageal` and `esophagus` meet. */
export function stemOf(plural: string): string {
  const word = plural.length > 6 && /[^suieo]s$/.test(plural) ? plural.slice(0, -1) : plural;
  if (word.length < 5 || /\d/.test(word)) return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  const once = withoutEnding(word, 4);
  return once.length > 6 ? withoutEnding(once, 6) : once;
}

function withoutEnding(word: string, least: number): string {
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= least) return word.slice(0, word.length - ending.length);
  }
  return word;
}

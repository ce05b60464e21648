// What the reader is told about a term, and its two renderings.

export type PartKind = 'prefix' | 'root' | 'suffix';

/** One building block of a composed word, as it stands in the word. */
export interface WordPart {
  readonly text: string;
  readonly meaning: string;
  readonly kind: PartKind;
}

/** The answer to "what does this mean": plain data without markup. */
export interface Explanation {
  /** The listed spelling; for a word known only by its parts, the word itself. */
  readonly term: string;
  readonly kind: 'term' | 'abbreviation' | 'word-parts';
  /** The category of a glossary term: anatomy, condition, billing … */
  readonly category?: string;
  /** The definition, the words an abbreviation stands for, or the meanings of the parts in order. */
  readonly meaning: string;
  /** For an abbreviation: the definition of what it stands for, where the glossary has it. */
  readonly detail?: string;
  /** Other meanings of the same abbreviation, the likeliest first. */
  readonly alternatives: readonly string[];
  /** Why the abbreviation should not be written, and what to write instead. */
  readonly caution?: string;
  readonly parts: readonly WordPart[];
}

/** The explanation as plain text, one thought a line. */
export function describe(explanation: Explanation): string {
  return linesOf(
    explanation,
    (text) => text,
    (text) => text,
  ).join('\n');
}

/** The explanation as markdown for a hover. */
export function describeInMarkdown(explanation: Explanation): string {
  return linesOf(explanation, escapeMarkdown, (text) => `**${text}**`).join('\n\n');
}

function linesOf(explanation: Explanation, escape: (text: string) => string, strong: (text: string) => string): string[] {
  const { term, kind, category, meaning, detail, alternatives, caution, parts } = explanation;
  const lines: string[] = [];
  if (kind === 'word-parts') {
    lines.push(`${strong(escape(parts.map((part) => part.text).join('·')))}: ${escape(meaning)}`);
  } else {
    lines.push(`${strong(escape(term))}${category ? ` (${escape(category)})` : ''}: ${escape(meaning)}`);
    if (detail) lines.push(escape(detail));
    if (parts.length > 0) {
      const split = parts.map((part) => part.text).join('·');
      lines.push(escape(`${split}: ${parts.map((part) => part.meaning).join(' · ')}`));
    }
  }
  if (alternatives.length > 0) lines.push(`Also: ${alternatives.map(escape).join('; ')}`);
  if (caution) lines.push(`${strong('Caution')}: ${escape(caution)}`);
  return lines;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`);
}

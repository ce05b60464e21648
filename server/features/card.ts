// What a hover or `superbill explain` says: a title and lines, drawn as markdown or as plain text.

export interface Card {
  readonly title: string;
  /** Drawn as it is written; empty lines are left out. */
  readonly lines: readonly string[];
}

export function cardMarkdown(card: Card): string {
  return [`**${escapeMarkdown(card.title)}**`, ...card.lines.filter(Boolean).map(escapeMarkdown)].join('  \n');
}

export function cardText(card: Card): string {
  return [card.title, ...card.lines.filter(Boolean).map((line) => `  ${line}`)].join('\n');
}

/** Text that markdown would read as markup stands for itself. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

// Rows of a code set as read from a file, before they are compiled; and the reader of our own tab-separated files.
import type { CodeSetId } from './code-set';

/** One code as read. Code as printed (with its dot), title with single spaces, dates ISO. */
export interface Row {
  readonly code: string;
  readonly title: string;
  readonly billable: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly more: Readonly<Record<string, string>>;
}

/** A chapter or block of the tabular list: `A00-B99` and its title. */
export interface Block {
  readonly range: string;
  readonly title: string;
}

/**
 * Reads a tab-separated file with a header line. Columns `code`, `title`, `billable`, `from`, `to` are
 * taken by name, all others go to `more`. Lines without a code are left out.
 */
export function readRows(text: string): Row[] {
  const lines = text.split('\n');
  const names = (lines[0] ?? '').replace(/^\uFEFF|\r$/g, '').split('\t');
  const [code, title, billable, from, to] = ['code', 'title', 'billable', 'from', 'to'].map((name) => names.indexOf(name));
  const others = names.flatMap((name, column) => ([code, title, billable, from, to].includes(column) ? [] : [{ name, column }]));
  const rows: Row[] = [];
  for (let index = 1; index < lines.length; index++) {
    const cells = lines[index].split('\t');
    const written = cells[code]?.trim();
    if (!written) continue;
    const more: Record<string, string> = {};
    for (const { name, column } of others) {
      const cell = cells[column]?.trim();
      if (cell) more[name] = cell;
    }
    const [first, last] = [cells[from]?.trim(), cells[to]?.trim()];
    rows.push({
      code: written,
      title: tidy(cells[title] ?? ''),
      billable: cells[billable]?.trim() !== '0',
      more,
      ...(first ? { from: first } : {}),
      ...(last ? { to: last } : {}),
    });
  }
  return rows;
}

/** Reads chapters and blocks: columns `range` and `title` below a header, others are passed over. */
export function readBlocks(text: string): Block[] {
  const [header, ...lines] = text.split(/\r?\n/);
  const names = header.split('\t');
  const range = names.indexOf('range');
  const title = names.indexOf('title');
  return lines.flatMap((line) => {
    const cells = line.split('\t');
    return cells[range] && cells[title] ? [{ range: cells[range].trim(), title: tidy(cells[title]) }] : [];
  });
}

/** One space between words, none around. */
export function tidy(text: string): string {
  const trimmed = text.trim();
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** The form in which a code is looked up: capitals, without dot and spaces. */
export function keyOf(code: string): string {
  return code.toUpperCase().replace(/[.\s]/g, '');
}

/** The form in which a code is printed. */
export function printedCode(set: CodeSetId, key: string): string {
  return set === 'icd-10-cm' && key.length > 3 ? `${key.slice(0, 3)}.${key.slice(3)}` : key;
}

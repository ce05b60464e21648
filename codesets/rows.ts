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
  const lines = text.split(/\r?\n/);
  const names = (lines[0] ?? '').replace(/^\uFEFF/, '').split('\t');
  const rows: Row[] = [];
  for (let index = 1; index < lines.length; index++) {
    const cells = lines[index].split('\t');
    const row = { code: '', title: '', billable: true, more: {} as Record<string, string> };
    const dates: { from?: string; to?: string } = {};
    names.forEach((name, column) => {
      const cell = (cells[column] ?? '').trim();
      if (name === 'code') row.code = cell;
      else if (name === 'title') row.title = tidy(cell);
      else if (name === 'billable') row.billable = cell !== '0';
      else if (cell === '') return;
      else if (name === 'from') dates.from = cell;
      else if (name === 'to') dates.to = cell;
      else row.more[name] = cell;
    });
    if (row.code) rows.push({ ...row, ...dates });
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

// What importers share: how a file is handed to them, how they answer, and how a file is refused.
import type { CodeSetId, Layer } from './code-set';
import type { Pair } from './pairs';
import type { Block, Row } from './rows';

/** A text file of a release. The name only helps to tell the edition; the layout is told by the content. */
export interface ReleaseFile {
  readonly name: string;
  readonly text: string;
}

/** What an importer made of a publisher's file. */
export interface Imported {
  readonly set: CodeSetId;
  /** What it adds to the set, where it is not the codes themselves. */
  readonly layer?: Layer;
  readonly title: string;
  readonly publisher: string;
  /** For people: `FY2026`, `2026-10`. */
  readonly edition: string;
  readonly effective: { readonly from: string; readonly to?: string };
  readonly licence: string;
  readonly rows: readonly Row[];
  readonly blocks?: readonly Block[];
  /** Code pairs in the place of rows. */
  readonly pairs?: readonly Pair[];
}

/** Reads one layout of one publisher. */
export interface Importer {
  /** Whether the text is laid out so, told by its first lines. */
  recognises(text: string): boolean;
  /** Reads the whole file or throws a refusal. `names` are the names of the file and its archive; `edition` is what the user said. */
  read(text: string, names: readonly string[], edition?: string): Imported[];
}

/** Why a file is refused whole. `line` counts from 1; absent where the file as a whole is the matter. */
export class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly line?: number,
  ) {
    super(line === undefined ? reason : `line ${line}: ${reason}`);
  }
}

/** No publisher's line is longer; a longer one is not a line of text. */
const LONGEST_LINE = 20_000;

/** Calls for every line with its number from 1; blank lines are passed over. */
export function eachLine(text: string, visit: (line: string, number: number) => void): void {
  let number = 0;
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end > start && text[end - 1] === '\r' ? end - 1 : end);
    start = end + 1;
    number++;
    if (line.length > LONGEST_LINE) throw new Refusal('is far too long for a line of a code set', number);
    if (line.trim() !== '') visit(line, number);
  }
}

/** The first lines of a text that are not blank. */
export function firstLines(text: string, count: number): string[] {
  return text
    .slice(0, 40_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, count);
}

/** `20261001` as `2026-10-01`; undefined for anything else. */
export function isoDate(digits: string): string | undefined {
  const match = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(digits.trim());
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}

/** A tab that stands before any comma of its line. */
const WITH_TABS = /^[^,\n]*\t/m;

/** Records with commas between their cells, or with tabs as a spreadsheet gives them. */
export function readRecords(text: string): { fields: string[]; line: number }[] {
  const clean = text.replace(/^\uFEFF/, '');
  if (!WITH_TABS.test(clean.slice(0, 4000))) return readCsv(clean);
  return clean
    .split('\n')
    .map((line, index) => ({ fields: line.replace(/\r$/, '').split('\t'), line: index + 1 }))
    .filter(({ fields }) => fields.some((cell) => cell.trim() !== ''));
}

/** Splits a comma-separated text into its fields, quotes respected. */
export function readCsv(text: string): { fields: string[]; line: number }[] {
  const records: { fields: string[]; line: number }[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endRecord = (): void => {
    fields.push(field);
    if (fields.some((value) => value.trim() !== '')) records.push({ fields, line: begun });
    fields = [];
    field = '';
    begun = line;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\n') line++;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
      if (field.length > LONGEST_LINE) throw new Refusal('has a quote that never ends', begun);
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      fields.push(field);
      field = '';
    } else if (sign === '\n') endRecord();
    else if (sign !== '\r') field += sign;
  }
  if (quoted) throw new Refusal('has a quote that never ends: the file is cut off', begun);
  if (field !== '' || fields.length > 0) endRecord();
  return records;
}

// The order files of ICD-10-CM and ICD-10-PCS: fixed columns, one code a line, in tabular order.
import { type Imported, Refusal, eachLine, firstLines } from './import';
import { type Row, printedCode, tidy } from './rows';

/** Columns (from 0): order number 0-4, code 6-12, billable 14, short title 16-75, long title from 77. */
const LINE = /^(\d{5}) ([A-Z0-9]{3,7}) *([01]) /;
const LONG_TITLE = 77;

/** Whether a text is laid out as an order file, and of which set: told by its first codes. */
export function isOrderFile(text: string, set: 'icd-10-cm' | 'icd-10-pcs'): boolean {
  const lines = firstLines(text, 3);
  if (lines.length === 0 || !lines.every((line) => LINE.test(line) && line.length > LONG_TITLE)) return false;
  return lines[0].slice(6, 7) < 'A' === (set === 'icd-10-pcs');
}

/** Reads an order file. Refuses it whole when a line breaks the layout or the numbering, or when the end is missing. */
export function readOrderFile(text: string, set: 'icd-10-cm' | 'icd-10-pcs'): Row[] {
  const shape = set === 'icd-10-cm' ? /^[A-Z][0-9A-Z]{2,6}$/ : /^[0-9A-HJ-NP-Z]{3}([0-9A-HJ-NP-Z]{4})?$/;
  const rows: Row[] = [];
  const seen = new Set<string>();
  let complete = false;
  let order = 0;
  let last = 0;
  eachLine(text, (line, number) => {
    last = number;
    const parts = LINE.exec(line);
    if (!parts) throw new Refusal('is not laid out as an order file: order number, code, 0 or 1, titles', number);
    const code = parts[2];
    const title = tidy(line.slice(LONG_TITLE));
    const next = String(++order).padStart(5, '0');
    if (parts[1] !== next) throw new Refusal(`has the order number ${parts[1]} where ${next} belongs`, number);
    if (!shape.test(code)) throw new Refusal(`${code} is not a code of this set`, number);
    if (title === '') throw new Refusal(`${code} has no long title: the line is cut off`, number);
    if (seen.has(code)) throw new Refusal(`${code} stands there twice`, number);
    seen.add(code);
    complete ||= set === 'icd-10-cm' ? code.startsWith('Z99') : code.startsWith('X');
    rows.push({ code: printedCode(set, code), title, billable: parts[3] === '1', more: {} });
  });
  if (rows.length === 0) throw new Refusal('the file is empty');
  if (!complete) throw new Refusal(`the list ends with ${rows[rows.length - 1].code}: the file is cut off`, last);
  if (!rows[rows.length - 1].billable) throw new Refusal('the last line is a category without codes: the file is cut off', last);
  return rows;
}

/** The fiscal year of a release, from what the user said or from the names of its files, with its first and last day. */
export function fiscalYear(names: readonly string[], edition?: string): Pick<Imported, 'edition' | 'effective'> {
  const said = /(20\d\d)/.exec(edition ?? '') ?? names.map((name) => /(20\d\d)/.exec(name)).find((found) => found !== null);
  if (!said) throw new Refusal('the fiscal year stands in none of the file names: say which it is, for example FY2026');
  const year = Number(said[1]);
  return { edition: `FY${year}`, effective: { from: `${year - 1}-10-01`, to: `${year}-09-30` } };
}

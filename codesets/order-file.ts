// The order files of ICD-10-CM and ICD-10-PCS: fixed columns, one code a line, in tabular order.
import { Refusal } from './import';
import { type Row, printedCode, tidy } from './rows';

/** Columns (from 0): order number 0-4, code 6-12, billable 14, short title 16-75, long title from 77. */
const LINE = /^\d{5} ([A-Z0-9]{3,7}) *([01]) /;
const LONG_TITLE = 77;

/** Whether a text is laid out as an order file: by its first lines, whatever it is called. */
export function isOrderFile(text: string): boolean {
  return text.slice(0, 4000).split(/\r?\n/).slice(0, 3).every((line) => LINE.test(line) && line.length > LONG_TITLE);
}

/** Diagnoses begin with a letter and a digit; procedures have three or seven signs. Told by the codes themselves. */
export function orderFileSet(text: string): 'icd-10-cm' | 'icd-10-pcs' {
  return text.slice(6, 9) < 'A' ? 'icd-10-pcs' : 'icd-10-cm';
}

/** Reads an order file. Refuses it whole when a line breaks the layout, the order or the count of its parts. */
export function readOrderFile(text: string): Row[] {
  const set = orderFileSet(text);
  const shape = set === 'icd-10-cm' ? /^[A-Z][0-9A-Z]{2,6}$/ : /^[0-9A-HJ-NP-Z]{3}([0-9A-HJ-NP-Z]{4})?$/;
  const rows: Row[] = [];
  let before = '';
  let line = 0;
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const content = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    start = end + 1;
    line++;
    if (content.trim() === '') continue;
    if (content.length > 1000) throw new Refusal('is far longer than a line of an order file', line);
    const parts = LINE.exec(content);
    if (!parts) throw new Refusal('is not laid out as an order file: order number, code, 0 or 1, titles', line);
    const code = parts[1];
    const title = tidy(content.slice(LONG_TITLE));
    if (!shape.test(code)) throw new Refusal(`${code} is not a code of this set`, line);
    if (title === '') throw new Refusal(`${code} has no long title: the line is cut off`, line);
    if (code === before) throw new Refusal(`${code} stands there twice`, line);
    rows.push({ code: printedCode(set, code), title, billable: parts[2] === '1', more: {} });
    before = code;
  }
  if (rows.length === 0) throw new Refusal('the file is empty');
  if (!rows[rows.length - 1].billable) throw new Refusal('the last line is a category without codes: the file is cut off', line);
  return rows;
}

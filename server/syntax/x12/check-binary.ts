// BIN and BDS hold data of any kind: only the length that they state can be checked.
import type { ElementFinding, SegmentContext } from './check-segment';
import { reference, replacement } from './problem';
import { endOf, type Scan, startOf } from './scan';

/** Is this a segment whose last element is data of any kind, delimiters included? */
export const isBinary = (id: string): boolean => id === 'BIN' || id === 'BDS';

/** The length that the segment states against the data that it holds. */
export function checkBinary(context: SegmentContext, id: string, scan: Scan): void {
  const { text } = context;
  const element = id === 'BIN' ? 1 : 2;
  const segmentEnd = endOf(scan, scan.size);
  const isStated = element <= scan.size;
  const from = isStated ? startOf(scan, element) : segmentEnd,
    to = isStated ? endOf(scan, element) : segmentEnd;
  const stated = text.slice(from, to);
  const name = reference(id, element);
  const tell = (found: Pick<ElementFinding, 'kind' | 'message' | 'codes' | 'span' | 'fix'>): void =>
    context.report({ ...found, reference: name, element, data: '784' });
  if (!/^\d{1,15}$/.test(stated)) {
    tell({
      kind: stated === '' ? 'missing-element' : 'invalid-number',
      span: { start: from, end: to },
      message: `${name} (length of the data) must be a whole number`,
      codes: { ik304: '8', ik403: stated === '' ? '1' : '6' },
    });
    return;
  }
  const start = element + 1 > scan.size ? to : to + 1,
    end = segmentEnd;
  // Lengths are bytes: beyond plain letters one character may take several.
  const length = new TextEncoder().encode(text.slice(start, end)).length;
  if (Number(stated) === length || Number(stated) === end - start) return;
  tell({
    kind: 'mismatched-count',
    span: { start: from, end: to },
    message: `${name} says ${stated} characters, there are ${length}`,
    codes: { ik304: '8', ik403: '7' },
    fix: replacement(`Set ${name} to ${length}`, { start: from, end: to }, String(length), false),
  });
}

// What the elements of an answer to an interchange (TA1) say together: verdict, reason and day.
import { isDate } from './formats';
import { problem, reference, type X12Problem } from './problem';
import type { X12Document } from './read';

const NO_ERROR = '000';

/** TA1 tells a verdict with its reason, of an interchange that came before this one. */
export function checkReceipt(document: X12Document, ta1: number, isa: number | undefined, report: (found: X12Problem) => void): void {
  const { segments } = document;
  const tell = (element: number, message: string, severity: X12Problem['severity'] = 'error'): void =>
    report(
      problem({
        kind: 'mismatched-receipt',
        severity,
        message: `${reference('TA1', element)} ${message}`,
        span: segments.element(ta1, element).span,
        segment: ta1,
        segmentId: 'TA1',
        reference: reference('TA1', element),
        element,
        codes: { ta105: '024' },
        snip: 4,
      }),
    );
  const [day, verdict, reason] = [2, 4, 5].map((n) => segments.text(ta1, n));
  if (verdict === 'A' && /^\d{3}$/.test(reason) && reason !== NO_ERROR) tell(5, `is ${reason}, a fault, but TA104 accepts without one (A)`);
  if ((verdict === 'E' || verdict === 'R') && reason === NO_ERROR) tell(5, `is 000, no fault, but TA104 is ${verdict}`);
  const made = isa === undefined ? '' : segments.text(isa, 9);
  // Examples and tests stand in one envelope for all years.
  if (isShortDate(day) && isShortDate(made) && day > made)
    tell(2, `is ${day}: the interchange that is answered was made before this one, of ${made}`, 'warning');
}

const isShortDate = (text: string): boolean => text.length === 6 && isDate(text, 0, 6);

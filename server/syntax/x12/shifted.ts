// Segments whose elements stand one place off: a separator forgotten or one too many is one fault, not one for each element.
import { checkSegment, type ElementFinding, type SegmentContext } from './check-segment';
import type { SegmentUse } from './guide';
import { reference, replacement } from './problem';
import type { X12Document } from './read';
import { Scanner } from './scan';

/** With fewer errors in a segment nobody looks for a shift. */
const FEWEST = 2;
/** A longer segment, in characters, or one with many more elements than the guide knows, is wrong in another way: to try each place would take long. */
const LONGEST = 1000;

/** One finding in place of many, where one separator more or less puts the segment in order. `start`: where the segment stands in the text. */
export function findShift(
  context: SegmentContext,
  use: SegmentUse,
  id: string,
  start: number,
  end: number,
  found: readonly Pick<ElementFinding, 'severity' | 'codes'>[],
): ElementFinding | undefined {
  if (end - start > LONGEST || found.filter(({ severity }) => severity === 'error').length < FEWEST) return undefined;
  const mark = context.separators.element;
  const written = context.text.slice(start, end).split(mark);
  if (written.length > use.elements.length + 2) return undefined;
  const codes = found[0]?.codes ?? {};
  let at = start + written[0].length + 1;
  let absent: ElementFinding | undefined;
  for (let n = 1; n < written.length; at += written[n].length + 1, n++) {
    const value = written[n];
    if (value === '') continue;
    const name = reference(id, n);
    const place = {
      span: { start: at, end: at + value.length },
      reference: name,
      element: n,
      data: use.elements[n - 1]?.data,
      codes,
      snip: 2 as const,
    };
    const short = value.length > 20 ? `${value.slice(0, 20)}…` : value;
    const errors = errorsOf(context, use, id, [...written.slice(0, n), '', ...written.slice(n)].join(mark));
    if (errors.length === 0)
      return {
        ...place,
        kind: 'missing-element',
        message: `From ${name} on the elements stand one place too early: a ${mark} is missing before ${short}`,
        fix: replacement(`Insert a ${mark}`, { start: at, end: at }, mark, false),
      };
    const [only] = errors;
    const isAbsent = only?.kind === 'missing-element' && only.component === undefined && only.element !== undefined;
    // Before the empty ones in front of it, it is the same text.
    if (errors.length === 1 && isAbsent && written.slice(only.element, n).every((each) => each === ''))
      absent ??= { ...only, span: place.span, message: `${only.message}: what follows stands one place too early` };
    if (written[n - 1] !== '' || n < 2) continue;
    if (errorsOf(context, use, id, written.toSpliced(n - 1, 1).join(mark)).length === 0)
      return {
        ...place,
        kind: 'unused-element',
        message: `From ${name} on the elements stand one place too late: there is a ${mark} too many before ${short}`,
        fix: replacement(`Remove a ${mark}`, { start: at - 1, end: at }, '', false),
      };
  }
  return absent;
}

/** Does an end of an envelope hold its count and number, one place too late? */
export function isTrailerShifted({ segments }: Pick<X12Document, 'segments'>, segment: number): boolean {
  const size = segments.size(segment);
  let filled = 0;
  for (let n = 1; n <= size && size < 10; n++) if (segments.text(segment, n) !== '') filled++;
  return size > 2 && filled === 2;
}

function errorsOf({ separators, known }: SegmentContext, use: SegmentUse, id: string, text: string): ElementFinding[] {
  const errors: ElementFinding[] = [];
  const report = (finding: ElementFinding): void => {
    if ((finding.severity ?? 'error') === 'error') errors.push(finding);
  };
  checkSegment({ text, separators, report, ...(known && { known }) }, use, id, new Scanner(text, separators).read(0, text.length));
  return errors;
}

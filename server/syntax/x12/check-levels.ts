// The levels of a transaction's hierarchy: their numbers, the level above each, and whether there are levels below.
import { problem, reference, replacement, type X12Problem } from './problem';
import type { Transaction, X12Document } from './read';
import type { Frame } from './walk';

/** A level of the hierarchy as it stands in the file. */
export interface Level {
  readonly segment: number;
  /** HL01, HL02 and HL04. */
  readonly number: string;
  readonly above: string;
  readonly more: string;
  /** Its elements stand where they should. */
  readonly isRead: boolean;
  readonly loop: string;
  /** How many levels enclose it. */
  readonly depth: number;
}

/** The level that an HL opens, in its loop. */
export function levelOf({ segments }: X12Document, segment: number, { loop, parent }: Frame): Level {
  let depth = 0;
  for (let frame = parent; frame; frame = frame.parent) if (frame.headed && frame.loop.lead.id === 'HL') depth++;
  const more = segments.text(segment, 4),
    allowed = loop.lead.elements[3]?.codes;
  return {
    segment,
    number: segments.text(segment, 1),
    above: segments.text(segment, 2),
    // What the guide does not allow is told as such.
    more: !allowed || allowed.has(more) ? more : '',
    isRead: true,
    loop: loop.id,
    depth,
  };
}

/**
 * HL01 counts from 1, HL02 names the level above, HL04 tells whether there are levels below. `from`: the segments that the numbers
 * of each level's segment count from, where it is not the first.
 */
export function checkLevels(
  document: X12Document,
  { first, end }: Transaction,
  levels: readonly Level[],
  found: X12Problem[],
  from?: readonly number[],
): void {
  const { segments } = document;
  const open: { readonly index: number; readonly level: Level; children: number }[] = [];
  const segmentOf = (index: number): number => (index < levels.length ? levels[index].segment + (from?.[index] ?? 0) : end);
  const tell = (index: number, element: number, message: string, truth: string, severity: 'error' | 'warning' = 'error'): void => {
    const { loop } = levels[index];
    const segment = segmentOf(index);
    const { span } = segments.element(segment, element);
    found.push(
      problem({
        kind: 'mismatched-level',
        message: `${reference('HL', element)} ${message}`,
        span,
        segment,
        segmentId: 'HL',
        position: segment - first + 1,
        loop,
        reference: reference('HL', element),
        element,
        data: DATA[element],
        codes: { ik304: '8', ik403: '7' },
        severity,
        snip: 1,
        fix: replacement(`Set ${reference('HL', element)} to ${truth}`, span, truth, false),
      }),
    );
  };
  /** Does an AAA refuse the question on this level? Then what was asked below stays without an answer. */
  const isRefused = (index: number): boolean => {
    for (let at = segmentOf(index); at < segmentOf(index + 1); at++) if (segments.id(at) === 'AAA') return true;
    return false;
  };
  const close = ({ index, level, children }: (typeof open)[number]): void => {
    const truth = children > 0 ? '1' : '0';
    if (!level.isRead || (level.more !== '0' && level.more !== '1') || level.more === truth) return;
    if (level.more === '0') tell(index, 4, 'says 0, but a level stands below', truth);
    // Published answers that refuse who asked repeat the 1 of the question.
    else tell(index, 4, 'says 1, but no level stands below', truth, isRefused(index) ? 'warning' : 'error');
  };
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i];
    const truth = String(i + 1);
    // Numbers that go on from a wrong one are no further faults.
    if (level.isRead && level.number !== truth && (i === 0 || level.number !== String(Number(levels[i - 1].number) + 1)))
      tell(i, 1, `is ${level.number || 'empty'}, but this is level number ${truth}`, truth);
    while (open.length > level.depth) close(open.pop() as (typeof open)[number]);
    const above = open.at(-1);
    if (above) {
      above.children++;
      if (level.isRead && level.above !== above.level.number && level.above !== String(above.index + 1)) {
        tell(i, 2, `is ${level.above || 'empty'}, but the level above is ${above.level.number}`, above.level.number);
      }
    }
    open.push({ index: i, level, children: 0 });
  }
  for (const one of open) close(one);
}

/** Data elements of HL. */
const DATA: Readonly<Record<number, string>> = { 1: '628', 2: '734', 4: '736' };

// What may come next: the segments that the guide allows behind a segment, for completion.
import type { Child, LoopUse, SegmentUse } from './guide';
import { loopsAt, useOf } from './describe';
import { transactionAt } from './enclosing';
import type { LoopInstance } from './loops';
import type { X12Document } from './read';

export interface ExpectedSegment {
  readonly id: string;
  /** The code that makes it this use, where one code does, and the element that it stands in. */
  readonly code: string | undefined;
  readonly element: number | undefined;
  readonly name: string;
  readonly required: boolean;
  /** The loop that it would stand in or begin. */
  readonly loop: string;
  /** What the guide says of it there. */
  readonly use: SegmentUse;
}

/** The segments that may stand behind a segment, nearest loop first. Nothing where no guide is known. */
export function expectedAfter(document: X12Document, segment: number): readonly ExpectedSegment[] {
  const transaction = transactionAt(document, segment);
  const loops = transaction && loopsAt(document, transaction, segment);
  const instance = loops?.of(segment);
  if (!loops || !instance) return [];
  const found: ExpectedSegment[] = [];
  let before: Child | undefined = instance.use.children.find((child) => child.use === useOf(document, segment));
  for (let each: LoopInstance | undefined = instance; each; each = each.parent) {
    const slot = before?.slot ?? 0;
    for (const child of each.use.children) {
      if (child.slot < slot || child.slot === 0) continue;
      if (uses(document, each, child, segment) >= child.use.max) continue;
      found.push(expected(child, each.use));
    }
    const parent: LoopInstance | undefined = each.parent;
    const own: LoopUse = each.use;
    before = parent?.use.children.find((child) => child.use === own || (child.use.kind === 'loop' && child.use.id === own.id));
  }
  return found;

  /** How often a child stands in a loop up to the segment. */
  function uses({ segments }: X12Document, within: LoopInstance, child: Child, last: number): number {
    if (child.use.kind === 'loop') {
      const { id } = child.use;
      return loops?.instances.filter((each) => each.parent === within && each.id === id && each.first <= last).length ?? 0;
    }
    let count = 0;
    for (let i = within.first; i <= Math.min(last, segments.count - 1); i++) {
      if (loops?.of(i) === within && loops.use(i) === child.use) count++;
    }
    return count;
  }
}

function expected({ use, lead }: Child, within: LoopUse): ExpectedSegment {
  const codes = [...(lead.key?.codes ?? [])];
  return {
    id: lead.id,
    code: codes.length === 1 ? codes[0] : undefined,
    element: lead.key?.element,
    name: use.name,
    required: use.usage === 'R',
    loop: use.kind === 'loop' ? use.id : within.id,
    use: lead,
  };
}

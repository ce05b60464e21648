// What is wrong in an X12 file, with the exact place and the codes that a receiver would answer with.
import type { Edit, Problem, Span } from '../tree';

/** A problem of an X12 file. `kind` is the second half of the rule's id, `x12/…`. */
export interface X12Problem extends Problem {
  readonly severity: 'error' | 'warning' | 'information';
  /** SNIP type: 1 syntax and envelopes, 2 the guide's own demands, 5 code lists kept elsewhere. */
  readonly snip: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** The segment's number in the document. For what is missing, the segment after which it should stand. */
  readonly segment: number;
  /** The position that a 999 names (IK302): ST counts as 1. Undefined outside of a transaction. */
  readonly position: number | undefined;
  /** The segment's name, for what is missing the missing one's. */
  readonly segmentId: string;
  /** Such as `2010AA`; '' in the transaction's head and outside. */
  readonly loop: string;
  /** Such as `N403` or `SV101-03`; the segment's name where a whole segment is meant. */
  readonly reference: string;
  readonly element: number | undefined;
  readonly component: number | undefined;
  readonly repetition: number | undefined;
  /** The segment, where its elements stand elsewhere than in their places: what rules read there is none of it. */
  readonly unread?: Span;
  /** The data element's number (IK402). */
  readonly data: string | undefined;
  /** Codes of the answer: 999 IK304, IK403, IK502, AK905; TA1 TA105. */
  readonly codes: {
    readonly ik304?: string;
    readonly ik403?: string;
    readonly ik502?: string;
    readonly ak905?: string;
    readonly ta105?: string;
  };
}

/** Everything about a problem that differs from the plain case. */
export type ProblemParts = Pick<X12Problem, 'kind' | 'message' | 'span' | 'segment' | 'segmentId' | 'codes'> &
  Partial<Omit<X12Problem, 'codes'>>;

/** Fills in what is not said: an error of type 1 on a whole segment. */
export function problem(parts: ProblemParts): X12Problem {
  return {
    severity: 'error',
    snip: 1,
    position: undefined,
    loop: '',
    reference: parts.segmentId,
    element: undefined,
    component: undefined,
    repetition: undefined,
    data: undefined,
    ...parts,
  };
}

/** A reader keeps no more problems than this: nobody reads more, and a broken file could have millions. */
export const MOST = 2000;

/** Adds a problem to a reader's list, as long as there is room. */
export function note(problems: Problem[], found: Problem): void {
  if (problems.length < MOST) problems.push(found);
  else if (problems.length === MOST) {
    problems.push({ span: found.span, kind: 'further-problems', message: 'There are more problems than are shown: correct these first' });
  }
}

/** `N403`, `SV101-03`. */
export function reference(segmentId: string, element: number, component?: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${segmentId}${two(element)}${component === undefined ? '' : `-${two(component)}`}`;
}

/** A fix that replaces one stretch of text. */
export function replacement(title: string, span: Span, text: string, safe: boolean): { title: string; safe: boolean; edits: Edit[] } {
  return { title, safe, edits: [{ span, text }] };
}

/** `A`, `A or B`, `A, B or C`; long lists are cut. */
export function oneOf(codes: Iterable<string>): string {
  const all = [...codes];
  if (all.length > 12) return `${all.slice(0, 10).join(', ')} or ${all.length - 10} others`;
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} or ${last}`;
}

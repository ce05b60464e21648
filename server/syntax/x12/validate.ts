// Validation of a document: envelopes (SNIP type 1) and the guide's own demands (type 2), with exact places.
import { checkEnvelopes } from './check-envelopes';
import { GuideCheck, type KnownCode } from './check-guide';
import { checkLevels } from './check-levels';
import type { Guide } from './guide';
import { guideOf } from './guides';
import { problem, type X12Problem } from './problem';
import { readX12, type Transaction, type X12Document } from './read';
import { inOneGo, type Steps } from '../steps';
import { unjoinedProblem } from './wrapped';

export type { X12Problem } from './problem';

export interface ValidateOptions {
  /** At most so many problems are given; the rest is summed up in one. Default 10,000. */
  readonly limit?: number;
  /**
   * Judges codes of lists kept elsewhere (`pos`, `reason`, `remark_code`, `claim_status`, …): false for a code that does
   * not exist, undefined where it cannot be told. States, countries and currencies are judged without it.
   */
  readonly known?: KnownCode;
}

/** Everything that is wrong by SNIP types 1 and 2, in the order of the text. Never fails. */
export function validate(document: X12Document, options: ValidateOptions = {}): X12Problem[] {
  return inOneGo(validateSteps(document, options));
}

/** The same in steps of a few milliseconds, so that an editor can do other things between them. */
export function* validateSteps(document: X12Document, options: ValidateOptions = {}): Steps<X12Problem[]> {
  const { limit = 10_000 } = options;
  const { joined } = document;
  if (joined) {
    const inJoined = yield* validateSteps(readX12(joined.text, undefined, true), options);
    return inTextOrder([joined.problem, ...inJoined.map((each) => unjoinedProblem(each, joined))]);
  }
  const found: X12Problem[] = [];
  const report = (each: X12Problem): void => {
    if (found.length <= limit) found.push(each);
  };
  checkEnvelopes(document, report, () => found.length > limit);
  for (const interchange of document.interchanges) {
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) {
        if (found.length > limit) continue;
        for (const each of yield* validateTransactionSteps(document, transaction, options)) report(each);
      }
    }
  }
  inTextOrder(found);
  return found.length > limit ? [...found.slice(0, limit), furtherProblems(document, found)] : found;
}

function inTextOrder(found: X12Problem[]): X12Problem[] {
  return found.sort((a, b) => a.span.start - b.span.start || a.segment - b.segment);
}

/** The same for the inside of one transaction: an editor checks again only what was edited. */
export function validateTransaction(
  document: X12Document,
  transaction: Transaction,
  { limit = 10_000, known }: ValidateOptions = {},
  guide: Guide | undefined = guideOf(document, transaction),
): X12Problem[] {
  return inOneGo(validateTransactionSteps(document, transaction, { limit, known }, guide));
}

/** So many segments are one step. */
const STEP = 500;

function* validateTransactionSteps(
  document: X12Document,
  transaction: Transaction,
  options: ValidateOptions,
  guide: Guide | undefined = guideOf(document, transaction),
): Steps<X12Problem[]> {
  const { limit = 10_000 } = options;
  const { first, end } = transaction;
  const found: X12Problem[] = [];
  const check = new GuideCheck(document, transaction, guide, found, options.known);
  let here = first;
  while (here < end && found.length <= limit) {
    const next = Math.min(here + STEP, end);
    check.take(here, next);
    here = next;
    yield;
  }
  check.finish(here);
  checkLevels(document, transaction, check.levels, found);
  return found;
}

function furtherProblems(document: X12Document, found: readonly X12Problem[]): X12Problem {
  const last = found.at(-1);
  return problem({
    kind: 'further-problems',
    message: 'There are more problems than are shown: correct these first',
    severity: 'information',
    span: last?.span ?? { start: 0, end: 0 },
    segment: last?.segment ?? 0,
    segmentId: document.segments.count > 0 ? document.segments.id(0) : '',
    codes: {},
  });
}

// The findings of an X12 file of any size, read in pieces: the guide and the rules, one transaction in memory at a time.
import { fileDayOf } from '../../model/lower-837';
import type { Finding } from '../../rules/rule';
import { ClaimsInParts, type RuleWorld } from '../../rules/run';
import type { Span } from '../../syntax/tree';
import { enclosing } from '../../syntax/x12/enclosing';
import type { Transaction, X12Document } from '../../syntax/x12/read';
import { joiningStream, validateTransactions } from '../../syntax/x12/stream';
import type { X12Problem } from '../../syntax/x12/validate';
import { unjoinedFinding } from '../../syntax/x12/wrapped';
import { codeJudge, findingOf, placed } from './check';
import { shifted } from './found';
import { furtherProblems, MOST } from './located';
import { boxOfFinding } from './paper-box';

export interface X12Check {
  /** Takes the next piece of the text, cut anywhere. */
  push(text: string): void;
  /** There is no more text: all findings in the order of the text, by offsets in the whole. */
  end(): Finding[];
}

/**
 * Finds what `checkX12` finds: as many errors and as many others at most, errors behind any number of others. Claims that are sent twice in
 * different transactions are told, too.
 */
export function checkX12Stream(world: RuleWorld, uri: string): X12Check {
  const findings: Finding[] = [];
  const claims = new ClaimsInParts(uri, world);
  let day = world.today;
  let pending: X12Problem[] = [];
  const judge = codeJudge(world.codes, () => day);
  let errors = 0,
    others = 0,
    further = false;
  const hasRoom = ({ severity }: Pick<Finding, 'severity'>): boolean => (severity === 'error' ? errors : others) < MOST;
  const add = (finding: Finding, document?: X12Document, base = 0): void => {
    if (!hasRoom(finding)) {
      further = true;
      return;
    }
    findings.push(document ? { ...finding, paper: boxOfFinding(document, finding, base) } : finding);
    if (finding.severity === 'error') errors += 1;
    else others += 1;
  };
  const visit = (document: X12Document, transaction: Transaction, base: number): void => {
    day = fileDayOf(document, transaction) || day;
    const told = new Set<string>(),
      unread: Span[] = [];
    for (const problem of pending) {
      if (problem.unread) unread.push(problem.unread);
      const { start, end } = problem.span;
      if (end > start && problem.element !== undefined) told.add(`${start} ${end}`);
      add(findingOf(judge.judged(problem, document.text.slice(start - base, end - base))), document, base);
    }
    pending = [];
    if (errors >= MOST) return;
    const alone = only(document, transaction);
    const rules = claims.check(alone);
    const fitting = rules.filter(hasRoom);
    further ||= fitting.length < rules.length;
    for (const finding of placed(alone, fitting)) {
      const moved = shifted(finding, base, base);
      const { start, end } = moved.span;
      if (!told.has(`${start} ${end}`) && !unread.some((one) => start >= one.start && end <= one.end)) add(moved, document, base);
    }
  };
  const stream = joiningStream(
    validateTransactions(
      (problem) => {
        if (pending.length < MOST || (problem.severity === 'error' && pending.length < 2 * MOST)) pending.push(problem);
      },
      { known: judge.known, visit },
    ),
  );
  return {
    push: (text) => stream.push(text),
    end() {
      stream.end();
      // What is left stands on the envelopes.
      for (const problem of pending) add(findingOf(problem));
      const last = findings.at(-1);
      if (last && further) findings.push(furtherProblems(last));
      const joined = stream.joined();
      const inText = joined ? [findingOf(joined.problem), ...findings.map((finding) => unjoinedFinding(finding, joined))] : findings;
      return inText.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    },
  };
}

/** The document as if it held this transaction alone. */
function only(document: X12Document, transaction: Transaction): X12Document {
  const { interchange, group } = enclosing(document, transaction.first);
  if (!interchange || !group) return { ...document, interchanges: [] };
  return { ...document, interchanges: [{ ...interchange, groups: [{ ...group, transactions: [transaction] }] }] };
}

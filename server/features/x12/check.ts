// Everything that a receiver would refuse in an X12 file: what the guide says and what the rules say, each on its element.
import type { CodeSetId } from '../../../codesets/code-set';
import { fileDayOf } from '../../model/lower-837';
import type { Source } from '../../model/value';
import type { Finding } from '../../rules/rule';
import type { RuleWorld } from '../../rules/run';
import { inOneGo, type Steps } from '../../syntax/steps';
import { transactionAt } from '../../syntax/x12/enclosing';
import { reference } from '../../syntax/x12/problem';
import type { Transaction, X12Document } from '../../syntax/x12/read';
import { type X12Problem, validateSteps } from '../../syntax/x12/validate';
import { loopFinder } from './loop-at';
import type { X12File } from '../project';
import type { World } from '../world';
import { checkPieces } from './locate';

/** All findings of an X12 file, in the order of the text. */
export function checkX12(file: X12File, world: World): Finding[] {
  return checkX12Document(file.x12, file.source, world);
}

export function checkX12Document(document: X12Document, source: Source, world: RuleWorld): Finding[] {
  return inOneGo(checkPieces(document, source, world));
}

/** What the guides say, with the codes of outside lists judged by the file's day. */
export function problemsOf(document: X12Document, world: Pick<RuleWorld, 'codes' | 'today'>): X12Problem[] {
  return inOneGo(problemSteps(document, world));
}

function* problemSteps(document: X12Document, world: Pick<RuleWorld, 'codes' | 'today'>): Steps<X12Problem[]> {
  const first = document.interchanges[0]?.groups[0]?.transactions[0];
  const day = (first && fileDayOf(document, first)) || world.today;
  const judge = codeJudge(world.codes, () => day);
  const problems = yield* validateSteps(document, { known: judge.known });
  return problems.map((problem) => judge.judged(problem, document.text.slice(problem.span.start, problem.span.end)));
}

/** Judges codes of outside lists by a day. */
export function codeJudge(
  codes: RuleWorld['codes'],
  day: () => string,
): {
  known(list: string, code: string): boolean | undefined;
  /** The list on this machine may lack a good code: then it is no error. */
  judged(problem: X12Problem, code: string): X12Problem;
} {
  const answers = new Map<string, 'known' | 'unknown' | 'unsure'>();
  return {
    known(list, code) {
      const set = LISTS[list];
      if (!set) return undefined;
      const key = `${set} ${code}`;
      if (!answers.has(key)) {
        const answer = codes.find(set, code, day());
        answers.set(key, answer.status !== 'unknown' ? 'known' : answer.unsure ? 'unsure' : 'unknown');
      }
      return answers.get(key) === 'known';
    },
    judged(problem, code) {
      if (problem.kind !== 'unknown-code' || problem.snip !== 5) return problem;
      // What is not even written as a code of its list is in no edition.
      const unsure = Object.values(LISTS).some((set) => answers.get(`${set} ${code}`) === 'unsure' && (FORMS[set]?.test(code) ?? true));
      return unsure ? { ...problem, severity: 'warning' } : problem;
    },
  };
}

/** Lists that are judged with the guide. Places of service and the like are judged by the day of service, by rules. */
const LISTS: Readonly<Record<string, CodeSetId>> = {
  reason: 'carc',
  remark_code: 'rarc',
  claim_status: 'claim-status',
  claim_status_cat: 'claim-status-category',
};

/** How codes of the lists are written that the list on this machine may lack: new ones, or all. */
const FORMS: Readonly<Partial<Record<CodeSetId, RegExp>>> = {
  carc: /^(?:3[0-4]\d|[ABDPWY]\d{1,2})$/,
  rarc: /^(?:M1?\d{1,2}|MA1?\d{1,2}|N[1-9]\d{0,2})$/,
  'claim-status': /^\d{1,3}$/,
  'claim-status-category': /^(?:[ADEFPR]\d{1,3}[FN]?|DR\d{2})$/,
};

export function findingOf(problem: X12Problem): Finding {
  return {
    rule: `x12/${problem.kind}`,
    severity: problem.severity,
    span: problem.span,
    message: problem.message,
    fixes: problem.fix ? [problem.fix] : [],
    transaction: [problem.loop, problem.reference].filter(Boolean).join(' '),
  };
}

/** Findings of rules with the loop and element on which they stand. */
export function placed(document: X12Document, findings: readonly Finding[]): Finding[] {
  const { segments } = document;
  let within: Transaction | undefined;
  let loopOf: (segment: number) => string = () => '';
  return findings.map((finding) => {
    const segment = Math.max(0, segments.at(finding.span.start));
    if (!within || segment < within.first || segment >= within.end) {
      within = transactionAt(document, segment);
      loopOf = within ? loopFinder(document, within) : () => '';
    }
    const loop = loopOf(segment),
      element = elementAt(document, segment, finding.span.start);
    const transaction = loop === '' ? element : `${loop} ${element}`;
    const professional = within?.type === '837' && within.version.startsWith('005010X222');
    // Written out: copying with a rest is many times slower.
    const { rule, severity, span, message, fixes, paper } = finding;
    return { rule, severity, span, message, fixes, paper: professional ? paper : undefined, transaction };
  });
}

/** The element or component of a segment in which an offset lies, such as `SV101-02`; at the beginning of the segment its name. */
function elementAt({ text, segments }: X12Document, segment: number, offset: number): string {
  const id = segments.id(segment),
    { start, end } = segments.span(segment);
  if (offset <= start) return id;
  const { element, component, repetition } = segments.separators(segment);
  const written = text.slice(start, end),
    before = written.slice(0, offset - start);
  let n = 0,
    from = 0;
  for (let at = before.indexOf(element); at >= 0; at = before.indexOf(element, at + 1)) {
    n += 1;
    from = at + 1;
  }
  const next = written.indexOf(element, from);
  const isComposite = id !== 'ISA' && component !== '' && written.slice(from, next < 0 ? undefined : next).includes(component);
  if (!isComposite) return reference(id, n);
  const own = Math.max(from, repetition === '' ? 0 : before.lastIndexOf(repetition) + 1);
  let m = 1;
  for (let at = before.indexOf(component, own); at >= 0; at = before.indexOf(component, at + 1)) m += 1;
  return reference(id, n, m);
}

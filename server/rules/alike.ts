// Judges claims one after another. Of what is written in a file like something judged before, only rules that had something to say are asked.
import type { Claim } from '../model/claim';
import type { SentClaim } from '../model/sent-claim';
import { BySum, type TextSum } from '../model/text-sum';
import { type Prepared, ask } from './prepared';
import type { ClaimPart, Finding, Subjects, SubjectKind } from './rule';
import { WrittenClaim } from './written-claim';

/** Rules that look at the same parts of a claim; undefined: at more than is compared. */
export interface RuleSet {
  readonly parts: readonly ClaimPart[] | undefined;
  readonly claim: Prepared[];
  readonly diagnosis: Prepared[];
  readonly service: Prepared[];
  /** Those that look at nothing but one diagnosis, or one line. */
  readonly code: Prepared[];
  readonly line: Prepared[];
  /** What has to be asked again of claims that are written alike, and of one diagnosis or line. */
  readonly known: BySum<readonly Question[]>;
  readonly ofCode: BySum<readonly Prepared[]>;
  readonly ofLine: BySum<readonly Prepared[]>;
}

/** All sets for one kind of claims, and what has to be asked again of claims that are written alike in all that any set looks at. */
export interface RuleSets {
  /** Those that look at what is compared, and the others. */
  readonly comparing: readonly ComparingSet[];
  readonly others: readonly RuleSet[];
  readonly known: BySum<readonly Question[]>;
}

type ComparingSet = RuleSet & { readonly parts: readonly ClaimPart[] };

/** Rules with something to say, and of what: the claim, or one of its diagnoses or lines. */
interface Question {
  readonly of: 'claim' | 'diagnosis' | 'service';
  readonly n: number;
  readonly rules: readonly Prepared[];
}

/** So much is remembered of one kind. */
const MOST = 20_000;
const NONE: readonly never[] = [];

/** The rules about claims, diagnoses and lines in sets. */
export function ruleSets(all: readonly Prepared[]): RuleSets {
  const sets = new Map<string, RuleSet>();
  for (const one of all) {
    const { on, alike } = one.rule;
    const parts = alike === 'code' ? OF_CODE : alike === 'line' ? OF_LINE : alike;
    const key = parts?.join(' ') ?? '';
    let set = sets.get(key);
    if (!set) sets.set(key, (set = newSet(parts)));
    set[alike === 'code' || alike === 'line' ? alike : (on as 'claim' | 'diagnosis' | 'service')].push(one);
  }
  const every = [...sets.values()];
  return {
    comparing: every.filter((set): set is ComparingSet => set.parts !== undefined),
    others: every.filter(({ parts }) => parts === undefined),
    known: new BySum(MOST),
  };
}

const EVERYTHING: readonly ClaimPart[] = ['head', 'diagnoses', 'lines'];

const OF_CODE = ['diagnoses'] as const,
  OF_LINE = ['lines'] as const;

function newSet(parts: RuleSet['parts']): RuleSet {
  return {
    parts,
    claim: [],
    diagnosis: [],
    service: [],
    code: [],
    line: [],
    known: new BySum(MOST),
    ofCode: new BySum(MOST),
    ofLine: new BySum(MOST),
  };
}

/** What rules found is in `findings`: by its length is known whether one had something to say. */
export class Alike {
  private readonly written = new WrittenClaim();

  constructor(private readonly findings: readonly Finding[]) {}

  judge(claim: Claim, sent: SentClaim, { comparing, others, known }: RuleSets): void {
    this.written.read(claim, sent);
    const { first, second } = this.written.sumOf(EVERYTHING);
    const questions = known.get(first, second);
    if (questions) askAgain(claim, questions);
    else
      known.set(
        first,
        second,
        comparing.flatMap((set) => this.judgeWritten(claim, sent, set, this.written.sumOf(set.parts))),
      );
    for (const set of others) askAll(claim, set);
  }

  private judgeWritten(claim: Claim, sent: SentClaim, set: RuleSet, { first, second }: TextSum): readonly Question[] {
    const questions = set.known.get(first, second);
    if (questions) {
      askAgain(claim, questions);
      return questions;
    }
    const asked = this.questionsOf(claim, sent, set);
    set.known.set(first, second, asked);
    return asked;
  }

  /** Asks all rules of a set, and tells which of them are to be asked again. */
  private questionsOf(claim: Claim, sent: SentClaim, set: RuleSet): readonly Question[] {
    const questions: Question[] = [],
      { diagnoses, services } = claim;
    const note = (of: Question['of'], n: number, rules: readonly Prepared[]): void => {
      if (rules.length > 0) questions.push({ of, n, rules });
    };
    note('claim', 0, this.speaking(set.claim, claim));
    for (let n = 0; n < diagnoses.length && set.diagnosis.length + set.code.length > 0; n += 1) {
      const subject = { claim, diagnosis: diagnoses[n] };
      note('diagnosis', n, this.speaking(set.diagnosis, subject));
      if (set.code.length > 0)
        note('diagnosis', n, this.speakingOfOne(set.code, subject, set.ofCode, this.written.sumOfCode(diagnoses[n])));
    }
    for (let n = 0; n < services.length && set.service.length + set.line.length > 0; n += 1) {
      const subject = { claim, service: services[n] };
      note('service', n, this.speaking(set.service, subject));
      if (set.line.length > 0) note('service', n, this.speakingOfOne(set.line, subject, set.ofLine, this.written.sumOfLine(sent, n)));
    }
    return questions.length > 0 ? questions : NONE;
  }

  /** Asks the rules about one diagnosis or line, or those of them that are known to have something to say. */
  private speakingOfOne(
    rules: readonly Prepared[],
    subject: Subjects['diagnosis' | 'service'],
    known: BySum<readonly Prepared[]>,
    { first, second }: TextSum,
  ): readonly Prepared[] {
    const before = known.get(first, second);
    if (before) {
      ask(before, subject);
      return before;
    }
    const speaking = this.speaking(rules, subject);
    known.set(first, second, speaking);
    return speaking;
  }

  /** Asks rules, and gives those that had something to say, or may have of what is written alike. */
  private speaking(rules: readonly Prepared[], subject: Subjects[SubjectKind]): readonly Prepared[] {
    let speaking: Prepared[] | undefined;
    for (const one of rules) {
      const before = this.findings.length;
      one.check(subject);
      if (this.findings.length > before || one.concerns(subject)) (speaking ??= []).push(one);
    }
    return speaking ?? NONE;
  }
}

/** Asks rules of a claim, its diagnoses and its lines. */
export function askAll(claim: Claim, rules: Readonly<Record<'claim' | 'diagnosis' | 'service', readonly Prepared[]>>): void {
  ask(rules.claim, claim);
  if (rules.diagnosis.length > 0) for (const diagnosis of claim.diagnoses) ask(rules.diagnosis, { claim, diagnosis });
  if (rules.service.length > 0) for (const service of claim.services) ask(rules.service, { claim, service });
}

function askAgain(claim: Claim, questions: readonly Question[]): void {
  for (const { of, n, rules } of questions) ask(rules, subjectOf(claim, of, n));
}

function subjectOf(claim: Claim, of: Question['of'], n: number): Subjects['claim' | 'diagnosis' | 'service'] {
  if (of === 'claim') return claim;
  return of === 'diagnosis' ? { claim, diagnosis: claim.diagnoses[n] } : { claim, service: claim.services[n] };
}

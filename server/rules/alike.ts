// Judges claims one after another. Of what is written in a file like something judged before, only rules that had something to say are asked.
import type { Claim } from '../model/claim';
import type { SentClaim } from '../model/sent-claim';
import { type Prepared, ask } from './prepared';
import type { ClaimPart, Finding, Subjects, SubjectKind } from './rule';
import { WrittenClaim } from './written-claim';

/** Rules that look at the same parts of a claim. */
export interface RuleSet {
  /** Undefined for those that look at more than what is compared. */
  readonly parts: readonly ClaimPart[] | undefined;
  readonly claim: readonly Prepared[];
  readonly diagnosis: readonly Prepared[];
  readonly service: readonly Prepared[];
  /** Those that look at nothing but one diagnosis, or one line. */
  readonly code: readonly Prepared[];
  readonly line: readonly Prepared[];
  /** What has to be asked again, by the sum of the parts. */
  readonly known: Map<number, readonly Question[]>;
}

/** Rules with something to say, and of what: the claim, or one of its diagnoses or lines. */
interface Question {
  readonly of: 'claim' | 'diagnosis' | 'service';
  readonly n: number;
  readonly rules: readonly Prepared[];
}

/** So much is remembered of one kind. */
const MOST = 20_000;
const NONE: readonly never[] = [];

/** The rules of claims in sets; `together`: in one, as nothing is compared. */
export function ruleSets(all: Readonly<Record<'claim' | 'diagnosis' | 'service', readonly Prepared[]>>, together: boolean): RuleSet[] {
  type Open = { -readonly [K in keyof RuleSet]: RuleSet[K] } & Record<'claim' | 'diagnosis' | 'service' | 'code' | 'line', Prepared[]>;
  const sets = new Map<string, Open>();
  for (const kind of ['claim', 'diagnosis', 'service'] as const) {
    for (const one of all[kind]) {
      const [only] = one.rule.alike ?? [];
      const parts = together ? undefined : only === 'code' ? ['diagnoses' as const] : only === 'line' ? ['lines' as const] : one.rule.alike as readonly ClaimPart[];
      const key = parts?.join(' ') ?? '';
      let set = sets.get(key);
      if (!set) sets.set(key, set = { parts, claim: [], diagnosis: [], service: [], code: [], line: [], known: new Map() });
      set[parts && (only === 'code' || only === 'line') ? only : kind].push(one);
    }
  }
  return [...sets.values()];
}

/** What rules found is in `findings`: by its length is known whether one had something to say. */
export class Alike {
  private readonly written = new WrittenClaim();
  private readonly ofOne = new Map<number, readonly Prepared[]>();

  constructor(private readonly findings: readonly Finding[]) {}

  judge(claim: Claim, sets: readonly RuleSet[]): void {
    const { sent } = claim;
    if (sent) this.written.read(claim, sent);
    for (const set of sets) {
      if (sent && set.parts) this.judgeWritten(claim, sent, set, this.written.sumOf(set.parts));
      else askAll(claim, set);
    }
  }

  private judgeWritten(claim: Claim, sent: SentClaim, set: RuleSet, sum: number): void {
    const questions = set.known.get(sum);
    if (questions) {
      for (const { of, n, rules } of questions) ask(rules, subjectOf(claim, of, n));
      return;
    }
    if (set.known.size > MOST) set.known.clear();
    set.known.set(sum, this.questionsOf(claim, sent, set));
  }

  /** Asks all rules of a set, and tells which of them are to be asked again. */
  private questionsOf(claim: Claim, sent: SentClaim, set: RuleSet): readonly Question[] {
    const questions: Question[] = [];
    const note = (of: Question['of'], n: number, rules: readonly Prepared[]): void => {
      if (rules.length > 0) questions.push({ of, n, rules });
    };
    note('claim', 0, this.speaking(set.claim, claim));
    claim.diagnoses.forEach((diagnosis, n) => {
      const subject = { claim, diagnosis };
      note('diagnosis', n, this.speaking(set.diagnosis, subject));
      if (set.code.length > 0) note('diagnosis', n, this.speakingOfOne(set.code, subject, this.written.sumOfCode(diagnosis)));
    });
    claim.services.forEach((service, n) => {
      const subject = { claim, service };
      note('service', n, this.speaking(set.service, subject));
      if (set.line.length > 0) note('service', n, this.speakingOfOne(set.line, subject, this.written.sumOfLine(sent, n)));
    });
    return questions.length > 0 ? questions : NONE;
  }

  /** Asks the rules about one diagnosis or line, or those of them that are known to have something to say. */
  private speakingOfOne(rules: readonly Prepared[], subject: Subjects['diagnosis' | 'service'], sum: number): readonly Prepared[] {
    let speaking = this.ofOne.get(sum);
    if (speaking) ask(speaking, subject);
    else {
      if (this.ofOne.size > MOST) this.ofOne.clear();
      this.ofOne.set(sum, speaking = this.speaking(rules, subject));
    }
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

function askAll(claim: Claim, set: RuleSet): void {
  ask(set.claim, claim);
  if (set.diagnosis.length > 0) for (const diagnosis of claim.diagnoses) ask(set.diagnosis, { claim, diagnosis });
  if (set.service.length > 0) for (const service of claim.services) ask(set.service, { claim, service });
}

function subjectOf(claim: Claim, of: Question['of'], n: number): Subjects['claim' | 'diagnosis' | 'service'] {
  if (of === 'claim') return claim;
  return of === 'diagnosis' ? { claim, diagnosis: claim.diagnoses[n] } : { claim, service: claim.services[n] };
}

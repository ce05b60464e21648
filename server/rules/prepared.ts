// A rule made ready to be asked, again and again: what it throws is logged and stops no other rule.
import type { Written } from '../model/definitions';
import type { Judge } from './memory';
import type { Rule, RuleContext, Subjects, SubjectKind } from './rule';

/** A rule with all that it needs to be asked. A class, for they are asked millions of times. */
export class Prepared implements Judge {
  private readonly judge: (subject: never, context: RuleContext) => void;

  constructor(
    readonly id: string,
    readonly rule: Rule,
    private readonly context: RuleContext,
    private readonly log: (message: string) => void,
  ) {
    const { lacks } = rule;
    this.judge = lacks
      ? (subject, given) => {
          if (!isUnread(subject, lacks)) rule.check(subject, given);
        }
      : rule.check;
  }

  /** May throw. */
  ask(subject: Subjects[SubjectKind]): void {
    this.judge(subject as never, this.context);
  }

  /** May the rule say something of the subject, although it said nothing of one that is written alike? */
  concerns(subject: Subjects[SubjectKind]): boolean {
    return this.rule.concerns?.(subject as never, this.context) ?? false;
  }

  stopped(error: unknown): void {
    this.log(`Rule ${this.id} stopped: ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : 'unknown error'}`);
  }

  check(subject: Subjects[SubjectKind]): void {
    try {
      this.ask(subject);
    } catch (error) {
      this.stopped(error);
    }
  }
}

/** Asks one rule after another; one that throws does not keep the others from being asked. */
export function ask(rules: readonly Prepared[], subject: Subjects[SubjectKind]): void {
  for (let i = 0; i < rules.length; i += 1) {
    try {
      for (; i < rules.length; i += 1) rules[i].ask(subject);
    } catch (error) {
      rules[i].stopped(error);
    }
  }
}

/** Is one of these lines there, and could not be read? Where the subject is written, and what is checked together with it. */
function isUnread(subject: Subjects[SubjectKind], keywords: readonly string[]): boolean {
  if ('party' in subject) return has(subject.party, keywords);
  if ('coverage' in subject) return has(subject.coverage, keywords);
  if ('service' in subject) return has(subject.service, keywords) || has(subject.claim.encounter, keywords);
  if (!('kind' in subject)) return false;
  return subject.kind === 'claim' ? has(subject.encounter, keywords) || has(subject.patient?.target, keywords) : has(subject, keywords);
}

function has(one: Written | undefined, keywords: readonly string[]): boolean {
  const unread = one?.unread;
  return unread !== undefined && keywords.some((keyword) => unread.has(keyword));
}

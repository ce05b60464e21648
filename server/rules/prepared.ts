// A rule made ready to be asked, again and again: what it throws is logged and stops no other rule.
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
    this.judge = rule.check;
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

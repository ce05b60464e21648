// What was found before and still holds: a key in one encounter of many is answered without judging the others again.
import type { Claim } from '../model/claim';
import type { Defined } from '../model/definitions';
import type { Question, Workspace } from '../model/workspace';
import type { Part, SuperbillTree } from '../syntax/superbill/nodes';
import type { Span } from '../syntax/tree';
import type { Finding, SubjectKind, Subjects } from './rule';

/** Something that rules look at, and the claim that it belongs to. */
export type Subject = { [K in SubjectKind]: readonly [kind: K, subject: Subjects[K], claim?: Claim] }[SubjectKind];

/** A rule ready to be asked; what it finds goes to the list that it was made for. */
export interface Judge {
  readonly id: string;
  check(subject: Subjects[SubjectKind]): void;
}

export type Judges = (kind: SubjectKind, claim?: Claim) => readonly Judge[];

/** A finding, and where the part of the text in which it lies stood then. */
interface Moored {
  readonly finding: Finding;
  readonly part: Part;
  readonly start: number;
}

/** Findings that hold as long as the workspace gives the same answers. */
interface Kept {
  time: number;
  questions: readonly Question[];
  findings: readonly Moored[];
}

interface KeptOfDefinition extends Kept {
  /** Rules that compare with other encounters: these change often, so each rule is asked again by itself. */
  readonly comparing: readonly (Kept & { readonly subject: Subject; readonly rule: string })[];
}

/** What findings depend on besides documents. */
interface Basis {
  readonly codes: unknown;
  readonly today: string;
  readonly settings: { readonly rules: unknown; readonly payers: unknown };
}

export class Memory {
  private basis: Basis | undefined;
  private kept = new WeakMap<Defined, KeptOfDefinition>();
  private results = new WeakMap<Defined, { readonly time: number; readonly questions: readonly Question[]; readonly result: unknown }>();

  /** Forgets everything: code sets have changed. */
  clear(): void {
    this.kept = new WeakMap();
    this.results = new WeakMap();
  }

  /** What was worked out about a definition. There is one kind of work for each definition: it is done again where an answer of the workspace has changed. */
  recall<T>(one: Defined, world: Basis & { readonly workspace: Workspace }, work: () => T): T {
    this.stand(world);
    const known = this.results.get(one);
    if (known && !world.workspace.changedSince(known.time, known.questions)) return known.result as T;
    const time = world.workspace.now(),
      { result, questions } = world.workspace.noting(work);
    this.results.set(one, { time, questions: [...new Set(questions)], result });
    return result;
  }

  private stand(world: Basis): void {
    if (!this.basis || !isSame(this.basis, world)) this.clear();
    this.basis = world;
  }

  /**
   * Gives the function that adds the findings about one definition to `found`, where `judges` put theirs too.
   * `subjectsOf` is called only where the definition has to be judged.
   */
  open(
    world: Basis & { readonly workspace: Workspace },
    tree: SuperbillTree,
    found: Finding[],
    judges: Judges,
  ): (one: Defined, subjectsOf: () => readonly Subject[]) => void {
    this.stand(world);
    const { workspace } = world;
    const judge = (check: () => void): Kept | undefined => {
      const from = found.length,
        time = workspace.now();
      const { questions } = workspace.noting(check);
      const findings = found.slice(from).flatMap((finding) => moor(finding, tree) ?? []);
      return findings.length === found.length - from ? { time, questions, findings } : undefined;
    };
    const recall = (kept: Kept): void => {
      for (const moored of kept.findings) found.push(moved(moored));
    };
    const judgeAll = (subjectsOf: () => readonly Subject[]): KeptOfDefinition | undefined => {
      const comparing: (Kept & { subject: Subject; rule: string })[] = [];
      const time = workspace.now(),
        questions = new Set<Question>(),
        findings: Moored[] = [];
      const keep = (asked: readonly Question[]) => {
        for (const one of asked) questions.add(one);
      };
      const { result: subjects, questions: first } = workspace.noting(subjectsOf);
      let complete = true;
      keep(first);
      for (const subject of subjects) {
        for (const one of judges(subject[0], subject[2])) {
          const kept = judge(() => one.check(subject[1]));
          if (!kept) complete = false;
          else if (kept.questions.some(isComparing)) comparing.push({ ...kept, subject, rule: one.id });
          else {
            keep(kept.questions);
            findings.push(...kept.findings);
          }
        }
      }
      return complete ? { time, questions: [...questions], findings, comparing } : undefined;
    };
    return (one, subjectsOf) => {
      const kept = this.kept.get(one);
      if (!kept || workspace.changedSince(kept.time, kept.questions)) {
        const anew = judgeAll(subjectsOf);
        if (anew) this.kept.set(one, anew);
        else this.kept.delete(one);
        return;
      }
      recall(kept);
      for (const rule of kept.comparing) {
        if (!workspace.changedSince(rule.time, rule.questions)) {
          recall(rule);
          continue;
        }
        const [kind, subject, claim] = rule.subject;
        const anew = judge(() =>
          judges(kind, claim)
            .find(({ id }) => id === rule.rule)
            ?.check(subject),
        );
        // A finding over several parts cannot be moved: the definition is judged again next time.
        if (anew) Object.assign(rule, anew);
        else this.kept.delete(one);
      }
    };
  }
}

function isSame(one: Basis, other: Basis): boolean {
  return (
    one.codes === other.codes &&
    one.today === other.today &&
    one.settings.rules === other.settings.rules &&
    one.settings.payers === other.settings.payers
  );
}

function isComparing(question: Question): boolean {
  return question.startsWith('visit ') || question.startsWith('encounter ');
}

/** Undefined where a finding lies in several parts of the text. */
function moor(finding: Finding, { parts }: SuperbillTree): Moored | undefined {
  let low = 0,
    high = parts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (parts[middle].span.start <= finding.span.start) low = middle;
    else high = middle;
  }
  const part = parts[low];
  if (part === undefined || !spansOf(finding).every(({ start, end }) => part.span.start <= start && end <= part.span.end)) return undefined;
  // A copy: spans of the tree move by themselves.
  return { finding: shifted(finding, 0), part, start: part.span.start };
}

function spansOf({ span, fixes }: Finding): Span[] {
  return [span, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))];
}

function moved({ finding, part, start }: Moored): Finding {
  const by = part.span.start - start;
  return by === 0 ? finding : shifted(finding, by);
}

function shifted(finding: Finding, by: number): Finding {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...finding,
    span: move(finding.span),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span) })) })),
  };
}

// All documents together: who is called what. Documents come and go one by one; nothing else is recomputed.
import type { Contract, Coverage, Defined, Definitions, Encounter, Facility, Fee, Patient, Payer, Practice, Provider } from './definitions';

interface Kinds {
  practice: Practice;
  provider: Provider;
  facility: Facility;
  payer: Payer;
  patient: Patient;
  encounter: Encounter;
  contract: Contract;
}

export type Kind = keyof Kinds;

interface Topics extends Kinds {
  /** By code. */
  fee: Fee;
  /** Encounters by patient. */
  visit: Encounter;
}

type Topic = keyof Topics;
type Said = Defined | Fee;

/** What was asked of a workspace: `payer AETNA`, or `payer ` for all of them. */
export type Question = `${Topic} ${string}`;

/** Ids are compared without regard to case, because claims carry them in upper case. */
export class Workspace {
  private readonly documents = new Map<string, Definitions>();
  private readonly index = new Map<Topic, Map<string, Said[]>>();
  /** All of a topic, one for each id; made when asked for. */
  private readonly lists = new Map<Topic, readonly Said[]>();
  /** Documents are in the order in which they came. */
  private readonly ranks = new Map<string, number>();
  /** Goes up with every change. */
  private time = 0;
  /** When the answer to a question changed last. */
  private readonly changes = new Map<Question, number>();
  private questions: Question[] | undefined;

  /** Takes in a document, in place of what it said before. What it says again is left as it is. */
  set(definitions: Definitions): void {
    const { uri } = definitions.source;
    if (!this.ranks.has(uri)) this.ranks.set(uri, this.ranks.size);
    this.exchange(this.documents.get(uri), definitions);
    this.documents.set(uri, definitions);
  }

  delete(uri: string): void {
    this.exchange(this.documents.get(uri), undefined);
    this.documents.delete(uri);
  }

  get(uri: string): Definitions | undefined {
    return this.documents.get(uri);
  }

  all(): IterableIterator<Definitions> {
    return this.documents.values();
  }

  /** Every definition of an id: more than one is a finding on each. */
  definitions<K extends Kind>(kind: K, id: string): readonly Kinds[K][] {
    return this.answer(kind, id);
  }

  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return this.definitions(kind, id)[0];
  }

  /** All of a kind, one for each id, in order of writing. */
  list<K extends Kind>(kind: K): readonly Kinds[K][] {
    return this.answers(kind);
  }

  fees(code: string): readonly Fee[] {
    return this.answer('fee', code);
  }

  /** Every code that the charge master knows. */
  allFees(): readonly Fee[] {
    return this.answers('fee');
  }

  encountersOf(patient: string): readonly Encounter[] {
    return this.answer('visit', patient);
  }

  /** A coverage of a patient, by its id. */
  coverage(patient: Patient | undefined, id: string): Coverage | undefined {
    return patient?.coverages.find((one) => fold(one.id.value) === fold(id));
  }

  /** Does some work, and tells what it asked of the workspace: it need not be done again until one of the answers changes. */
  noting<T>(work: () => T): { readonly result: T; readonly questions: Question[] } {
    const outer = this.questions,
      questions: Question[] = [];
    this.questions = questions;
    try {
      return { result: work(), questions };
    } finally {
      this.questions = outer;
    }
  }

  /** Counts as having asked these, for work that uses what other work found out. */
  ask(questions: readonly Question[]): void {
    for (const question of questions) this.questions?.push(question);
  }

  /** The present, for `changedSince`. */
  now(): number {
    return this.time;
  }

  changedSince(time: number, questions: readonly Question[]): boolean {
    return questions.some((question) => (this.changes.get(question) ?? 0) > time);
  }

  private answer<T extends Topic>(topic: T, id: string): readonly Topics[T][] {
    const key = fold(id);
    this.questions?.push(`${topic} ${key}`);
    return (this.index.get(topic)?.get(key) ?? []) as unknown as Topics[T][];
  }

  private answers<T extends Topic>(topic: T): readonly Topics[T][] {
    this.questions?.push(`${topic} `);
    let list = this.lists.get(topic);
    if (!list) this.lists.set(topic, (list = [...(this.index.get(topic)?.values() ?? [])].map((same) => same[0]).sort(this.inOrder)));
    return list as unknown as readonly Topics[T][];
  }

  /** Only what comes or goes is touched. */
  private exchange(before: Definitions | undefined, after: Definitions | undefined): void {
    this.time += 1;
    const were = new Set(before && saidIn(before)),
      are = new Set(after && saidIn(after));
    for (const one of were) {
      if (are.has(one)) continue;
      for (const [topic, id] of topicsOf(one)) {
        const same = this.touch(topic, id);
        same.splice(same.indexOf(one), 1);
        if (same.length === 0) this.index.get(topic)?.delete(id);
      }
    }
    for (const one of are) {
      if (were.has(one)) continue;
      for (const [topic, id] of topicsOf(one)) {
        const same = this.touch(topic, id);
        same.push(one);
        // The first counts, whichever was written last.
        if (same.length > 1) same.sort(this.inOrder);
      }
    }
  }

  private readonly inOrder = (a: Said, b: Said): number =>
    (this.ranks.get(a.source.uri) ?? 0) - (this.ranks.get(b.source.uri) ?? 0) || a.span.start - b.span.start;

  /** The definitions of an id, which are about to change. */
  private touch(topic: Topic, id: string): Said[] {
    this.changes.set(`${topic} ${id}`, this.time);
    this.changes.set(`${topic} `, this.time);
    this.lists.delete(topic);
    let ids = this.index.get(topic);
    if (!ids) this.index.set(topic, (ids = new Map()));
    let same = ids.get(id);
    if (!same) ids.set(id, (same = []));
    return same;
  }
}

function saidIn({ practices, providers, facilities, payers, patients, encounters, contracts, fees }: Definitions): Said[] {
  return [...practices, ...providers, ...facilities, ...payers, ...patients, ...encounters, ...contracts, ...fees];
}

/** Where one is found. */
function topicsOf(one: Said): (readonly [Topic, string])[] {
  if (!('kind' in one)) return [['fee', fold(one.code.value)]];
  const own = [one.kind, fold(one.id.value)] as const;
  return one.kind === 'encounter' && one.patient ? [own, ['visit', fold(one.patient.value)]] : [own];
}

export function fold(id: string): string {
  return id.toUpperCase();
}

// Code sets that remember their answers: many rules and many claims ask the same.
import type { CodeEntry, CodeSets, Lookup } from '../../codesets/code-set';

/** The same code sets; a look-up that several rules need, or many claims, is made once. */
export function remembering(codes: CodeSets): CodeSets {
  // Layers that have not been imported are not looked into.
  let known: ReturnType<CodeSets['editions']> | undefined, layers: ReadonlySet<string> | undefined;
  const editions = () => (known ??= codes.editions());
  const has = (layer: string): boolean => (layers ??= new Set(editions().map((one) => one.layer ?? ''))).has(layer);
  const found = new Answers<Lookup>(),
    below = new Answers<readonly CodeEntry[]>();
  const facts = new Map<string, Answers<ReturnType<CodeSets['fact']>>>(),
    pairs = new Map<string, Answers<ReturnType<CodeSets['pair']>>>();
  return {
    ...codes,
    editions,
    find: (set, code, date) => found.known(set, code, date) ?? found.keep(codes.find(set, code, date)),
    children: (set, code, date) => below.known(set, code, date) ?? below.keep(codes.children(set, code, date)),
    fact(set, layer, code, date) {
      if (!has(layer)) return undefined;
      const answers = of(facts, set),
        answer = answers.known(layer, code, date);
      return answer === undefined ? answers.keep(codes.fact(set, layer, code, date)) : (answer ?? undefined);
    },
    pair(column1, column2, date, layer = 'pairs') {
      if (!has(layer)) return undefined;
      const answers = of(pairs, layer),
        answer = answers.known(column1, column2, date);
      return answer === undefined ? answers.keep(codes.pair(column1, column2, date, layer)) : (answer ?? undefined);
    },
  };
}

function of<A>(all: Map<string, Answers<A>>, key: string): Answers<A> {
  let answers = all.get(key);
  if (!answers) all.set(key, (answers = new Answers()));
  return answers;
}

/** So many answers are remembered of one kind. */
const MOST_ANSWERS = 100_000;

/** Answers by two words and a day. Maps in maps are quicker than one by a text made of all of them; the day is mostly that of the question before. */
class Answers<A> {
  private readonly days = new Map<string, Map<string, Map<string, A | null>>>();
  private count = 0;
  private day = '';
  private ofDay = new Map<string, Map<string, A | null>>();
  private ofOne = new Map<string, A | null>();
  private two = '';

  /** Undefined for what has not been asked yet; null where the answer was that there is none. */
  known(one: string, two: string, day: string): A | null | undefined {
    if (day !== this.day) {
      this.day = day;
      this.ofDay = below(this.days, day);
    }
    this.ofOne = below(this.ofDay, one);
    this.two = two;
    return this.ofOne.get(two);
  }

  /** Keeps the answer to what was last asked for. */
  keep(answer: A): A {
    this.count += 1;
    if (this.count > MOST_ANSWERS) {
      this.days.clear();
      this.count = 0;
      this.day = '';
    }
    this.ofOne.set(this.two, answer ?? null);
    return answer;
  }
}

function below<V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let inner = map.get(key);
  if (!inner) map.set(key, (inner = new Map()));
  return inner;
}

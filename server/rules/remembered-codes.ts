// Code sets that remember their answers: many rules and many claims ask the same.
import type { CodeEntry, CodeSetId, CodeSets, Lookup } from '../../codesets/code-set';

/** The same code sets; a look-up that several rules need, or many claims, is made once. */
export function remembering(codes: CodeSets): CodeSets {
  const last = new Map<CodeSetId, { readonly code: string; readonly date: string; readonly answer: Lookup }>();
  // Layers that have not been imported are not looked into.
  let known: ReturnType<CodeSets['editions']> | undefined, layers: ReadonlySet<string> | undefined;
  const editions = () => (known ??= codes.editions());
  const has = (layer: string): boolean => (layers ??= new Set(editions().map((one) => one.layer ?? ''))).has(layer);
  const found = answers<Lookup>(), below = answers<readonly CodeEntry[]>(), facts = answers<ReturnType<CodeSets['fact']>>(), pairs = answers<ReturnType<CodeSets['pair']>>();
  return {
    ...codes,
    editions,
    find(set, code, date) {
      // One rule after another asks for the same code.
      const before = last.get(set);
      if (before && before.code === code && before.date === date) return before.answer;
      const answer = found(set, code, date, () => codes.find(set, code, date));
      last.set(set, { code, date, answer });
      return answer;
    },
    children: (set, code, date) => below(set, code, date, () => codes.children(set, code, date)),
    fact: (set, layer, code, date) => !has(layer) ? undefined : facts(set === 'hcpcs' ? layer : `${set} ${layer}`, code, date, () => codes.fact(set, layer, code, date)),
    pair: (column1, column2, date, layer = 'pairs') =>
      !has(layer) ? undefined : pairs(layer === 'pairs' ? column1 : `${layer} ${column1}`, column2, date, () => codes.pair(column1, column2, date, layer)),
  };
}

/** So many answers are remembered of one kind. */
const MOST_ANSWERS = 100_000;

/** Remembers answers by three words: maps in maps are quicker than one by a text made of all of them. */
function answers<A>(): (one: string, two: string, three: string, ask: () => A) => A {
  const known = new Map<string, Map<string, Map<string, { readonly answer: A }>>>();
  let count = 0;
  return (one, two, three, ask) => {
    let byTwo = known.get(one);
    if (!byTwo) known.set(one, (byTwo = new Map()));
    let byThree = byTwo.get(two);
    if (!byThree) byTwo.set(two, (byThree = new Map()));
    const before = byThree.get(three);
    if (before) return before.answer;
    const answer = ask();
    byThree.set(three, { answer });
    count += 1;
    if (count > MOST_ANSWERS) {
      known.clear();
      count = 0;
    }
    return answer;
  };
}

// Codes that some guide allows for a data element: the standard has them, even where another guide does not use them.
import type { LoopUse } from './guide';
import { guides } from './guides';

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Does any guide use this code for the data element? */
export function isCodeOfGuides(data: string, code: string): boolean {
  known ??= collect();
  return known.get(data)?.has(code) ?? false;
}

function collect(): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  const seen = new Set<LoopUse>();
  const visit = (loop: LoopUse): void => {
    if (seen.has(loop)) return;
    seen.add(loop);
    for (const { use } of loop.children) {
      if (use.kind === 'loop') visit(use);
      else
        for (const { data, codes } of use.elements.flatMap((element) => [element, ...(element.components ?? [])])) {
          if (!codes) continue;
          const set = all.get(data) ?? new Set();
          all.set(data, set);
          for (const code of codes) set.add(code);
        }
    }
  };
  for (const guide of guides()) visit(guide.root);
  return all;
}

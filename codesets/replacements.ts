// What takes the place of a retired code, as a list and in words.
import type { Lookup } from './code-set';

/** So many are offered; where there are more, the first of them are. */
export const MOST_REPLACEMENTS = 6;

/** The codes that took the place of a retired one: one, several among which the record decides, or none that is known. */
export function replacementsOf(lookup: Lookup): readonly string[] {
  if (lookup.status !== 'retired') return [];
  return lookup.replacedBy ? [lookup.replacedBy] : (lookup.replacements ?? []);
}

/** `use T78.070A, T78.071A or T78.079A`; empty where there are none. */
export function useInstead(replacements: readonly string[]): string {
  const some = replacements.slice(0, MOST_REPLACEMENTS);
  return some.length === 0 ? '' : `use ${some.join(', ').replace(/, ([^,]*)$/, ' or $1')}${some.length < replacements.length ? ' …' : ''}`;
}

// How rules speak of a code that is not in force on its day, and of what took its place.
import type { CodeEntry, Lookup } from '../../codesets/code-set';
import { MOST_REPLACEMENTS, replacementsOf, useInstead } from '../../codesets/replacements';
import type { Value } from '../model/value';
import { type Landing, type RuleContext, type Severity, replace } from './rule';

/** Reports a code that is known and not in force on a day, and offers the codes that replace it. */
export function reportRetired(
  code: Value<string>,
  answer: Lookup,
  day: string,
  report: RuleContext['report'],
  landing: Landing = {},
): void {
  if (answer.status !== 'retired') return;
  const { entry } = answer;
  const replacements = entry.to !== undefined && entry.to < day ? replacementsOf(answer) : [];
  report(code, `${entry.code} ${whenInForce(entry, day)}${replacements.length > 0 ? `: ${useInstead(replacements)}` : ''}`, {
    ...landing,
    severity: severityOfRetired(answer),
    fixes: replacements.slice(0, MOST_REPLACEMENTS).map((other) => replace(code, other, `Change to ${other}`)),
  });
}

/** `ended on 2020-12-31`, `begins on 2027-01-01`: what follows the code in a message. */
export function whenInForce({ from, to }: CodeEntry, day: string): string {
  if (to !== undefined && to < day) return `ended on ${to}`;
  return from ? `begins on ${from}` : `is not in force on ${day}`;
}

/** Dates of its own settle it; without them, an edition of another year does not. */
export function severityOfRetired({ entry: { from, to }, unsure }: Lookup & { readonly status: 'retired' }): Severity {
  return unsure && !from && !to ? 'warning' : 'error';
}

// A visit that looks for the return of what was treated: its own code, before the history.
import type { CodeEntry } from '../../../codesets/code-set';
import type { Found } from './place';

const SURVEILLANCE = /\bsurveillance\b/i;

/** Adds the visit after treatment where a note speaks of surveillance and of a history, and the disease is no longer there. */
export function withSurveillance(found: readonly Found[], text: string, find: (code: string) => CodeEntry | undefined): Found[] {
  const said = SURVEILLANCE.exec(text);
  const has = (code: RegExp) => found.some(({ entry, group }) => code.test(entry.code) && group !== 'family');
  const code = has(/^C/) ? undefined : has(/^Z85/) ? 'Z08' : has(/^Z86\.0/) ? 'Z09' : undefined;
  const entry = said && code && !has(/^Z0[89]/) ? find(code) : undefined;
  if (!said || !entry) return [...found];
  const word = { raw: said[0], low: said[0].toLowerCase(), start: said.index, end: said.index + said[0].length };
  return [...found, { entry, group: 'current', order: said.index, words: [word], why: 'treated, and looked after since' }];
}

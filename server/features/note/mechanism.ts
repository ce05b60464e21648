// How an injury came about, in words that no list of names has: struck by a baseball, caught in a door.
import { stemOf, wordsOf } from '../../../codesets/words';
import { FILLERS, singular } from '../../../codesets/search/phrase-words';
import type { Statement } from '../../terms/read-note';
import { type Match, isCodable, searchDiagnoses } from './match';
import type { Place } from './place';
import type { Unit } from './units';

const HAPPENED = /^(struck|hit|kicked|bitten|stung|scratched|crushed|caught|pinched|cut|burned|trampled|thrown)$/;
const LEADS_ON: ReadonlySet<string> = new Set([...FILLERS, 'by', 'with', 'from', 'between', 'while', 'was']);

/** The cause whose title says what it was: the thing behind `by`, `in` or `on`, whole. */
export function mechanismIn(statement: Statement, units: readonly Unit[], { date, codes }: Place): Match | undefined {
  const at = statement.words.findIndex(({ low }) => HAPPENED.test(low));
  if (at < 0 || statement.standing !== 'current' || units.some(isCodable)) return undefined;
  const words = statement.words.slice(at);
  const things = words.slice(1).filter(({ low }) => !LEADS_ON.has(low));
  if (things.length === 0 || words.length < 3) return undefined;
  const entry = searchDiagnoses(words.map(({ raw }) => raw).join(' '), date, codes).find(({ code, title }) => {
    const told = new Set(wordsOf(title).map(stemOf));
    return /^[V-Y].*A$/.test(code) && things.every(({ low }) => told.has(stemOf(singular(low))));
  });
  return entry && { entry, units: [{ words, said: entry.title, ways: [], codes: [], kind: 'condition' }], unsaid: 0 };
}

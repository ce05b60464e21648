// What neighbouring statements say together: a place that shares the complaint before it, a tail that only narrows, two conditions with one code.
import { type Match, bestMatch, isCodable } from './match';
import type { Place } from './place';
import type { Unit } from './units';
import type { Statement } from '../../terms/read-note';

const TOGETHER: ReadonlySet<string> = new Set([',', 'and', '&', '/']);
const LAST: ReadonlySet<string> = new Set(['and', '&', '/']);

/** The things said with what they share: laceration of right hand and forearm, a cancer that has spread to bone and brain. */
export function withShared(statements: readonly Statement[], said: readonly (readonly Unit[])[]): readonly (readonly Unit[])[] {
  const whole = [...said];
  for (let at = 1; at < whole.length; at += 1) {
    const { joint, standing } = statements[at],
      before = whole[at - 1];
    const isPlace = (units: readonly Unit[]) =>
      units.every((unit) => unit.kind === 'part' || unit.side) && units.some((unit) => unit.kind === 'part');
    if (!TOGETHER.has(joint) || statements[at - 1].standing !== standing || !isPlace(said[at])) continue;
    const spread = before.filter((unit) => unit.codes.some((code) => /^C7[789]/.test(code))).slice(-1);
    const listed = LAST.has(joint) || (LAST.has(statements[at + 1]?.joint ?? '') && isPlace(said[at + 1]));
    const hasSide = said[at].some((unit) => unit.side);
    const shared = before.some(isCodable) && before.some((unit) => unit.kind === 'part') && listed;
    whole[at] = [...(shared ? before.filter((unit) => unit.kind !== 'part' && !(unit.side && hasSide)) : spread), ...said[at]];
  }
  return whole;
}

const TAILS: ReadonlySet<string> = new Set([',', '(', '-', '–', '—', ':']);

/** What stands behind a comma and only narrows what stands before it: major depression, recurrent, moderate. */
export function tailOf(statements: readonly Statement[], at: number, said: readonly (readonly Unit[])[]): Unit[] {
  const tail: Unit[] = [];
  if (!said[at].some(isCodable)) return tail;
  for (let i = at + 1; i < statements.length; i += 1) {
    const { joint, standing } = statements[i];
    if (lacks(statements[at], statements[i])) continue;
    if (!TAILS.has(joint) || standing !== statements[at].standing || said[i].some(isCodable)) break;
    tail.push(...said[i]);
  }
  return tail;
}

const LACKING: ReadonlySet<string> = new Set(['w/o', 'without', 'not', 'no']);

function lacks(of: Statement, other: Statement): boolean {
  return other.standing === 'denied' && of.standing !== 'denied' && LACKING.has(other.cue.toLowerCase());
}

/** What a condition is said to be without, with the number of the statement that says so: migraine without aura, not intractable. */
export function lackingFrom(
  statements: readonly Statement[],
  at: number,
  said: readonly (readonly Unit[])[],
): readonly { readonly unit: Unit; readonly at: number }[] {
  const lacking: { unit: Unit; at: number }[] = [];
  for (let i = at + 1; i < statements.length; i += 1) {
    if (lacks(statements[at], statements[i])) {
      const thing = said[i].find(isCodable) ?? said[i][0];
      if (thing) lacking.push({ at: i, unit: withoutUnit(thing) });
    } else if (!TAILS.has(statements[i].joint) || said[i].some(isCodable)) break;
  }
  return lacking;
}

/** The numbers of the statements behind a comma that say what a condition comes with, or name the same disease more closely. */
export function comingWith(match: Match, statements: readonly Statement[], at: number, { said, date, codes }: Place): readonly number[] {
  const coming: number[] = [];
  for (let i = at + 1; i < statements.length; i += 1) {
    const { joint, standing, words } = statements[i];
    if (!TAILS.has(joint) || standing !== statements[at].standing) break;
    if (!said[i].some(isCodable)) continue;
    const isElsewhere = said[i].some((unit) => unit.kind === 'part' || unit.side);
    const own = COMES_WITH.test(words[0].low) ? match : isElsewhere ? undefined : bestMatch(said[i], date, codes);
    if (own?.entry.code.slice(0, CATEGORY) !== match.entry.code.slice(0, CATEGORY)) break;
    coming.push(i);
  }
  return coming;
}

const CATEGORY = 3;

const COMES_WITH = /^w(ith|\/)$/;

function withoutUnit(thing: Unit): Unit {
  return { ...thing, said: `without ${thing.said}`, ways: thing.ways.map((way) => ['without', ...way]), codes: [], kind: 'detail' };
}

const JOINTS: ReadonlySet<string> = new Set(['and', '&', '/']);
const MOST_JOINED = 4;
const MOST_UNSAID = 1;

/** One code for two neighbouring statements that say one condition each: nausea and vomiting, migraine, with aura. */
export function jointMatch(statements: readonly Statement[], at: number, { said, date, codes }: Place): Match | undefined {
  const [first, second] = [statements[at], statements[at + 1] as Statement | undefined];
  const [mine, next] = [said[at], said[at + 1] as readonly Unit[] | undefined];
  const comesWith = second?.joint === ',' && COMES_WITH.test(second.words[0].low);
  if (!second || !next || !(JOINTS.has(second.joint) || comesWith) || second.standing !== first.standing) return undefined;
  if (mine.length + next.length > MOST_JOINED || mine.filter(isCodable).length !== 1 || next.filter(isCodable).length !== 1)
    return undefined;
  const conditions = [...mine, ...next].filter(isCodable);
  const match = bestMatch([...mine, ...next], date, codes);
  return match &&
    conditions.every((unit) => match.units.includes(unit)) &&
    match.unsaid < MOST_UNSAID &&
    new Set(conditions.map((unit) => unit.said)).size > 1
    ? match
    : undefined;
}

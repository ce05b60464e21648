// Findings as far as one has to know them before they are wanted: place and rank; and how many of a file are told.
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../../rules/rule';

/** A finding that knows its place, but is not made before it is wanted: a file may have thousands. */
export interface LocatedFinding {
  /** As it was last shown. */
  drawn?: Diagnostic;
  /** 0 for an error, then upwards. */
  readonly rank: number;
  readonly start: number;
  readonly end: number;
  make(): Finding;
}

export const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

type Ranked = Pick<LocatedFinding, 'rank'>;

/** How many findings of one file are told: nobody reads more. */
export const MOST = 10_000;

/** How many findings there are. Known of each piece: to ask thousands of findings with each key takes longer than all else. */
export interface Tally {
  readonly errors: number;
  readonly others: number;
}

export function tallyOf(found: readonly Ranked[]): Tally {
  let errors = 0;
  for (let i = 0; i < found.length; i += 1) if (found[i].rank === RANKS.error) errors += 1;
  return { errors, others: found.length - errors };
}

/** Room for findings: so many errors, and as many others. What comes then is not kept, but errors are looked for behind any number of others. */
export class Room {
  private errors = 0;
  private others = 0;

  /** Is anything to be looked for? */
  get isLeft(): boolean {
    return this.errors <= MOST;
  }

  /** Those of some findings for which there is room. */
  take<T extends Ranked>(some: readonly T[]): readonly T[] {
    const isFull = this.others > MOST;
    this.count(some);
    return isFull ? some.filter(({ rank }) => rank === RANKS.error) : some;
  }

  /** Counts what was taken before. */
  count(some: readonly Ranked[]): void {
    if (some.length > 0) this.add(tallyOf(some));
  }

  add({ errors, others }: Tally): void {
    this.errors += errors;
    this.others += others;
  }

  copy(): Room {
    return Object.assign(new Room(), this);
  }
}

/** The gravest of some, in their order. */
export function gravest<T extends Ranked>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  const counts = [0, 0, 0, 0];
  for (const { rank } of all) counts[rank] += 1;
  let room = most;
  const rooms = counts.map((count) => {
    const own = Math.min(room, count);
    room -= own;
    return own;
  });
  return all.filter(({ rank }) => (rooms[rank] -= 1) >= 0);
}

/** Stands behind the last finding that is told, where there are more. */
export function furtherProblems(last: Finding): Finding {
  const message = 'There are more problems than are shown: correct these first';
  return { ...last, rule: 'x12/further-problems', severity: 'information', message, fixes: [] };
}

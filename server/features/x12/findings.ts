// The findings of an X12 file, kept for as long as neither the file nor what it is judged by changes.
import { type Steps, inOneGo } from '../../syntax/steps';
import type { Finding } from '../../rules/rule';
import type { X12File } from '../project';
import type { World } from '../world';
import { gravest, type LocatedFinding, RANKS } from './located';
import { locateFindings } from './locate';

interface Kept {
  readonly generation: number;
  readonly today: string;
  readonly settings: World['settings'];
  /** The work: who needs the findings while it is under way takes part in it. */
  readonly steps: Steps<readonly LocatedFinding[]>;
  located: readonly LocatedFinding[] | undefined;
}

const kept = new WeakMap<X12File, Kept>();

/** All findings, in the order of the text. */
export function x12Findings(document: X12File, world: World): readonly Finding[] {
  return inOneGo(x12FindingsSteps(document, world)).map((one) => one.make());
}

/** The same in steps of a few milliseconds. */
export function* x12FindingsSteps(document: X12File, world: World): Steps<readonly LocatedFinding[]> {
  const {
    project: { generation },
    today,
    settings,
  } = world;
  let found = kept.get(document);
  const fresh =
    found &&
    found.generation === generation &&
    found.today === today &&
    found.settings.rules === settings.rules &&
    found.settings.payers === settings.payers;
  if (!found || !fresh) {
    found = { generation, today, settings, steps: locateFindings(document.x12, document.source, world, generation), located: undefined };
    kept.set(document, found);
  }
  while (!found.located) {
    const step = next(document, found.steps);
    if (!step.done) yield;
    // A fault ended the work for another who took part in it: whoever needs the findings tries again.
    else if (!step.value) return yield* x12FindingsSteps(document, world);
    else found.located = step.value;
  }
  return found.located;
}

/** What has failed once is not kept. */
function next(document: X12File, steps: Kept['steps']): IteratorResult<void, readonly LocatedFinding[] | undefined> {
  try {
    return steps.next();
  } catch (error) {
    kept.delete(document);
    throw error;
  }
}

/** An editor shows no more problems of one file than these, the graver ones first. */
const MOST_SHOWN = 1000;

/** What an editor shows of the findings, in their order; where there are more, that is said first. */
export function shownFindings(located: readonly LocatedFinding[]): readonly LocatedFinding[] {
  if (located.length <= MOST_SHOWN) return located;
  const shown = gravest(located, MOST_SHOWN);
  const [{ start, end }] = shown;
  const message = `${(located.length - MOST_SHOWN).toLocaleString('en-US')} further findings are not shown: correct these first`;
  const further = { rule: 'x12/further-problems', severity: 'information', span: { start, end }, message, fixes: [] } as const;
  return [{ rank: RANKS.information, start, end, make: () => further }, ...shown];
}

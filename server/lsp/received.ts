// What is said after answers were fetched: what came back first, and where to look.
import { encounterKey } from '../claims/control';
import type { Project } from '../features/project';
import type { World } from '../features/world';
import type { LedgerClaim } from '../ledger/life-cycle';
import type { Span } from '../syntax/tree';
import type { Outcome } from './protocol';

/** States in which somebody has to act. */
const RETURNED: ReadonlySet<string> = new Set(['rejected', 'denied', 'partial']);
const NAMED = 3;

/** `changed`: the claims that the answers moved on. */
export function received(
  files: number,
  changed: readonly LedgerClaim[],
  { project, workspace, ledger }: Pick<World, 'project' | 'workspace' | 'ledger'>,
): Outcome {
  if (files === 0) return { ok: true, message: 'Nothing new has come.', news: 'none' };
  if (changed.length === 0) return { ok: true, message: 'Answers have come; they change nothing for your claims.' };
  const back = changed.filter((claim) => RETURNED.has(claim.state));
  const words = [...back, ...changed.filter((claim) => !back.includes(claim))].map((claim) => `${claim.control} ${claim.summary}`);
  const at = back.map((claim) => firstProblem(claim, project, workspace, ledger)).find((place) => place !== undefined);
  return {
    ok: true,
    message: `${words.slice(0, NAMED).join('. ')}${words.length > NAMED ? `. And ${words.length - NAMED} more` : ''}.`,
    ...(back.length > 0 && { news: 'returned' as const }),
    ...(at && { at }),
  };
}

/** The first word that the payer complains of; the encounter itself where there is none. */
function firstProblem({ key }: LedgerClaim, project: Project, workspace: World['workspace'], ledger: World['ledger']): Outcome['at'] {
  const encounter = workspace.list('encounter').find((one) => encounterKey(one.id.value) === key);
  if (!encounter) return undefined;
  const { uri } = encounter.source;
  const { head } = encounter;
  // What is said of the whole claim says less than what is said of a word.
  const isGeneral = ({ start, end }: Span) => start >= head.span.start && end <= head.span.end;
  const own = ledger.answers(uri).filter(({ span }) => span.start >= encounter.span.start && span.end <= encounter.span.end);
  const [first] = own.sort((a, b) => Number(isGeneral(a.span)) - Number(isGeneral(b.span)) || a.span.start - b.span.start);
  const place = project.get(uri)?.lines.position(first?.span.start ?? head.span.start);
  return place && { uri, line: place.line, character: place.character };
}

// Every encounter with where its claim stands, for the Claims view and for status.
import { claimPreparer } from '../claims/generate';
import type { World } from '../features/world';
import type { Account } from '../ledger/account';
import { coverageOf } from '../ledger/next-claim';
import { totalCharge } from '../model/claim';
import type { Encounter } from '../model/definitions';
import { formatMoney } from '../model/money';
import { resolveClaim } from '../model/resolve';
import type { Steps } from '../syntax/steps';
import type { ClaimNode } from './protocol';

/** Sorted by encounter. What was not sent yet is ready, or a draft where errors stand against it. */
export function* claimNodeSteps(world: World, accountOf: (encounter: string) => Account | undefined): Steps<ClaimNode[]> {
  const { project } = world;
  let prepare = claimPreparer(world),
    generation = project.generation;
  const nodes: ClaimNode[] = [];
  for (const encounter of world.workspace.list('encounter')) {
    if (generation !== project.generation) [prepare, generation] = [claimPreparer(world), project.generation];
    const isRefused = () => project.memory.recall(encounter, world, () => prepare(encounter).refused);
    nodes.push(claimNode(encounter, accountOf(encounter.id.value), isRefused, world));
    yield;
  }
  return nodes.sort((a, b) => (a.encounter < b.encounter ? -1 : 1));
}

function claimNode(encounter: Encounter, account: Account | undefined, isRefused: () => boolean, { project, workspace }: World): ClaimNode {
  const claim = resolveClaim(encounter, workspace);
  const charge = account?.charge ?? totalCharge(claim);
  const billed = account ? Math.max(0, coverageOf(claim, account.claim)) : 0;
  return {
    encounter: encounter.id.value,
    control: account?.control ?? '',
    state: account?.claim.sent ? account.state : isRefused() ? 'draft' : 'ready',
    payer: claim.coverages[billed]?.payer?.name?.value.text ?? '',
    patient: claim.patient?.target?.name?.value.text ?? encounter.patient?.value ?? '',
    date: claim.day ?? '',
    charge: charge === undefined ? '' : formatMoney(charge),
    paid: formatMoney(account?.paid ?? 0),
    patientShare: formatMoney(account?.patient ?? 0),
    summary: account?.summary ?? '',
    uri: encounter.source.uri,
    line: project.get(encounter.source.uri)?.lines.position(encounter.head.span.start).line ?? 0,
  };
}

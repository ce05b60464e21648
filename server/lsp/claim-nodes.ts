// Every encounter with where its claim stands, for the Claims view and for status.
import { prepareClaims } from '../claims/generate';
import type { World } from '../features/world';
import type { Account } from '../ledger/account';
import { coverageOf } from '../ledger/next-claim';
import { totalCharge } from '../model/claim';
import { formatMoney } from '../model/money';
import { resolveClaim } from '../model/resolve';
import type { ClaimNode } from './protocol';

/** Sorted by encounter. What was not sent yet is ready, or a draft where errors stand against it. */
export function claimNodes(world: World, accountOf: (encounter: string) => Account | undefined): ClaimNode[] {
  const { project, workspace } = world;
  const told = workspace.list('encounter').map((encounter) => ({ encounter, account: accountOf(encounter.id.value) }));
  const unsent = told.filter(({ account }) => !account?.claim.sent).map(({ encounter }) => encounter);
  const prepared = prepareClaims(unsent, world);
  const refused = new Set(unsent.filter((_, i) => prepared[i].refused));
  const nodes = told.map(({ encounter, account }): ClaimNode => {
    const claim = resolveClaim(encounter, workspace);
    const charge = account?.charge ?? totalCharge(claim);
    const billed = account ? Math.max(0, coverageOf(claim, account.claim)) : 0;
    const document = project.get(encounter.source.uri);
    return {
      encounter: encounter.id.value,
      control: account?.control ?? '',
      state: account?.claim.sent ? account.state : refused.has(encounter) ? 'draft' : 'ready',
      payer: claim.coverages[billed]?.payer?.name?.value.text ?? '',
      patient: claim.patient?.target?.name?.value.text ?? encounter.patient?.value ?? '',
      date: claim.day ?? '',
      charge: charge === undefined ? '' : formatMoney(charge),
      paid: formatMoney(account?.paid ?? 0),
      patientShare: formatMoney(account?.patient ?? 0),
      summary: account?.summary ?? '',
      uri: encounter.source.uri,
      line: document?.lines.position(encounter.head.span.start).line ?? 0,
    };
  });
  return nodes.sort((a, b) => (a.encounter < b.encounter ? -1 : 1));
}

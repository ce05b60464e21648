// The line above an encounter: charge, the patient's share, where its claim stands, and what to do next.
import type { CodeLens } from 'vscode-languageserver-types';
import { type Claim, totalCharge } from '../model/claim';
import { formatMoney } from '../model/money';
import { resolveClaim } from '../model/resolve';
import type { SuperbillDocument } from './project';
import type { World } from './world';

/** Commands are the client's; a line that only informs has an empty one. */
export function codeLenses(document: SuperbillDocument, world: World): CodeLens[] {
  const lenses: CodeLens[] = [];
  for (const encounter of document.definitions.encounters) {
    const range = document.lines.range(encounter.head.span);
    const claim = resolveClaim(encounter, world.workspace);
    const charge = totalCharge(claim);
    const status = world.ledger.status(encounter.id.value);
    const amount = charge === undefined ? 'charge not known' : `charge ${formatMoney(charge)}`;
    const services = claim.services.length === 0 ? 'no services yet' : amount;
    const facts = [services, status?.summary ?? shareOf(claim)].filter(Boolean).join(' · ');
    const add = (title: string, command: string) =>
      lenses.push({ range, command: { title, command, arguments: [document.uri, encounter.id.value] } });
    add(facts, status ? 'superbill.showClaimHistory' : '');
    switch (status?.state) {
      case 'rejected':
      case 'denied':
      case 'partial':
        add('Resubmit', 'superbill.resubmitClaim');
        break;
      case 'submitted':
      case 'accepted':
      case 'pending':
        add('Receive', 'superbill.receiveResponses');
        break;
      case 'paid':
      case 'voided':
      case 'closed':
        break;
      default:
        add('Generate', 'superbill.generateClaim');
        add('Submit', 'superbill.submitClaim');
    }
  }
  return lenses;
}

/** What the patient pays, as far as it is known before the payer has decided. */
function shareOf({ patient, coverages }: Claim): string {
  const copay = coverages[0]?.coverage.copay?.value;
  if (copay !== undefined) return `copay ${formatMoney(copay)}`;
  return patient?.target && coverages.length === 0 ? 'patient pays all' : '';
}

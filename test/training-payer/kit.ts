// A practice, a contract and encounters become an 837, the training payer's answers, and what they say.
import { claimControl } from '../../server/claims/control';
import { type Interchange, type OutgoingClaim, writeClaims } from '../../server/claims/write-837p';
import { resolveClaim } from '../../server/model/resolve';
import { type Remittance, read835 } from '../../server/payments/read-835';
import { readX12 } from '../../server/syntax/x12/read';
import { type Answer, answer } from '../../server/training-payer/answer';
import { type TrainingContract, trainingContracts } from '../../server/training-payer/contract';
import { INTERCHANGE } from '../claims/kit';
import { PRACTICE } from '../kit/frame';
import { readDocument, worldOf } from '../kit/world';

export const CONTRACT = `
contract AETNA
  member W123456789 Doe, Jane Q 1968-03-14 from 2025-01-01
  allow 99213 92.50
  allow 20610 66.00
  allow * 80%
`.trimStart();

export interface Office {
  readonly contracts: readonly TrainingContract[];
  /** The 837 of all encounters in a text. */
  file(
    encounters: string,
    options?: { attempt?: number; interchange?: Partial<Interchange>; outgoing?: (control: string) => Partial<OutgoingClaim> },
  ): string;
}

/** The practice of the tests with a contract beside it. */
export function office(contract = CONTRACT, practice = PRACTICE): Office {
  const beside = [readDocument(practice, 'file:///practice/front-desk.practice'), readDocument(contract, 'file:///practice/aetna.payer')];
  return {
    contracts: trainingContracts(worldOf(beside).workspace),
    file(encounters, { attempt = 1, interchange = {}, outgoing = () => ({}) } = {}) {
      const document = readDocument(encounters);
      const { workspace } = worldOf([...beside, document]);
      const claims = document.definitions.encounters.map((encounter) => {
        const claim = resolveClaim(encounter, workspace);
        const control = claimControl(claim.id.value, attempt);
        return { claim, control, ...outgoing(control) };
      });
      return writeClaims({ claims, interchange: { ...INTERCHANGE, ...interchange } });
    },
  };
}

/** The answers to the claims of some encounters. */
export function answered(encounters: string, contract = CONTRACT): Answer {
  const { file, contracts } = office(contract);
  return answer({ file: file(encounters), contracts });
}

/** What the 277CA says of each claim, as `A2:20`. */
export function statuses(one: Answer): string[] {
  const document = readX12(one['277ca'] ?? '');
  const found: string[] = [];
  let level = '';
  for (let i = 0; i < document.segments.count; i++) {
    if (document.segments.id(i) === 'HL') level = document.segments.text(i, 3);
    else if (document.segments.id(i) === 'STC' && level === 'PT') found.push(document.segments.text(i, 1));
  }
  return found;
}

/** The remittances of an answer. */
export function remittances(one: Answer): Remittance[] {
  return read835(readX12(one['835'] ?? ''));
}

/** Every line of an answer's remittances: code, paid, adjustments. */
export function lines(one: Answer): string[] {
  return remittances(one).flatMap((remittance) =>
    remittance.claims.flatMap((claim) =>
      claim.lines.map((line) =>
        [
          line.code,
          (line.paid / 100).toFixed(2),
          ...line.adjustments.map((each) => `${each.group}-${each.reason} ${(each.amount / 100).toFixed(2)}`),
          ...line.remarks.map((each) => each.code),
        ].join(' '),
      ),
    ),
  );
}

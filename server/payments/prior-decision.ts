// A posted remittance as the next payer wants it: what the earlier payer paid and took off, line by line.
import type { Adjustment, PriorDecision } from '../model/adjustment';
import type { ClaimPayment, Remittance } from './read-835';

/** Lines of the claim that was sent: number, REF*6R, service code. */
export interface SentLine {
  readonly position: number;
  readonly control: string;
  readonly code: string;
}

/** What a payer decided on a claim. `coverage` says whose decision it is (0 for the primary); `sent` are the lines as they went out. */
export function priorDecision(claim: ClaimPayment, remittance: Remittance, coverage: number, sent: readonly SentLine[]): PriorDecision {
  const free = [...sent];
  const lines = claim.lines.flatMap((line) => {
    const code = line.submittedCode || line.code;
    const found = free.findIndex((one) => line.control !== '' && one.control === line.control);
    const index = found >= 0 ? found : free.findIndex((one) => one.code === code);
    const [one] = index >= 0 ? free.splice(index, 1) : [];
    return one ? [{ position: one.position, paid: line.paid, adjustments: line.adjustments.map(plain) }] : [];
  });
  return {
    coverage,
    date: remittance.date,
    paid: claim.paid,
    adjustments: claim.adjustments.map(plain),
    payerNumber: claim.payerNumber,
    lines,
  };
}

function plain({ group, reason, amount, quantity }: Adjustment): Adjustment {
  return { group, reason, amount, ...(quantity !== undefined && { quantity }) };
}

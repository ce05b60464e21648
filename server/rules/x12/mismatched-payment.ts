// A payment is what its claims come to.
import { formatMoney, formatX12Money } from '../../model/money';
import { openOnClaim, readSentRemittance } from '../../model/sent-remittance';
import { replace, rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'The payment is the sum of its claims less the adjustments of the provider',
  why: 'Who posts a remittance that does not balance puts wrong amounts into the books; a receiver refuses it.',
  cites: ['ASC X12N 835 005010X221A1, section 1.10.2.1.3, balancing of the transaction', 'X12 request for interpretation 2601'],
  transaction: 'BPR02',
  bad: [
    `835
BPR*I*90*C*ACH*CCP*01*021000021*DA*123456789*1512345678**01*021000089*DA*987654321*20260910`,
  ],
  good: [
    `835
PLB*1234567893*20261231*WO:ADJ1*5`,
    // Its claim is told, and the amount that is missing.
    '835\nCLP*E1001*1*145*97.5*20*12*PCN100200300*11*1',
    '835\nPLB*1234567893*20261231*WO:ADJ1',
  ],
  check({ document, transaction, source }, { report }) {
    const remittance = readSentRemittance(document, transaction, source);
    if (!remittance?.amount || !remittance.sure) return;
    const { amount, debit, claims, provider } = remittance;
    let paid = -provider,
      open = 0;
    for (const claim of claims) {
      paid += claim.paid?.value ?? 0;
      open += openOnClaim(claim);
    }
    const stated = debit ? -amount.value : amount.value;
    // What is open on a claim is told there.
    if (paid === stated || paid + open === stated) return;
    report(amount, `The payment is ${formatMoney(stated)}; claims and provider adjustments come to ${formatMoney(paid)}`, {
      fixes: paid >= 0 && !debit ? [replace(amount, formatX12Money(paid), `Set the payment to ${formatMoney(paid)}`)] : [],
    });
  },
});

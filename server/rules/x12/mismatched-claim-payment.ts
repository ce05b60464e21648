// What a claim is paid is its charge less all adjustments.
import { formatMoney } from '../../model/money';
import { openOnClaim, openOnLine, readSentRemittance } from '../../model/sent-remittance';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'The payment of a claim is its charge less all adjustments',
  why: 'A difference that nobody explains stays open in the books: the remittance cannot be posted.',
  cites: ['ASC X12N 835 005010X221A1, section 1.10.2.1.2, balancing of the claim', 'X12 request for interpretation 358'],
  transaction: '2100 CLP04',
  bad: [
    `835
CLP*E1001*1*145*97.5*20*12*PCN100200300*11*1
BPR*I*92.5*C*ACH*CCP*01*021000021*DA*123456789*1512345678**01*021000089*DA*987654321*20260910`,
  ],
  good: [
    `835
CLP*E1001*1*145*92.5*20*12*PCN100200300*11*1`,
    // Its line is told.
    '835\nCAS*CO*45*40',
  ],
  check({ document, transaction, source }, { report }) {
    for (const claim of readSentRemittance(document, transaction, source)?.claims ?? []) {
      const open = openOnClaim(claim);
      // What is open on a line is told there.
      if (!claim.paid || open === 0 || open === claim.lines.reduce((sum, line) => sum + openOnLine(line), 0)) continue;
      report(
        claim.paid,
        `Claim ${claim.name} says paid ${formatMoney(claim.paid.value)}; its charge less all adjustments is ${formatMoney(claim.paid.value + open)}`,
      );
    }
  },
});

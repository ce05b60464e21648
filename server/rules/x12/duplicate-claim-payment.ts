// A claim stands once in a remittance.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['835'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A claim stands once in a remittance with the same status and payment',
  why: 'The payment is posted twice.',
  cites: ['ASC X12N 835 005010X221A1, loop 2100 CLP01, CLP02 and CLP07'],
  transaction: '2100 CLP01',
  bad: [
    `835
BPR*I*180*C*ACH*CCP*01*021000021*DA*123456789*1512345678**01*021000089*DA*987654321*20260910
after LQ: CLP*E1001*1*145*92.5*20*12*PCN100200300*11*1~CAS*CO*45*32.5~CAS*PR*3*20~NM1*QC*1*DOE*JANE~DTM*232*20260815`,
  ],
  good: ['835\nCLP*E1001*1*145*92.5*20*12*PCN100200300*11*1'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    const seen = new Set<string>();
    eachSegment(document, transaction, ['CLP'], (segment) => {
      row.go(segment);
      if (row.text(7) === '') return;
      const key = [1, 2, 3, 4, 7].map((n) => row.text(n)).join('*');
      if (seen.has(key)) report(row.at(1), `Claim ${row.text(1)} stands above with the same status, payment and payer’s number`);
      seen.add(key);
    });
  },
});

// A transfer tells format, banks and accounts, and the payer's number twice in the same way.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const TRANSFER = 'ACH';

export default rule({
  on: 'transaction',
  types: ['820', '835'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A transfer tells its format and accounts, and the payer has one number',
  why: 'Without them nobody finds the deposit that belongs to the remittance.',
  cites: [
    'ASC X12N 835 005010X221A1, BPR05 to BPR15 and TRN03',
    'ASC X12N 820 005010X218, BPR05 to BPR15',
    'CAQH CORE rule 370, EFT and ERA reassociation',
  ],
  transaction: 'BPR05',
  bad: [
    '835\nBPR*I*87.5*C*ACH**01*021000021*DA*123456789*1512345678**01*021000089*DA*987654321*20260910',
    '835\nBPR*I*87.5*C*ACH*CCP*01*021000021*DA*123456789*1512345678******20260910',
    '835\nTRN*1*EFT778899*1999999999',
    '820\nBPR*C*19000*C*ACH*CTX*01*021000021*DA*12345678*1361234567******20260916',
    '820\nTRN*1*P12345*1999999999',
  ],
  good: ['835\nTRN*1*EFT778899*1512345678', '835\nBPR*I*87.5*C*CHK************20260910\nTRN*1*CHK778899*1512345678'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let payer: string | undefined;
    eachSegment(document, transaction, ['BPR', 'TRN'], (segment, name) => {
      row.go(segment);
      if (name === 'BPR') {
        payer = row.text(10);
        if (row.text(4) !== TRANSFER) return;
        const missing = [5, 6, 7, 8, 9, 10, 12, 13, 14, 15]
          .filter((n) => row.text(n) === '')
          .map((n) => `BPR${String(n).padStart(2, '0')}`);
        if (missing.length > 0)
          report(
            row.at(4),
            `A transfer (ACH) tells format, banks and accounts: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
          );
      } else if (payer && row.text(3) !== '' && row.text(3) !== payer)
        report(row.at(3), `The payer’s number is ${row.text(3)} here and ${payer} in BPR10`, { transaction: 'TRN03' });
    });
  },
});

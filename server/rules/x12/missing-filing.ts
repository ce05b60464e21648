// Each payer of a claim has its kind of insurance.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['837'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'Each payer of a claim has its kind of insurance',
  why:
    'As long as there are no national plan ids, payers and clearinghouses tell Medicare, Medicaid and commercial plans by it, and refuse ' +
    'claims without.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2000B and 2320 SBR09'],
  transaction: '2000B SBR09',
  bad: ['SBR*P*18*0098765'],
  good: ['SBR*P*18*0098765******CI'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['SBR'], (segment) => {
      row.go(segment);
      if (!row.has(9)) report(row.at(9), 'The kind of insurance (SBR09) is missing');
    });
  },
});

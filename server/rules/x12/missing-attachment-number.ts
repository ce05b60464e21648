// Papers that go another way than the claim are found by their number; those that are kept have none.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** By mail, e-mail, electronic file, file transfer, fax. */
const SENT_APART = new Set(['BM', 'EM', 'EL', 'FT', 'FX']);
/** The payer may ask for them. */
const ON_REQUEST = 'AA';

export default rule({
  on: 'transaction',
  types: ['278', '837'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'An attachment that goes another way has a number, one that is kept has none',
  why: 'Without it the payer cannot bring papers and claim together, and denies the claim for want of them.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2300 and 2400 PWK05 and PWK06', 'ASC X12N 278 005010X217, loop 2000E PWK06'],
  paper: '19',
  transaction: '2300 PWK06',
  bad: ['278\nafter HSD: PWK*OZ*FX', 'after CLM: PWK*OZ*BM', 'after CLM: PWK*OZ*FX*1*X*AC', 'after CLM: PWK*OZ*AA***AC*DMN0012'],
  good: ['after CLM: PWK*OZ*BM***AC*DMN0012', 'after CLM: PWK*OZ*AA'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['PWK'], (segment) => {
      row.go(segment);
      if (SENT_APART.has(row.text(2)) && row.text(6) === '')
        report(row.at(2), `The attachment goes another way (${row.text(2)}) and has no number (PWK06)`);
      if (row.text(2) === ON_REQUEST && row.text(6) !== '')
        report(row.at(6), 'The attachment is only kept for the payer to ask for (AA): it has no number');
    });
  },
});

// A decision about an authorization says under which number, or why not.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A certified service has its number, a refused one its reason',
  why: 'Without the number the claim is denied; without the reason nobody can appeal.',
  cites: ['ASC X12N 278 005010X217 response, loops 2000E and 2000F, HCR02 and HCR03'],
  transaction: '2000E HCR',
  bad: ['278\nHCR*A1', '278\nafter HCR*A6: HCR*A3\nno HCR*A6'],
  good: ['278\nHCR*A1*A123456', '278\nafter HCR*A6: HCR*A3**0Y\nno HCR*A6', '278\nafter HCR*A6: HCR*A4\nno HCR*A6'],
  check({ document, transaction, source }, { report }) {
    if (transaction.type !== '278') return;
    const row = x12Row(document, source, transaction.first);
    let isAnswer = false;
    eachSegment(document, transaction, ['BHT', 'HCR'], (segment, name) => {
      row.go(segment);
      if (name === 'BHT') {
        isAnswer = row.text(2) === '11';
        return;
      }
      const decision = row.text(1);
      if (!isAnswer) return;
      if ((decision === 'A1' || decision === 'A6') && !row.value(2))
        report(row.at(1), 'Certified, but the number of the authorization (HCR02) is missing');
      else if (decision === 'A3' && !row.value(3)) report(row.at(1), 'Not certified, but the reason (HCR03) is missing');
    });
  },
});

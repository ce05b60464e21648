// What a hospital does not ask to be paid is a part of the charge.
import { eachSegment } from '../../model/each-segment';
import { formatMoney } from '../../model/money';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'The uncovered part of a hospital line is not more than its charge',
  why: 'A payer takes it off the charge: less than nothing is no bill.',
  cites: ['ASC X12N 837I 005010X223A2, loop 2400 SV207', 'NUBC, Official UB-04 Data Specifications, form locator 48'],
  paper: '48',
  transaction: '2400 SV207',
  bad: ['837I\nSV2*0510*HC:99213*500*UN*1**501'],
  good: ['837I\nSV2*0510*HC:99213*500*UN*1**500'],
  check({ sent, source }, { report }) {
    if (!sent) return;
    const row = x12Row(sent.document, source, sent.first);
    eachSegment(sent.document, { first: sent.first, end: sent.end }, ['SV2'], (segment) => {
      row.go(segment);
      if (!row.has(7)) return;
      const charge = row.money(3),
        uncovered = row.money(7);
      if (charge && uncovered && uncovered.value > charge.value)
        report(uncovered, `${formatMoney(uncovered.value)} are not covered, more than the charge of ${formatMoney(charge.value)}`);
    });
  },
});

// A patient has paid no less than nothing and no more than the charge.
import { formatMoney } from '../../model/money';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'What the patient paid is not more than the charge',
  why: 'The payer takes it off the payment, or asks what the rest was for.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 AMT*F5', 'CMS Medicare Claims Processing Manual, chapter 26, item 29'],
  paper: '29',
  transaction: '2300 AMT02',
  bad: ['after CLM: AMT*F5*300', 'after CLM: AMT*F5*-25'],
  good: ['after CLM: AMT*F5*25', 'after CLM: AMT*F5*255'],
  check({ sent }, { report }) {
    const paid = sent?.patientPaid;
    if (!sent || !paid) return;
    if (paid.value < 0) report(paid, 'What the patient paid is less than nothing');
    else if (sent.total && paid.value > sent.total.value)
      report(paid, `The patient paid ${formatMoney(paid.value)}, more than the charge of ${formatMoney(sent.total.value)}`);
  },
});

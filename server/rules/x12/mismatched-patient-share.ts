// What a patient owes is the sum of the adjustments for the patient.
import { formatMoney } from '../../model/money';
import { readSentRemittance } from '../../model/sent-remittance';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'The patient’s part of a claim is the sum of its PR adjustments',
  why: 'The statement to the patient would show another amount than the payer’s explanation.',
  cites: ['ASC X12N 835 005010X221A1, loop 2100 CLP05'],
  transaction: '2100 CLP05',
  bad: [
    `835
CLP*E1001*1*145*92.5*25*12*PCN100200300*11*1`,
  ],
  good: [
    `835
CLP*E1001*1*145*92.5*20*12*PCN100200300*11*1`,
  ],
  check({ document, transaction, source }, { report }) {
    for (const { name, status, owed, patient, lines } of readSentRemittance(document, transaction, source)?.claims ?? []) {
      if (!owed || status.value === '22') continue;
      let share = patient;
      for (const line of lines) share += line.patient;
      if (share === owed.value) continue;
      report(
        owed,
        `Claim ${name} says that the patient owes ${formatMoney(owed.value)}; the adjustments for the patient come to ${formatMoney(share)}`,
      );
    }
  },
});

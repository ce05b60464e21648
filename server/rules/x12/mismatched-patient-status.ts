// The status of a patient, and the hour of the discharge, agree with the kind of bill.
import { saidIn } from '../claim-line';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'A patient who is still there has an interim bill, and no hour of discharge',
  why: 'Frequency 1 and 4 end the stay; status 30 says that it goes on. Payers refuse the claim.',
  cites: ['ASC X12N 837I 005010X223A2, loop 2300 CL103 and CLM05-3', 'CMS Medicare Claims Processing Manual, chapter 25, section 75.2'],
  transaction: '2300 CL103',
  bad: [
    `837I
CLM*E2001*500***11:A:1**A*Y*Y
after DTP*434: DTP*435*DT*202608150800
CL1*1*1*30`,
    `837I
CLM*E2001*500***11:A:2**A*Y*Y
after CLM: DTP*096*TM*1130
after DTP*434: DTP*435*DT*202608150800
CL1*1*1*30`,
  ],
  good: [
    `837I
CLM*E2001*500***11:A:2**A*Y*Y
after DTP*434: DTP*435*DT*202608150800
CL1*1*1*30`,
  ],
  check(claim, { report }) {
    const { sent } = claim;
    const status = sent?.patientStatus;
    if (!sent || !status || !/^(11|18|21)$/.test(sent.place.value)) return;
    const { value } = sent.frequency;
    if (status.value === '30' && (value === '1' || value === '4'))
      report(status, `Status 30 says that the patient is still there; frequency ${value} is the last bill of a stay`);
    else if (status.value !== '30' && (value === '2' || value === '3'))
      report(status, `Frequency ${value} says that the stay goes on, status ${status.value} that it ended: 30 is still there`);
    if (value !== '2' && value !== '3') return;
    const hour = saidIn(claim, 'DTP', 3, '096');
    if (hour)
      report(hour, `Frequency ${value} says that the stay goes on: take away the hour of the discharge (DTP*096)`, {
        transaction: '2300 DTP*096',
      });
  },
});

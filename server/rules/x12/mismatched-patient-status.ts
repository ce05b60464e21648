// The status of a patient, the hour of the discharge and the day of death agree with the kind of bill.
import type { Claim } from '../../model/claim';
import { isForMedicare, saidIn } from '../claim-line';
import { rule } from '../rule';

/** Bills of hospitals, swing beds, nursing homes and hospices: first, next and last ones follow each other. */
const CARE = /^(?:11|18|21|81|82)$/;
/** CL103: died. */
const DIED = /^(?:20|4[0-2])$/;
/** Died at home, in another place of care, at a place that is not known: hospices say so. */
const ELSEWHERE = /^4[0-2]$/,
  AT_HOME = '40',
  HOSPITAL_STAY = '11',
  AWAY = /^(?:11|18|21)$/;
/** Occurrence: day of death. Asked for from this day on; of hospices the payer adds it. */
const DEATH = '55',
  SINCE = '2012-10-01',
  HOSPICE = /^8[12]$/;

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'A patient who is still there has an interim bill, and no hour of discharge; one who died has a day of death',
  why: 'Frequency 1 and 4 end the stay; status 30 says that it goes on. Who died has occurrence 55. Payers refuse the claim.',
  cites: [
    'ASC X12N 837I 005010X223A2, loop 2300 CL103 and CLM05-3',
    'CMS Medicare Claims Processing Manual, chapter 25, section 75.2',
    'CMS Change Request 7792 (occurrence code 55)',
  ],
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
    '837I\nCLM*E2001*500***81:A:3**A*Y*Y',
    '837I\nCL1*1*1*20',
    '837I\nCLM*E2001*500***11:A:1**A*Y*Y\nafter DTP*434: DTP*435*DT*202608150800\nCL1*1*1*40',
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
    if (!sent || !status) return;
    if ((ELSEWHERE.test(status.value) && sent.place.value === HOSPITAL_STAY) || (status.value === AT_HOME && AWAY.test(sent.place.value))) {
      report(status, `Status ${status.value} is for hospices: a patient who died in the hospital has 20`, {
        severity: status.value === AT_HOME || isForMedicare(claim) ? 'error' : 'warning',
      });
      return;
    }
    if (DIED.test(status.value) && !tellsDeath(claim))
      report(status, `Status ${status.value} says that the patient died: the day of death (occurrence code ${DEATH}) is missing`, {
        severity: isForMedicare(claim) ? 'error' : 'warning',
        paper: '31',
        transaction: '2300 HI*BH',
      });
    if (!CARE.test(sent.place.value)) return;
    const { value } = sent.frequency;
    const hour = saidIn(claim, 'DTP', 3, '096');
    const goesOn = value === '2' || value === '3';
    // Where status and hour agree, the frequency is the slip.
    if (goesOn && hour && status.value !== '30') {
      report(
        sent.frequency,
        `Frequency ${value} says that the stay goes on; status ${status.value} and the hour of the discharge say that it ended`,
        { transaction: '2300 CLM05-3' },
      );
      return;
    }
    if (status.value === '30' && (value === '1' || value === '4'))
      report(status, `Status 30 says that the patient is still there; frequency ${value} is the last bill`);
    else if (status.value !== '30' && goesOn)
      report(status, `Frequency ${value} says that the care goes on, status ${status.value} that it ended: 30 is still there`);
    if (goesOn && hour)
      report(hour, `Frequency ${value} says that the stay goes on: take away the hour of the discharge (DTP*096)`, {
        transaction: '2300 DTP*096',
      });
  },
});

function tellsDeath({ sent, day }: Claim): boolean {
  if (!sent || (day ?? '') < SINCE || HOSPICE.test(sent.place.value)) return true;
  return sent.codes.some(({ qualifier, code }) => qualifier.value === 'BH' && code.value === DEATH);
}

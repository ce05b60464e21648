// Outpatient services of some departments have a code beside the revenue code.
import { billsStay, isForMedicare } from '../claim-line';
import { rule } from '../rule';

/** Laboratory, imaging, emergency room, clinic, magnetic resonance, EKG and EEG. */
const CODED = /^0?(?:3[0-5]\d|40\d|45\d|5[12]\d|6[1]\d|7[34]\d)$/;
/** Operating room, therapies, heart laboratory, treatment room: Medicare asks for the code, some others do not. */
const CODED_FOR_MEDICARE = /^0?(?:36\d|4[234678]\d|76[01])$/;
/** Drugs that need a code in any case. */
const DRUGS = '0636';
/** Hospital outpatients, also of a small hospital. */
const OUTPATIENT = new Set(['13', '14', '85']);
/** All bills of services that are not a stay. */
const DATED = new Set([...OUTPATIENT, '22', '23', '34', '71', '72', '74', '75', '76', '77', '83']);

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'An outpatient line of a laboratory, of imaging or of a clinic has its service code, and its day',
  why: 'Payers price outpatient services by their code and day: a line with a department alone is returned.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 4, section 20', 'ASC X12N 837I 005010X223A2, loop 2400 SV202 and DTP*472'],
  paper: '44',
  transaction: '2400 SV202',
  bad: [
    '837I\nSV2*0510**500*UN*1',
    '837I\nSV2*0636**500*UN*1',
    '837I\nDTP*434*RD8*20260814-20260815\nno DTP*472',
    '837I\nSBR*P*18*******MA\nNM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73\nSV2*0360**500*UN*1',
    '837I\nCLM*E2001*500***72:A:1**A*Y*Y\nDTP*434*RD8*20260814-20260815\nno DTP*472',
  ],
  good: ['837I\nSV2*0510*HC:99213*500*UN*1', '837I\nSV2*0360**500*UN*1', '837I\nSV2*0250**500*UN*1', '837I\nno DTP*472'],
  check(claim, { report }) {
    const { sent } = claim;
    if (!sent || !DATED.has(sent.place.value) || billsStay(claim)) return;
    const isHospital = OUTPATIENT.has(sent.place.value);
    // Small hospitals are paid what it costs them.
    const isPricedByCode = sent.place.value === '13' && isForMedicare(claim);
    const { from, to } = sent.statement?.value ?? {};
    for (const { revenue, service } of sent.lines) {
      if (!revenue) continue;
      if (isHospital && !service.code && (CODED.test(revenue.value) || (isPricedByCode && CODED_FOR_MEDICARE.test(revenue.value))))
        report(revenue, `Revenue code ${revenue.value} of an outpatient needs the code of the service`);
      else if (isHospital && !service.code && revenue.value === DRUGS)
        report(revenue, `Revenue code ${DRUGS} is for drugs that are told by their code: it is missing`);
      if (!service.date && from !== to)
        report(revenue, `The statement covers several days: the day of this line (DTP*472) is missing`, {
          severity: service.code ? 'error' : 'warning',
          paper: '45',
          transaction: '2400 DTP*472',
        });
    }
  },
});

// Some reasons for a visit are only ever the first diagnosis.
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import { rule } from '../rule';

// Z00 without Z00.6, and the others of the guideline's list.
const FIRST_ONLY = /^Z(?:00(?!6)|0[124]|318[134]|332|34|38|39|40|42|51[01]|52(?!9)|76[12]|9912)/;

export default rule({
  on: 'diagnosis',
  alike: ['diagnoses'],
  severity: 'information',
  since: '0.1.0',
  title: 'A reason for the visit that may only be first comes first',
  why: 'Examinations, care of a normal pregnancy and some other Z codes come first, unless two visits of a day are put together.',
  cites: ['ICD-10-CM Official Guidelines, section I.C.21.c.16'],
  paper: '21',
  transaction: '2300 HI',
  bad: ['diagnoses\n  A  M17.11\n  B  Z00.00'],
  good: ['diagnoses\n  A  Z00.00\n  B  M17.11', 'diagnoses\n  A  Z00.00\n  B  Z01.419'],
  check({ claim, diagnosis: { code, position } }, { report }) {
    const first = claim.diagnoses[0]?.code;
    if (!code || !first || position === 1 || !FIRST_ONLY.test(diagnosisKey(code.value)) || FIRST_ONLY.test(diagnosisKey(first.value)))
      return;
    report(code, `${dottedDiagnosis(diagnosisKey(code.value))} is meant to be the first diagnosis: move it up`, diagnosisLanding(position));
  },
});

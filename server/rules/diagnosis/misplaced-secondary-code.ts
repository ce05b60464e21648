// What only adds to another diagnosis is never the first.
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import { isHospitalStay } from '../claim-line';
import { rule } from '../rule';

/** Weeks of pregnancy, body mass index, resistance, germs, medicines taken, outcome of delivery, not resuscitated, blood type. */
const NEVER_FIRST = /^(?:Z3A|Z68|Z16|B9[5-7]|Z79|Z37|Z66|Z67)/;
/** T36–T50 whose fifth or sixth sign says underdosing. */
const UNDERDOSING = /^T(?:3[6-9]|4\d|50)(?:\w{2}6|\w6|\wX6)/;
const SEQUELA = /^[ST]\w{5}S$/;

export default rule({
  on: 'diagnosis',
  alike: ['diagnoses'],
  severity: 'warning',
  since: '0.2.0',
  title: 'What only adds to another diagnosis is not the first',
  why: 'Such a code says nothing by itself: payers deny a claim whose first diagnosis gives no reason for the visit.',
  cites: [
    'ICD-10-CM Official Guidelines, sections I.B.10 (sequela), I.B.14, I.C.1.b, I.C.19.e.5.c and I.C.21.c',
    'CMS Medicare Code Editor, unacceptable principal diagnosis',
  ],
  paper: '21',
  transaction: '2300 HI',
  bad: [
    'diagnoses\n  A  Z68.30\n  B  E66.9',
    'diagnoses\n  A  Z79.4\n  B  E11.65',
    'diagnoses\n  A  B95.61\n  B  L03.115',
    'diagnoses\n  A  S52.501S\n  B  M25.531',
  ],
  good: [
    'diagnoses\n  A  E66.9\n  B  Z68.30',
    'diagnoses\n  A  E11.65\n  B  Z79.4',
    'diagnoses\n  A  M25.531\n  B  S52.501S',
    'diagnoses\n  A  Z79.01',
  ],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || position !== 1) return;
    const key = diagnosisKey(code.value);
    const shown = dottedDiagnosis(key);
    if (SEQUELA.test(key)) report(code, `${shown} is a sequela: what it has left behind is coded first`, diagnosisLanding(position));
    else if (UNDERDOSING.test(key))
      report(code, `${shown} is an underdosing: what it has led to is coded first`, { ...diagnosisLanding(position), severity: 'error' });
    // A test that watches over a medicine may have no other reason.
    else if (NEVER_FIRST.test(key) && !(claim.diagnoses.length === 1 && key.startsWith('Z79')))
      report(code, `${shown} only adds to another diagnosis: that one comes first`, {
        ...diagnosisLanding(position),
        severity: key.startsWith('Z79') && !isHospitalStay(claim) ? 'warning' : 'error',
      });
    else if (isHospitalStay(claim) && claim.day !== undefined && codes.fact('icd-10-cm', 'diagnosis-edits', key, claim.day)?.unacceptable)
      report(code, `${shown} is not taken as the principal diagnosis of a hospital stay`, diagnosisLanding(position));
  },
});

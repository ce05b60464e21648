// A principal diagnosis that seldom is a reason to stay in hospital.
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import { isForMedicare, isHospitalStay } from '../claim-line';
import { rule } from '../rule';

export default rule({
  on: 'diagnosis',
  only: 'x12',
  forms: ['institutional'],
  alike: 'code',
  severity: 'warning',
  since: '0.2.0',
  title: 'The principal diagnosis is a reason for a stay in hospital',
  why:
    'Medicare lists diagnoses that are mostly treated without a stay (questionable admission): the claim is reviewed before it is paid. ' +
    'Found once the list has been imported.',
  cites: ['CMS Medicare Code Editor, questionable admission'],
  paper: '67',
  transaction: '2300 HI01-2',
  bad: ['837I\nCLM*E1*1500***11:A:1**A*Y*Y\nHI*ABK:E119'],
  good: ['837I\nHI*ABK:E119', '837I\nCLM*E1*1500***11:A:1**A*Y*Y\nHI*ABK:E1165\nafter HI*APR: HI*ABF:E119'],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || position !== 1 || claim.day === undefined || !isHospitalStay(claim)) return;
    if (!codes.fact('icd-10-cm', 'diagnosis-edits', code.value, claim.day)?.qadm) return;
    report(
      code,
      `${dottedDiagnosis(diagnosisKey(code.value))} alone seldom needs a stay in hospital: is the reason for the admission another diagnosis?`,
      { ...diagnosisLanding(position), severity: isForMedicare(claim) ? 'warning' : 'information' },
    );
  },
});

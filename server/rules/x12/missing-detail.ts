// A hospital stay names the side where a code with the side exists.
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import type { SentClaim } from '../../model/sent-claim';
import { isForMedicare, isHospitalStay } from '../claim-line';
import { rule } from '../rule';

/** The words of the remark by which a hospital says that the record does not tell. */
const CANNOT_TELL = /UNABLE TO DET LAT/;

export default rule({
  on: 'diagnosis',
  only: 'x12',
  forms: ['institutional'],
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'warning',
  since: '0.2.0',
  title: 'A hospital stay has no unspecified code where the record can tell more',
  why:
    'Since April 2022 Medicare returns stays with an unspecified code of its list, unless a remark says that the side cannot be told. ' +
    'Found once the list has been imported.',
  cites: ['CMS Medicare Code Editor, unspecified code edit (edit 20)', 'FY 2022 IPPS final rule, unspecified codes'],
  paper: '67',
  transaction: '2300 HI',
  bad: ['837I\nCLM*E1*1500***11:A:1**A*Y*Y\nHI*ABK:S52509A'],
  good: [
    '837I\nHI*ABK:S52509A',
    '837I\nCLM*E1*1500***11:A:1**A*Y*Y\nHI*ABK:S52509A\nafter CL1: NTE*ADD*UNABLE TO DET LAT 1',
    '837I\nCLM*E1*1500***11:A:1**A*Y*Y\nHI*ABK:S52501A',
  ],
  check({ claim, diagnosis: { code, position } }, { report, codes }) {
    if (!code || claim.day === undefined || !isHospitalStay(claim) || !claim.sent || isExplained(claim.sent)) return;
    if (!codes.fact('icd-10-cm', 'diagnosis-edits', code.value, claim.day)?.unspecified) return;
    report(
      code,
      `${dottedDiagnosis(diagnosisKey(code.value))} does not say which side or part: code what the record tells, or remark UNABLE TO DET LAT 1 (NTE)`,
      { ...diagnosisLanding(position), severity: isForMedicare(claim) ? 'warning' : 'information' },
    );
  },
});

function isExplained({ document: { segments }, first, end }: SentClaim): boolean {
  for (let i = first; i < end; i += 1) if (segments.id(i) === 'NTE' && CANNOT_TELL.test(segments.text(i, 2))) return true;
  return false;
}

// A diagnosis of one sex fits the sex of the patient.
import { diagnosisKey, diagnosisLanding, dottedDiagnosis } from '../../model/diagnosis-codes';
import { isForMedicare } from '../claim-line';
import { rule } from '../rule';

/** Pregnancy and birth; female organs, their tumours, injuries, history and examinations. Keys without dot. */
const FEMALE = new RegExp(
  '^(?:' +
    [
      'O\\d|A34|F53|F525|M830|Z3[3469]|Z3A|Z37|Z320',
      'N7[0-7]|N8\\d|N9[0-8]|E28|E894|Q5[0-2]|I863|L292|B373|A540[23]|A5602|A5901|A6004|R87|T833',
      'C5[1-8]|C796|D06|D07[0-3]|D2[5-8]|D39',
      'S302[34]|S314|S37[4-6]',
      'Z014[12]|Z124|Z127[23]|Z3043|Z854[0-4]|Z874[12]|Z907[12]|Z780|Z975',
    ].join('|') +
    ')',
);
/** Male organs. */
const MALE =
  /^(?:N4\d|N5[0-3]|E29|E895|Q5[3-5]|I861|L291|B260|F5221|F524|A181[45]|A542[23]|R86|R972|C6[0-3]|D07[4-6]|D29|D40|S302[12]|S31[23]|S3782|Z125|Z1271|Z412|Z854[5-9]|Z9852)/;
/** From this day on, Medicare no longer compares. */
const MEDICARE_STOPPED = '2024-10-01';
/** UB-04 condition code and modifier by which a claim says that the sex on file is no mistake. */
const NO_MISTAKE = { condition: '45', modifier: 'KX' } as const;

export default rule({
  on: 'diagnosis',
  alike: 'code',
  severity: 'error',
  since: '0.2.0',
  title: 'A diagnosis of one sex fits the sex of the patient',
  why:
    'The code or the sex on file is mostly a slip, and many payers deny such a line (reason 10). Where it is none, modifier KX or condition ' +
    'code 45 says so. Medicare itself has stopped comparing on 2024-10-01.',
  cites: [
    'CMS Medicare Code Editor, sex conflict (until version 41)',
    'CMS Medicare Claims Processing Manual, chapter 32, section 240',
    'X12 claim adjustment reason code 10',
  ],
  paper: '21',
  transaction: '2300 HI',
  bad: [
    'diagnoses\n  A  N40.0\n  B  E11.65',
    'diagnoses\n  A  E11.65\n  B  Z12.5',
    'date 2024-09-30\npatient ROE-RICHARD\ndiagnoses\n  A  O80\n  B  E11.65',
  ],
  good: [
    'diagnoses\n  A  N80.9\n  B  E11.65',
    'patient ROE-RICHARD\ndiagnoses\n  A  N40.0\n  B  E11.65',
    'diagnoses\n  A  N40.0\n  B  E11.65\nservices\n  99213-KX  AB  145.00',
  ],
  concerns: ({ diagnosis: { code } }) => code !== undefined && sexOf(code.value) !== undefined,
  check({ claim, diagnosis: { code, position } }, { report }) {
    const meant = code && sexOf(code.value);
    const sex = meant && claim.patient?.target?.sex?.value;
    if (!code || sex === meant || (sex !== 'F' && sex !== 'M')) return;
    if (claim.sent?.codes.some((one) => one.qualifier.value === 'BG' && one.code.value === NO_MISTAKE.condition)) return;
    if (
      claim.services.some(
        (service) => service.pointed.includes(position) && service.modifiers.some(({ value }) => value === NO_MISTAKE.modifier),
      )
    )
      return;
    const settled = claim.day !== undefined && claim.day >= MEDICARE_STOPPED && isForMedicare(claim);
    report(
      code,
      `${dottedDiagnosis(diagnosisKey(code.value))} is a diagnosis of ${sex === 'M' ? 'women' : 'men'}; the patient is on file as ${sex === 'M' ? 'male' : 'female'}: correct one of the two, or add KX`,
      { ...diagnosisLanding(position), severity: settled ? 'information' : 'error' },
    );
  },
});

function sexOf(code: string): 'F' | 'M' | undefined {
  const key = diagnosisKey(code);
  return FEMALE.test(key) ? 'F' : MALE.test(key) ? 'M' : undefined;
}

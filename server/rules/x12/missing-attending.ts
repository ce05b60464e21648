// A hospital claim names who was responsible, and who operated.
import { saidIn } from '../claim-line';
import { rule } from '../rule';

/** Section 0, surgery, with the approach 0: the body was opened. */
const OPEN = /^0\w{3}0\w{2}$/;

/** NM101: who operated, who helped. */
const OPERATING = '72',
  HELPER = 'ZZ';

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'A hospital claim names the attending provider, and the operating one where there was an operation',
  why: 'A payer refuses a claim without the clinician who was responsible for the patient.',
  cites: ['ASC X12N 837I 005010X223A2, loops 2310A and 2310B', 'NUBC, Official UB-04 Data Specifications, form locators 76 and 77'],
  paper: '76',
  transaction: '2310A NM1',
  bad: ['837I\nno NM1*71', '837I\nafter NM1*71: NM1*ZZ*1*HOUSE*GREGORY****XX*1003000126', '837I\nafter HI*APR: HI*BBR:0SRC069:D8:20260815'],
  good: ['837I\nHI*ABK:M1711', '837I\nafter HI*APR: HI*BBR:0SRC069:D8:20260815\nafter NM1*71: NM1*72*1*HOUSE*GREGORY****XX*1003000126'],
  check(claim, { report }) {
    const { sent, rendering, head } = claim;
    if (!sent) return;
    if (!rendering) report(head, 'The attending provider (NM1*71) is missing');
    const operation = sent.codes.find(({ qualifier }) => qualifier.value === 'BBR')?.code,
      helper = saidIn(claim, 'NM1', 1, HELPER);
    if (!(operation || helper) || saidIn(claim, 'NM1', 1, OPERATING)) return;
    const landing = { paper: '77', transaction: '2310B NM1' };
    report(helper, 'Another operating provider is named, but not the one who operated: NM1*72', landing);
    if (operation)
      report(operation, `Who did the procedure ${operation.value} is not named: NM1*72`, {
        ...landing,
        severity: OPEN.test(operation.value) ? 'error' : 'warning',
      });
  },
});

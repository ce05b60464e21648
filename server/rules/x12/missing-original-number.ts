// A correction names the claim that it corrects.
import { saidIn } from '../claim-line';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'A replacement or void names the payer’s number of the earlier claim',
  why: 'Without it the payer cannot find what to replace and refuses the claim.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM05-3 and REF*F8', 'CMS Medicare Claims Processing Manual, chapter 26, item 22'],
  paper: '22',
  transaction: '2300 CLM05-3',
  bad: ['CLM*E1001*255***11:B:7*Y*A*Y*Y', 'CLM*E1001*255***11:B:8*Y*A*Y*Y', 'CLM*E1001*255***11:B:7*Y*A*Y*Y\nafter CLM: REF*F8*0000000'],
  good: [
    `CLM*E1001*255***11:B:7*Y*A*Y*Y
after CLM: REF*F8*2026110200017`,
  ],
  check(claim, { report }) {
    const { frequency, original, sent } = claim;
    if (!sent || frequency === '1') return;
    const what = frequency === '7' ? 'A replacement' : 'A void';
    // A REF*F8 without a number is told as such.
    if (!original && saidIn(claim, 'REF', 1, 'F8')) return;
    if (!original) report(sent.frequency, `${what} needs the payer’s number of the earlier claim (REF*F8)`);
    else if (/^0+$/.test(original.value))
      report(original, `${original.value} only fills the place of the payer’s number of the earlier claim`);
  },
});

// The certificate number of a laboratory has ten signs with a D in third place.
import { isClia } from '../../model/identifiers';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'A CLIA number in a claim has ten signs, the third a D',
  why: 'Medicare returns laboratory claims whose certificate number is not one (remark MA120).',
  cites: ['CMS Medicare Claims Processing Manual, chapter 16, section 70', 'ASC X12N 837P 005010X222A1, loops 2300 and 2400 REF*X4'],
  paper: '23',
  transaction: '2300 REF02',
  bad: ['after CLM: REF*X4*14X1234567', 'after REF*6R: REF*X4*14D123456'],
  good: ['after CLM: REF*X4*14D1234567'],
  check({ sent }, { report }) {
    if (!sent) return;
    for (const number of [sent.clia, ...sent.lines.map((line) => line.clia)]) {
      if (number && !isClia(number.value)) report(number, `${number.value} is not a CLIA number: it is written like 14D1234567`);
    }
  },
});

// A claim names a coverage once.
import { sameId } from '../../model/resolve';
import { remove, rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A claim names a coverage once',
  why: 'The same insurance cannot pay first and second.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2000B and 2320 SBR01'],
  paper: '9',
  transaction: '2320 SBR01',
  bad: ['coverage AETNA-1 AETNA-1'],
  good: ['coverage AETNA-1'],
  check(claim, { report }) {
    const { coverages } = claim;
    coverages.forEach(({ at, coverage }, i) => {
      if (
        coverages.findIndex((one) => sameId(one.coverage.id.value, coverage.id.value) && one.at !== at) >= 0 &&
        coverages.findIndex((one) => sameId(one.coverage.id.value, coverage.id.value)) < i
      ) {
        report(at, `${coverage.id.value} is named twice`, { fixes: [remove(at, 'Remove the second')] });
      }
    });
  },
});

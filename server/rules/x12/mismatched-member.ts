// A subscriber is “self” to the plan, a dependent is not.
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['834'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'A subscriber is self, a dependent is somebody else',
  why: 'A member who is both subscriber and child, or neither, cannot be enrolled.',
  cites: ['ASC X12N 834 005010X220A1, loop 2000 INS01 and INS02'],
  transaction: '2000 INS02',
  bad: [
    `834
INS*Y*19*021*20*A***FT`,
    `834
INS*N*18*021*20*A***FT`,
  ],
  good: [
    `834
INS*Y*18*021*20*A***FT`,
  ],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    for (let i = transaction.first; i < transaction.end; i += 1) {
      if (row.go(i) !== 'INS') continue;
      const isSubscriber = row.text(1) === 'Y';
      const relation = row.at(2);
      if (relation.value === '' || !/^[YN]$/.test(row.text(1)) || isSubscriber === (relation.value === '18')) continue;
      report(relation, isSubscriber ? 'A subscriber (INS01 is Y) is self: 18' : 'A dependent (INS01 is N) cannot be self: 18');
    }
  },
});

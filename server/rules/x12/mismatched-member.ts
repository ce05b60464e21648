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
  why: 'A dependent who is “self” has no subscriber. A subscriber is “self”, too, but a surviving spouse or child may be the subscriber.',
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
    const { first, end } = transaction;
    /** Who insures others is known by the dependents behind, who have the same number. */
    const hasDependents = (at: number): boolean => {
      let own = '';
      for (let i = at + 1, next = false; i < end; i += 1) {
        const id = row.go(i);
        if (id === 'INS') {
          if (next || row.text(1) !== 'N') return false;
          next = true;
        } else if (id === 'REF' && row.text(1) === '0F') {
          if (next) return row.text(2) === own;
          own = row.text(2);
        }
      }
      return false;
    };
    for (let i = first; i < end; i += 1) {
      if (row.go(i) !== 'INS') continue;
      const isSubscriber = row.text(1) === 'Y';
      const relation = row.at(2);
      if (relation.value === '' || !/^[YN]$/.test(row.text(1)) || isSubscriber === (relation.value === '18')) continue;
      if (!isSubscriber) report(relation, 'A dependent (INS01 is N) cannot be self: 18');
      // Who is insured alone may be told by what he or she was to somebody: examples do it with surviving spouses and children.
      else if (hasDependents(i)) report(relation, 'A subscriber (INS01 is Y) is self: 18');
      else report(relation, 'A subscriber (INS01 is Y) is self: 18, as a rule', { severity: 'warning' });
    }
  },
});

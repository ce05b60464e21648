// A service that is charged for is in the charge master.
import { isCpt } from '../../model/procedure-codes';
import { dayOf } from '../claim-line';
import { rule } from '../rule';

export default rule({
  on: 'service',
  only: 'encounter',
  severity: 'information',
  since: '0.1.0',
  title: 'A CPT code is in the charge master',
  why: 'Superbill ships no CPT list: without one, the charge master is all that can catch a mistyped code.',
  cites: ['Superbill, the language: fees'],
  paper: '24D',
  bad: ['services\n  99231  AB  145.00'],
  good: ['services\n  99213  AB  145.00'],
  check({ claim, service }, { report, codes, workspace }) {
    const { code, charge } = service,
      day = dayOf(service, claim);
    if (
      claim.origin !== 'encounter' ||
      !code ||
      !charge ||
      day === undefined ||
      !isCpt(code.value) ||
      workspace.fees(code.value).length > 0
    )
      return;
    if (codes.find('cpt', code.value, day).status !== 'unknown') return;
    // A practice without a charge master types all charges; a code for information only needs no fee.
    if (charge.value === 0 || workspace.allFees().length === 0) return;
    report(code, `${code.value} is not in the charge master: check the code, or add it to fees`);
  },
});

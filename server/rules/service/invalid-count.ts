// A claim holds fifty services.
import { rule } from '../rule';

const MOST = { professional: 50, institutional: 999, dental: 50 } as const;

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A professional claim holds up to fifty services',
  why: 'More lines need a second claim.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400'],
  paper: '24',
  transaction: '2400 LX',
  bad: [`services\n${'  36415-91  A\n'.repeat(51)}`],
  good: [`services\n${'  36415-91  A\n'.repeat(50)}`],
  check(claim, { report }) {
    const most = MOST[claim.form];
    const extra = claim.services[most];
    if (extra) report(extra.code ?? extra, `A ${claim.form} claim holds ${most} services: this is number ${most + 1}`);
  },
});

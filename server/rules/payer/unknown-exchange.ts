// An exchange is one that Superbill can use.
import { EXCHANGES } from '../../syntax/superbill/grammar';
import { nearest } from '../../syntax/superbill/nearest';
import { list } from '../../syntax/superbill/values';
import { replace, rule } from '../rule';

export default rule({
  on: 'payer',
  severity: 'error',
  since: '0.1.0',
  title: 'An exchange is one that Superbill knows',
  why: 'Claims to this payer cannot be sent.',
  cites: ['Superbill, the language'],
  bad: [
    `
payer CIGNA
  name Cigna
  payer-id 62308
  filing CI
  exchange trainig
`,
    `
payer CIGNA
  name Cigna
  payer-id 62308
  filing CI
  exchange fax
`,
  ],
  good: ['payer CIGNA\n  name Cigna\n  payer-id 62308\n  filing CI\n  exchange training'],
  check({ exchange }, { report }) {
    if (!exchange || EXCHANGES.some((one) => one === exchange.value.toLowerCase())) return;
    const near = nearest(exchange.value.toLowerCase(), EXCHANGES);
    report(exchange, `There is no exchange ${exchange.value}: ${list(EXCHANGES)}`, {
      fixes: near ? [replace(exchange, near, `Change to ${near}`)] : [],
    });
  },
});

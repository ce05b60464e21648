// Every line has a charge: its own or the fee of the charge master.
import { rule } from '../rule';

export default rule({
  on: 'service',
  only: 'encounter',
  lacks: ['service'],
  severity: 'error',
  since: '0.1.0',
  title: 'Every line has a charge',
  why: 'Without a charge on the line and without a fee in the charge master there is nothing to bill.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV102', 'CMS Medicare Claims Processing Manual, chapter 26, item 24F'],
  paper: '24F',
  transaction: '2400 SV102',
  bad: ['services\n  99215  AB'],
  good: ['services\n  99215  AB  250.00', 'services\n  99213  AB'],
  check({ service: { code, charged } }, { report }) {
    if (code && charged === undefined)
      report(code, `${code.value} has no charge, and no fee in the charge master: write its charge behind the pointers`);
  },
});

// A line has four modifiers at most.
import { rule } from '../rule';

export default rule({
  on: 'service',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A line has four modifiers at most',
  why: 'There is no room for a fifth: it would be lost. Modifier 99 says that there are more.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV101-3 to SV101-6'],
  paper: '24D',
  transaction: '2400 SV101-6',
  bad: ['services\n  20610-59-RT-22-51-GA  AB  110.00'],
  good: ['services\n  20610-59-RT-22-51  AB  110.00'],
  check({ service: { modifiers } }, { report }) {
    if (modifiers.length > 4) report(modifiers[4], `A line has four modifiers at most: ${modifiers[4].value} is number 5`);
  },
});

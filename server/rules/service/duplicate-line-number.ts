// The number of a line stands once on a claim.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  severity: 'error',
  since: '0.2.0',
  title: 'The number of a line stands once on a claim',
  why: 'The payer’s answer names the line by that number: with two of one number it cannot be posted.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 REF*6R'],
  paper: '24',
  transaction: '2400 REF02',
  bad: ['services\n  99213-25  AB  145.00  line L1\n  20610-RT  A  110.00  line L1'],
  good: ['services\n  99213-25  AB  145.00  line L1\n  20610-RT  A  110.00  line L2'],
  check({ services }, { report }) {
    if (services.length < 2) return;
    const seen = new Map<string, number>();
    for (const { line, position } of services) {
      if (!line) continue;
      const first = seen.get(line.value);
      if (first !== undefined) report(line, `Line number ${line.value} is that of line ${first}, too`);
      else seen.set(line.value, position);
    }
  },
});

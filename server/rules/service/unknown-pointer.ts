// A service points at diagnoses that are there.
import { replace, rule } from '../rule';

export default rule({
  on: 'service',
  alike: ['diagnoses', 'lines'],
  severity: 'error',
  since: '0.1.0',
  title: 'A service points at diagnoses that are there',
  why: 'A payer refuses a line that points at nothing.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV107', 'CMS Medicare Claims Processing Manual, chapter 26, item 24E'],
  paper: '24E',
  transaction: '2400 SV107',
  bad: ['services\n  99213  AC  145.00', 'diagnoses\n  A  M17.11\nservices\n  99213  B  145.00'],
  good: ['services\n  99213  AB  145.00', 'diagnoses\n  M17.11\nservices\n  99213  A  145.00'],
  check({ claim, service: { pointers, pointed } }, { report }) {
    // Where diagnoses are needed, another rule misses them.
    if (claim.diagnoses.length === 0 && claim.form !== 'dental') return;
    pointers.forEach((pointer, i) => {
      if (pointed[i] !== 0) return;
      const first = claim.origin === 'x12' ? '1' : (claim.diagnoses[0]?.letter?.value ?? 'A');
      const only = claim.diagnoses.length === 1 && pointers.length === 1 ? first : undefined;
      report(pointer, `There is no diagnosis ${pointer.value}`, { fixes: only ? [replace(pointer, only, `Point to ${only}`)] : [] });
    });
  },
});

// A service points at a diagnosis once.
import { rule } from '../rule';

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A service points at a diagnosis once',
  why: 'The second pointer takes the room of another diagnosis, and some payers refuse the line.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV107'],
  paper: '24E',
  transaction: '2400 SV107',
  bad: ['services\n  99213  ABA  145.00'],
  good: ['services\n  99213  AB  145.00'],
  check({ claim, service: { pointers } }, { report }) {
    pointers.forEach((pointer, i) => {
      if (pointers.findIndex((one) => one.value === pointer.value) === i) return;
      report(pointer, `${pointer.value} is pointed at twice`, {
        fixes:
          claim.origin === 'encounter'
            ? [{ title: `Remove the second ${pointer.value}`, safe: true, edits: [{ span: pointer.span, text: '' }] }]
            : [],
      });
    });
  },
});

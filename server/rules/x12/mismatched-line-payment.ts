// What a line is paid is its charge less its adjustments.
import { formatMoney } from '../../model/money';
import { openOnLine, readSentRemittance } from '../../model/sent-remittance';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'The payment of a line is its charge less its adjustments',
  why: 'A difference that nobody explains stays open in the books: the remittance cannot be posted.',
  cites: ['ASC X12N 835 005010X221A1, section 1.10.2.1.1, balancing of the service', 'X12 request for interpretation 2348'],
  transaction: '2110 SVC03',
  bad: [
    `835
SVC*HC:99213:25*145*90**1`,
  ],
  good: [
    `835
SVC*HC:99213:25*145.00*92.50**1`,
    '835\nSVC*HC:99213:25**92.5**1',
    '835\nCAS*CO*45*32.505',
  ],
  check({ document, transaction, source }, { report }) {
    for (const claim of readSentRemittance(document, transaction, source)?.claims ?? []) {
      for (const line of claim.lines) {
        if (!line.paid || openOnLine(line) === 0) continue;
        report(
          line.paid,
          `${line.name === '' ? 'This line' : `Line ${line.name}`} says paid ${formatMoney(line.paid.value)}; its charge less its adjustments is ${formatMoney(line.charge - line.adjusted)}`,
        );
      }
    }
  },
});

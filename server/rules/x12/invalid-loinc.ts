// What a payer asked for is named by a LOINC code whose check digit is right.
import { eachSegment } from '../../model/each-segment';
import { loincFault } from '../../model/identifiers';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['275'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A LOINC code ends with its check digit',
  why: 'The payer cannot tell what the papers answer.',
  cites: ['ASC X12N 275 005010X210, loop 2000B STC01-02', 'LOINC Users’ Guide, the check digit'],
  transaction: '2000B STC01-02',
  bad: ['275\nSTC*R4:11503-9::LOI'],
  good: ['275\nSTC*R4:11503-0::LOI'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['STC'], (segment) => {
      row.go(segment);
      for (const n of [1, 10, 11]) {
        const [, code, , list] = row.parts(n);
        if (!code || code.value === '' || list?.value !== 'LOI') continue;
        const fault = loincFault(code.value);
        if (fault) report(code, `${code.value} is not a LOINC code: ${fault}`);
      }
    });
  },
});

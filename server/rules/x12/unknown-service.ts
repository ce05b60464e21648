// The services of a remittance exist.
import { eachSegment } from '../../model/each-segment';
import { isHcpcs, isOutsideCpt } from '../../model/procedure-codes';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Services by HCPCS or CPT. */
const HCPCS = 'HC';

export default rule({
  on: 'transaction',
  types: ['835'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A service of a remittance and its modifiers exist, and its units are more than none',
  why: 'The line does not find the one that was billed: it cannot be posted.',
  cites: ['ASC X12N 835 005010X221A1, loop 2110 SVC01 and SVC05'],
  transaction: '2110 SVC01-2',
  bad: ['835\nSVC*HC:99999:25*145*92.5**1', '835\nSVC*HC:99213:Z9*145*92.5**1', '835\nSVC*HC:99213:25*145*92.5**-1'],
  good: ['835\nSVC*HC:99213:25*145*92.5**1', '835\nSVC*NU:0450*145*92.5**1'],
  check({ document, transaction, source }, { report, codes, today }) {
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['SVC'], (segment) => {
      row.go(segment);
      const units = row.value(5);
      if (units && Number(units.value) < 0 && Number(row.text(2)) >= 0) report(units, `${units.value} units: less than none`, { transaction: '2110 SVC05' });
      const [kind, code, ...modifiers] = row.parts(1);
      if (kind.value !== HCPCS || !code || code.value === '') return;
      const answer = isHcpcs(code.value) ? codes.find('hcpcs', code.value, today) : undefined;
      if (isOutsideCpt(code.value) && !isHcpcs(code.value)) report(code, `There is no service code ${code.value}`);
      else if (answer?.status === 'unknown' && !answer.unsure) report(code, `There is no service code ${code.value}`);
      for (const modifier of modifiers.slice(0, 4))
        if (modifier.value !== '' && !code.value.startsWith('A0') && codes.find('modifiers', modifier.value, today).status === 'unknown')
          report(modifier, `${modifier.value} is not in the modifiers on this machine`, { transaction: '2110 SVC01-3' });
    });
  },
});

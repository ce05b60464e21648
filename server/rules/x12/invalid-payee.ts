// Whoever is paid has a right NPI and tax number.
import { eachSegment } from '../../model/each-segment';
import { npiFault } from '../../model/identifiers';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'The numbers of the provider who is paid can be numbers',
  why: 'An adjustment or a payment to a number that nobody has cannot be posted.',
  cites: ['ASC X12N 835 005010X221A1, PLB01 and loop 1000B REF*TJ'],
  transaction: 'PLB01',
  bad: ['835\nPLB*1234567890*20261231*WO:ADJ1*5', '835\nREF*TJ*36123'],
  good: ['835\nPLB*1234567893*20261231*WO:ADJ1*5', '835\nREF*TJ*361234567'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['PLB', 'REF'], (segment, name) => {
      row.go(segment);
      if (name === 'PLB') {
        const npi = row.value(1);
        // Before the NPI, payers used numbers of their own: those have another length.
        const fault = npi && /^\d{10}$/.test(npi.value) ? npiFault(npi.value) : undefined;
        if (npi && fault) report(npi, `${npi.value} is not an NPI: ${fault}`);
      } else if (row.text(1) === 'TJ' && !/^\d{9}$/.test(row.text(2).replace('-', '')))
        report(row.at(2), `${row.text(2)} is not a tax number: it has nine digits`, { transaction: '1000B REF02' });
    });
  },
});

// A tax number has nine digits.
import { taxIdFault } from '../../model/identifiers';
import { rule } from '../rule';

export default rule({
  on: 'practice',
  severity: 'error',
  since: '0.1.0',
  title: 'A tax number has nine digits and can be one',
  why: 'A payer refuses a claim whose tax number it cannot match.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010AA REF*EI or SY', 'IRS Publication 1635'],
  paper: '25',
  transaction: '2010AA REF02',
  bad: [
    'practice WEST\n  name West Clinic\n  tax-id ein 36-123456',
    'practice WEST\n  name West Clinic\n  tax-id ssn 000-12-3456',
    'practice WEST\n  name West Clinic\n  tax-id ein 321-12-3456',
  ],
  good: ['practice WEST\n  name West Clinic\n  tax-id ein 36-1234567', 'practice WEST\n  name West Clinic\n  tax-id ssn 321-12-3456'],
  check({ taxId }, { report }) {
    if (!taxId) return;
    const { kind, number } = taxId.value;
    const fault = taxIdFault(kind, number);
    if (fault) report(taxId, `${number} is not a tax number: ${fault}`);
    else if (kind === 'ein' && /^\d{3}-\d{2}-\d{4}$/.test(number))
      report(taxId, `${number} is written like a person’s number: ssn, not ein`, { severity: 'warning' });
    else if (kind === 'ssn' && /^\d{2}-\d{7}$/.test(number))
      report(taxId, `${number} is written like an employer’s number: ein, not ssn`, { severity: 'warning' });
  },
});

// A tax number has nine digits.
import { isBefore5010 } from '../../model/dates';
import { taxIdFault } from '../../model/identifiers';
import { replace, rule } from '../rule';

/** First two digits that no office of the IRS uses. */
const UNUSED_PREFIX = /^(?:0[789]|1[789]|[24]9|69|7[089]|89|9[67])/;

export default rule({
  on: 'party',
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
    'practice WEST\n  name West Clinic\n  tax-id ein 33-3333333',
    'practice WEST\n  name West Clinic\n  tax-id ein 07-1234567',
  ],
  good: ['practice WEST\n  name West Clinic\n  tax-id ein 36-1234567', 'practice WEST\n  name West Clinic\n  tax-id ssn 321-12-3456'],
  check({ party: { taxId }, role, day }, { report }) {
    if (!taxId || role !== 'practice') return;
    const { kind, number } = taxId.value;
    const fault = taxIdFault(kind, number);
    const inFile = taxId.source.language === 'x12';
    if (fault) report(taxId, `${number} is not a tax number: ${fault}`);
    else if (inFile && /\D/.test(number)) {
      const digits = number.replace(/\D/g, '');
      report(taxId, `In a claim a tax number is nine digits: ${digits}`, {
        severity: isBefore5010(day) ? 'warning' : 'error',
        fixes: [replace(taxId, digits, `Change to ${digits}`, true)],
      });
    } else if (/^(\d)\1+$/.test(number.replaceAll('-', '')))
      report(taxId, `${number} looks like a number that only fills the place`, { severity: 'warning' });
    else if (kind === 'ein' && UNUSED_PREFIX.test(number))
      report(taxId, `The IRS gives out no employer’s numbers that begin with ${number.slice(0, 2)}`, { severity: 'warning' });
    else if (kind === 'ssn' && number.startsWith('9'))
      report(taxId, `No social security number begins with 9: ${number}`, { severity: 'warning' });
    else if (kind === 'ein' && /^\d{3}-\d{2}-\d{4}$/.test(number))
      report(taxId, `${number} is written like a person’s number: ssn, not ein`, { severity: 'warning' });
    else if (kind === 'ssn' && /^\d{2}-\d{7}$/.test(number))
      report(taxId, `${number} is written like an employer’s number: ein, not ssn`, { severity: 'warning' });
  },
});

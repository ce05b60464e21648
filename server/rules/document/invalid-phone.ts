// A telephone number has ten digits with the area code.
import { isNoPhone, phoneFault } from '../../model/identifiers';
import { rule } from '../rule';

export default rule({
  on: 'party',
  severity: 'warning',
  since: '0.1.0',
  title: 'A telephone number has ten digits with the area code',
  why: 'Payers refuse a contact number that cannot be dialled.',
  cites: ['ASC X12N 837P 005010X222A1, PER04'],
  transaction: 'PER04',
  bad: [
    `
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  phone 555-0100
`,
    `
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  phone 117-555-0100
`,
  ],
  good: [
    `
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  phone (217) 555-0100
`,
    `
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  phone +1 217 555 0100 ext. 12
`,
  ],
  check({ party: { phone }, role }, { report }) {
    const fault = phone && phoneFault(phone.value);
    // The practice's number goes out as the contact of every claim.
    if (fault)
      report(phone, `${phone.value} is not a telephone number: ${fault}`, {
        severity: role === 'practice' && (phone.source.language === 'superbill' || isNoPhone(phone.value)) ? 'error' : 'warning',
      });
  },
});

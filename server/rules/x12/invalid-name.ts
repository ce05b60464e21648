// A person has a first name and a name of letters; an organization has no first name.
import { rule } from '../rule';

export default rule({
  on: 'party',
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A name is that of a person or of an organization, and a city has letters',
  why: 'A payer does not find a patient whose first name is missing, and refuses a person that is called an organization.',
  cites: ['ASC X12N 837P 005010X222A1, NM102 to NM104', 'ASC X12N 837P 005010X222A1, N401'],
  transaction: 'NM104',
  bad: [
    'NM1*IL*1*DOE*****MI*W123456789',
    'NM1*IL*1*12345*JANE****MI*W123456789',
    'NM1*IL*2*DOE*****MI*W123456789',
    'NM1*85*2*RIVERSIDE*JOHN****XX*1234567893',
    'N4*62701*IL*627011234',
  ],
  good: ['NM1*IL*1*O’DOE-SMITH*JANE****MI*W123456789', 'NM1*85*2*3M CLINIC*****XX*1234567893', 'N4*29 PALMS*CA*922771234'],
  check({ party: { name, address }, role }, { report }) {
    // Of the people in answers no one here has written the names.
    const ofClaim = role !== 'other';
    if (address && /^[\d\s]+$/.test(address.value.city))
      report(address, `${address.value.city} is no city`, { severity: ofClaim ? 'error' : 'warning', transaction: 'N401' });
    if (!name) return;
    const { person, first, last = '' } = name.value;
    if (!person && first !== undefined)
      report(name, `${last} is called an organization (NM102 is 2) and has a first name`, {
        severity: ofClaim ? 'error' : 'warning',
        transaction: 'NM102',
      });
    else if (!person && role === 'patient')
      report(name, `${last} is called an organization (NM102 is 2): a patient is a person`, { severity: 'error', transaction: 'NM102' });
    else if (!ofClaim) return;
    else if (person && (hasNoLetter(last) || hasNoLetter(first)))
      report(name, `${name.value.text} is not the name of a person`, { severity: 'error', transaction: 'NM103' });
    else if (person && first === undefined)
      report(name, `${last} is a person without a first name`, {
        // What a payer or a place is called need not be the name of a person.
        severity: role === 'payer' || role === 'facility' ? 'warning' : 'error',
      });
  },
});

function hasNoLetter(name: string | undefined): boolean {
  return name !== undefined && name !== '' && !/\p{L}/u.test(name);
}

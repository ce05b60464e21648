// Whoever bills or treats has an NPI.
import { rule } from '../rule';

/** Specialties of people and places that give health care by law: doctors, dentists, therapists, nurses, clinics' doctors, hospitals. */
const HEALTH_CARE = /^(?:1[01258]|2[02378]|36)/;

const WHO: Readonly<Record<string, string>> = { practice: 'billing provider', provider: 'provider' };

export default rule({
  on: 'party',
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'Whoever bills or treats has an NPI',
  why: 'Payers refuse a claim without the NPI. Only those who give no health care, such as a taxi, have none.',
  cites: ['45 CFR 162.410', 'ASC X12N 837P 005010X222A1, loops 2010AA and 2310B NM108 and NM109'],
  paper: '33a',
  transaction: '2010AA NM109',
  bad: ['NM1*85*2*RIVERSIDE FAMILY MEDICINE', 'NM1*82*1*CURIE*MARIE'],
  good: ['NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893'],
  check({ party, role, day }, { report }) {
    const who = WHO[role];
    // Before 2008 other numbers were used.
    if (!who || party.npi || (day !== undefined && day < '2008-05-23')) return;
    report(party.head, `The ${who} ${party.name?.value.text ?? ''} has no NPI`.replace(/ +/g, ' '), {
      ...(role === 'provider' && { paper: '24J', transaction: '2310B NM109' }),
      severity: HEALTH_CARE.test(party.taxonomy?.value ?? '') ? 'error' : 'warning',
    });
  },
});

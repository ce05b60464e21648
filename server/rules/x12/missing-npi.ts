// Whoever bills or treats has an NPI.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Specialties of people and places that give health care by law: doctors, dentists, therapists, nurses, clinics' doctors, hospitals. */
const HEALTH_CARE = /^(?:1[01258]|2[02378]|36)/;

const BILLING = '85';
/** NM101: who treats, refers, orders, supervises or helps. Places of service need none. */
const WHO: Readonly<Record<string, string>> = {
  [BILLING]: 'billing provider',
  '71': 'provider',
  '72': 'provider',
  '82': 'provider',
  DD: 'provider',
  DK: 'provider',
  DN: 'provider',
  DQ: 'provider',
  P3: 'provider',
};

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['837'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'Whoever bills or treats has an NPI',
  why: 'Payers refuse a claim without the NPI. Only those who give no health care, such as a taxi, have none; the payer’s own number stands there then.',
  cites: ['45 CFR 162.410', 'ASC X12N 837P 005010X222A1, loops 2010AA and 2310B NM108, NM109 and REF'],
  paper: '33a',
  transaction: '2010AA NM109',
  bad: [
    'NM1*85*2*RIVERSIDE FAMILY MEDICINE',
    'NM1*82*1*CURIE*MARIE',
    '837I\nNM1*71*1*CURIE*MARIE',
    'after PRV*PE: NM1*DN*1*HOUSE*GREGORY~REF*G2*A12',
  ],
  good: [
    'NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893',
    'after PRV*PE: NM1*77*2*SPRINGFIELD CLINIC~N3*5 OAK AVE~N4*SPRINGFIELD*IL*627023344',
  ],
  check({ document, transaction, source }, { report }) {
    // Earlier versions are older than the NPI.
    if (!transaction.version.startsWith('005010')) return;
    const row = x12Row(document, source, transaction.first);
    /** Among the other payers of a claim (2330) providers have the payer's number alone. */
    let besideOtherPayer = false;
    eachSegment(document, transaction, ['NM1', 'HL', 'CLM', 'SBR', 'LX'], (segment, segmentName) => {
      if (segmentName !== 'NM1') besideOtherPayer = segmentName === 'SBR';
      if (segmentName !== 'NM1' || besideOtherPayer) return;
      row.go(segment);
      const role = row.first(),
        who = WHO[role];
      if (!who || row.value(9)) return;
      const head = row.value(3) ?? row.at(1),
        name = [row.text(3), row.text(4)].filter((part) => part !== '').join(', ');
      let specialty = '',
        otherNumber = false;
      // What is told of a provider stands behind the name, the specialty of who bills in front of it.
      for (let i = role === BILLING ? segment - 1 : segment + 1; i < transaction.end; i += 1) {
        const next = row.go(i);
        if (next === 'PRV') specialty = row.text(3);
        else if (next === 'REF') otherNumber = true;
        else if (i > segment && next !== 'N3' && next !== 'N4' && next !== 'PER') break;
      }
      const treats = role !== BILLING;
      report(head, `The ${who} ${name} has no NPI`.replace(/ +/g, ' '), {
        ...(treats && { paper: '24J', transaction: '2310B NM109' }),
        severity: HEALTH_CARE.test(specialty) || (treats && !otherNumber) ? 'error' : 'warning',
      });
    });
  },
});

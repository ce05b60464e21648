// A claim for an ambulance tells of the ride: why, how far, from where to where.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Rides by road, air and water. */
const RIDES = /^A04(?:2[6-9]|3[0-4])$/;

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'A claim for an ambulance tells of the ride and its two ends',
  why: 'Payers refuse a ride without its reason and distance (CR1), and without the addresses where it began and ended.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2300 CR1, 2310E and 2310F', 'CMS Medicare Claims Processing Manual, chapter 15, section 30'],
  paper: '24D',
  transaction: '2300 CR1',
  bad: [
    'CLM*E1001*255***41:B:1*Y*A*Y*Y\nSV1*HC:A0427:RH*145*UN*1***1:2',
    `CLM*E1001*255***41:B:1*Y*A*Y*Y
after CLM: CR1****A*DH*21
SV1*HC:A0427:RH*145*UN*1***1:2
after REF*6R: NM1*PW*2~N3*9 BIRCH RD~N4*SPRINGFIELD*IL*62704`,
  ],
  good: [
    `CLM*E1001*255***41:B:1*Y*A*Y*Y
after CLM: CR1****A*DH*21
SV1*HC:A0427:RH*145*UN*1***1:2
after PRV*PE: NM1*PW*2~N3*9 BIRCH RD~N4*SPRINGFIELD*IL*62704~NM1*45*2~N3*5 OAK AVE~N4*SPRINGFIELD*IL*62702`,
  ],
  check({ form, head, services, sent, source }, { report }) {
    const ride = form === 'professional' ? services.find(({ code }) => code && RIDES.test(code.value))?.code : undefined;
    if (!ride || !sent) return;
    const { document, transaction, first, end } = sent;
    const row = x12Row(document, source, first);
    const found = new Set<string>();
    eachSegment(document, { ...transaction, first, end }, ['CR1', 'NM1'], (segment, name) => {
      row.go(segment);
      found.add(name === 'CR1' ? name : row.text(1));
    });
    const missing = [
      found.has('CR1') ? '' : 'why and how far (CR1)',
      found.has('PW') ? '' : 'where it began (2310E)',
      found.has('45') ? '' : 'where it ended (2310F)',
    ].filter(Boolean);
    if (missing.length > 0)
      report(head, `The ride ${ride.value} does not tell ${missing.join(', ')}`, found.has('CR1') ? { transaction: '2310E NM1' } : {});
  },
});

// The place of an encounter is that of its facility.
import { replace, rule } from '../rule';

/** A hospital has inpatients, outpatients and an emergency room; a nursing home has skilled care, residents and apartments. */
const UNDER_ONE_ROOF = [new Set(['19', '21', '22', '23', '51', '52', '61']), new Set(['13', '31', '32', '33'])];

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'warning',
  since: '0.1.0',
  title: 'The place of an encounter is that of its facility',
  why: 'One of the two is wrong, and the place decides what is paid.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 26, section 10.5'],
  paper: '24B',
  transaction: '2300 CLM05-1',
  bad: ['facility SURGICENTER'],
  good: ['place 24\nfacility SURGICENTER'],
  check(claim, { report }) {
    const facility = claim.facility?.target;
    if (!claim.place || !facility?.place || Number(facility.place.value) === Number(claim.place.value)) return;
    const places = [facility.place.value, claim.place.value];
    // What is no place at all has a rule of its own.
    if (places.some((one) => Number.isNaN(Number(one)))) return;
    if (UNDER_ONE_ROOF.some((roof) => places.every((one) => roof.has(one)))) return;
    report(claim.place, `${facility.id.value} is place ${facility.place.value}, not ${claim.place.value}`, {
      fixes: [replace(claim.place, facility.place.value, `Change to ${facility.place.value}`)],
    });
  },
});

// The place of an encounter is that of its facility.
import { replace, rule } from '../rule';

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
    // A hospital has inpatients, outpatients and an emergency room under one roof.
    const hospital = new Set(['19', '21', '22', '23', '51', '52', '61']);
    if (hospital.has(facility.place.value) && hospital.has(claim.place.value)) return;
    report(claim.place, `${facility.id.value} is place ${facility.place.value}, not ${claim.place.value}`, {
      fixes: [replace(claim.place, facility.place.value, `Change to ${facility.place.value}`)],
    });
  },
});

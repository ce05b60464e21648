// An encounter has a place of service.
import { insertLine, rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['professional'],
  only: 'encounter',
  lacks: ['place'],
  severity: 'error',
  since: '0.1.0',
  title: 'An encounter has a place of service',
  why: 'The place decides what is paid: the same service costs less in a hospital, which bills for its rooms itself.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM05-1', 'CMS Medicare Claims Processing Manual, chapter 26, item 24B'],
  paper: '24B',
  transaction: '2300 CLM05-1',
  bad: ['no place', 'no place\nfacility SURGICENTER'],
  good: ['place 11'],
  check(claim, { report }) {
    if (claim.place) return;
    const facility = claim.facility?.target;
    const offered = facility ? facility.place?.value : '11';
    report(claim.head, 'There is no place of service: 11 is the office, 12 the home', {
      fixes:
        offered && claim.encounter
          ? [
              insertLine(
                claim.head,
                `place  ${offered}`,
                offered === '11' ? 'Add place 11 (office)' : `Add place ${offered}, that of ${facility?.id.value}`,
                claim.date ?? claim.patient?.at,
              ),
            ]
          : [],
    });
  },
});

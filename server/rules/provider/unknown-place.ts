// The place of a facility is a place of service.
import { rule } from '../rule';

export default rule({
  on: 'facility',
  severity: 'error',
  since: '0.1.0',
  title: 'The place of a facility is a place of service code',
  why: 'It is offered for the encounters at this facility.',
  cites: ['CMS Place of Service Code Set'],
  paper: '24B',
  transaction: '2300 CLM05-1',
  bad: ['facility HOSPITAL\n  name Springfield Hospital\n  place 88\n  address 1 Main St, Springfield IL 62701-1234'],
  good: ['facility HOSPITAL\n  name Springfield Hospital\n  place 21\n  address 1 Main St, Springfield IL 62701-1234'],
  check({ place }, { report, codes, today }) {
    if (place && codes.find('place-of-service', place.value, today).status === 'unknown')
      report(place, `There is no place of service ${place.value}: 11 is the office, 12 the home, 22 a hospital’s outpatients`);
  },
});

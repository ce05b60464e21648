// Some visits belong to one kind of place.
import { cptNumber } from '../../model/procedure-codes';
import { rule } from '../rule';

export default rule({
  on: 'service',
  severity: 'warning',
  since: '0.1.0',
  title: 'A visit code fits the place',
  why: 'A payer denies an emergency room visit that was not in an emergency room, or hospital care in the office.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 12, section 30.6'],
  paper: '24B',
  transaction: '2300 CLM05-1',
  bad: ['services\n  99283  AB  200.00', 'services\n  99222  AB  300.00'],
  good: ['place 23\nservices\n  99283  AB  200.00', 'services\n  99213  AB  145.00'],
  check({ claim, service }, { report }) {
    const place = service.place ?? claim.place;
    if (!service.code || !place) return;
    const number = cptNumber(service.code.value);
    const where = place.value.padStart(2, '0');
    if (number >= 99281 && number <= 99285 && where !== '23')
      report(service.code, `${service.code.value} is a visit in an emergency room (place 23), not in place ${where}`);
    if (number >= 99221 && number <= 99239 && where === '11')
      report(service.code, `${service.code.value} is hospital care, not care in the office (place 11)`);
  },
});

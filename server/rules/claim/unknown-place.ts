// A place of service exists.
import { whenInForce } from '../in-force';
import { replace, rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['professional', 'dental'],
  alike: ['lines'],
  severity: 'error',
  since: '0.1.0',
  title: 'A place of service is in the list on the day of service',
  why: 'A payer refuses a claim with a place that does not exist.',
  cites: ['CMS Place of Service Code Set', 'ASC X12N 837P 005010X222A1, loops 2300 CLM05-1 and 2400 SV105'],
  paper: '24B',
  transaction: '2300 CLM05-1',
  bad: ['place 88', 'services\n  99213  AB  145.00  place 88', 'date 2021-06-01\nplace 10'],
  good: ['place 11', 'place 10'],
  check(claim, { report, codes }) {
    if (claim.day === undefined) return;
    for (const place of [claim.place, ...claim.services.map((service) => service.place)]) {
      if (place && claim.origin === 'x12' && /^\d$/.test(place.value)) {
        report(place, `In a claim a place of service has two digits: 0${place.value}`, {
          fixes: [replace(place, `0${place.value}`, `Change to 0${place.value}`, true)],
        });
        continue;
      }
      const answer = place && codes.find('place-of-service', place.value, claim.day);
      if (!place || !answer || answer.status === 'active') continue;
      if (answer.status === 'unknown') {
        // Its name in the place of its number.
        const [named] = /[a-z]{2}/i.test(place.value)
          ? codes.search(place.value, { sets: ['place-of-service'], date: claim.day, limit: 1 })
          : [];
        report(place, `There is no place of service ${place.value}: 11 is the office, 12 the home, 22 a hospital’s outpatients`, {
          fixes: named ? [replace(place, named.code, `Change to ${named.code} (${named.title})`)] : [],
        });
      } else report(place, `Place of service ${place.value} ${whenInForce(answer.entry, claim.day)}`);
    }
  },
});

// A visit is one unit a day, and both sides are one unit.
import { daysBetween } from '../../model/dates';
import { cptNumber } from '../../model/procedure-codes';
import { isIn } from '../claim-line';
import { replace, rule } from '../rule';

/** Visits of which a clinician has one a day with a patient: office, hospital, emergency room, nursing home, home, preventive. */
const VISITS = [
  [99202, 99215],
  [99221, 99223],
  [99231, 99236],
  [99238, 99239],
  [99281, 99285],
  [99304, 99310],
  [99341, 99350],
  [99381, 99397],
] as const;

/** One line may tell several days; one visit of more days than a month has is none. */
const MONTH = 31;

/** Some payers take two on a day, of two clinicians of one group. */
const PAID_A_DAY = 2;

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'warning',
  since: '0.2.0',
  title: 'A visit is one unit a day; modifier 50 is one unit',
  why: 'A payer denies the units above one: a patient has one visit of a kind a day, and modifier 50 already doubles the service.',
  cites: [
    'CMS medically unlikely edits, evaluation and management',
    'CMS Medicare Claims Processing Manual, chapter 12, sections 30.6 and 40.7',
  ],
  paper: '24G',
  transaction: '2400 SV104',
  bad: [
    'services\n  99213  AB  x2  290.00',
    'services\n  20610-50  A  x2  220.00',
    'date 2026-11-02..2026-11-03\nservices\n  99231  AB  x5  500.00',
    'date 2026-09-02..2026-11-03\nservices\n  99213  AB  145.00',
  ],
  good: [
    'services\n  99213  AB  145.00',
    'services\n  20610-50  A  220.00',
    'date 2026-11-02..2026-11-03\nservices\n  99231  AB  x2  200.00',
  ],
  check({ claim, service: { code, units, modifiers, days, date } }, { report }) {
    if (!code || claim.form === 'institutional') return;
    // Days that end before they begin are told as such.
    if (days && days.from > days.to) return;
    // Most lines have one unit.
    if (!units || units.value <= 1) {
      const span = days && days.to !== days.from && isIn(VISITS, code.value) ? daysBetween(days.from, days.to) + 1 : 1;
      if (span > MONTH)
        report([date, claim.date, code], `${code.value} is a visit of one day: here it lasts ${span}`, {
          severity: 'error',
          paper: '24A',
          transaction: '2400 DTP*472',
        });
      return;
    }
    const number = cptNumber(code.value);
    if (!(number >= 99202 && number <= 99397) && units.value !== 2) return;
    const most = days ? daysBetween(days.from, days.to) + 1 : 1;
    const one = claim.origin === 'x12' ? '1' : 'x1';
    if (isIn(VISITS, code.value)) {
      if (units.value > most)
        report(units, `${code.value} is a visit: one a day, not ${units.value} ${most === 1 ? 'on one day' : `in ${most} days`}`, {
          severity: units.value > most * PAID_A_DAY ? 'error' : 'warning',
          fixes: most === 1 ? [replace(units, one, 'Change to 1')] : [],
        });
    } else if (units.value === 2 && modifiers.some(({ value }) => value === '50'))
      report(units, 'Modifier 50 already means both sides: one unit', { fixes: [replace(units, one, 'Change to 1')] });
  },
});

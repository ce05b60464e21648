// A preventive visit is coded by the age of the patient.
import { ageOn } from '../../model/dates';
import { cptNumber } from '../../model/procedure-codes';
import { dayOf } from '../claim-line';
import { replace, rule } from '../rule';

/** First year of each of the seven ages, in the order of the codes 99381–99387 (new) and 99391–99397 (established). */
const AGES = [0, 1, 5, 12, 18, 40, 65];

export default rule({
  on: 'service',
  severity: 'warning',
  since: '0.1.0',
  title: 'A preventive visit is coded by the age of the patient',
  why: 'A payer denies a preventive visit of another age (reason 6).',
  cites: ['CMS Medicare Claims Processing Manual, chapter 12, section 30.6.2', 'X12 claim adjustment reason code 6'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: ['services\n  99395  AB  180.00'],
  good: ['services\n  99396  AB  180.00'],
  check({ claim, service }, { report }) {
    const born = claim.patient?.target?.born?.value,
      day = dayOf(service, claim);
    const number = service.code ? cptNumber(service.code.value) : Number.NaN;
    if (!service.code || !born || day === undefined || born > day) return;
    if (!((number >= 99381 && number <= 99387) || (number >= 99391 && number <= 99397))) return;
    const age = ageOn(born, day),
      place = (number % 10) - 1;
    const due = AGES.findLastIndex((from) => age >= from);
    if (due === place) return;
    const right = String(number - place + due);
    report(service.code, `The patient is ${age} years old on ${day}: a preventive visit at this age is ${right}`, {
      fixes: [replace(service.code, right, `Change to ${right}`)],
    });
  },
});

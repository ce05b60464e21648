// Preventive visits, vaccines and some operations are coded by the age of the patient.
import { OLDEST, ageOn } from '../../model/dates';
import { cptNumber } from '../../model/procedure-codes';
import { dayOf, isIn } from '../claim-line';
import { replace, rule } from '../rule';

/** First year of each of the seven ages, in the order of the codes 99381–99387 (new) and 99391–99397 (established). */
const AGES = [0, 1, 5, 12, 18, 40, 65];
const PREVENTIVE = [
  [99381, 99387],
  [99391, 99397],
] as const;

interface Limit {
  readonly codes: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly instead: string;
  /** What was given has a code of its own, also where it was meant for another age. */
  readonly product?: true;
}

/** Other services whose own words name an age, in years. */
const LIMITS: readonly Limit[] = [
  { codes: ['90460', '90461'], to: 18, instead: '90471 and 90472 from 19 on' },
  { codes: ['90700', '90702'], to: 6, instead: '90715 or 90714 from 7 on', product: true },
  { codes: ['90714', '90715'], from: 7, instead: '90700 or 90702 before 7', product: true },
  { codes: ['99460', '99461', '99462', '99463', '99464', '99465', '99468', '99469', '99477'], to: 0, instead: 'newborns only' },
  { codes: ['99471', '99472'], to: 1, instead: '99475 and 99476 from 2 on, 99291 from 6 on' },
  { codes: ['99475', '99476'], from: 2, to: 5, instead: '99471 and 99472 before 2, 99291 from 6 on' },
  { codes: ['42820', '42825', '42830', '42835'], to: 11, instead: 'the next number from 12 on' },
  { codes: ['42821', '42826', '42831', '42836'], from: 12, instead: 'the number before it up to 11' },
  { codes: ['D0145'], to: 2, instead: 'D0120 or D0150 from 3 on' },
  { codes: ['D1110'], from: 6, instead: 'D1120 for children' },
  { codes: ['D1120'], to: 20, instead: 'D1110 for adults' },
  { codes: ['D8080'], to: 25, instead: 'D8090 for adults' },
  { codes: ['49500', '49501'], to: 4, instead: '49505 or 49507 from 5 on' },
  { codes: ['49505', '49507'], from: 5, instead: '49500 or 49501 before 5' },
];

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A service that is coded by age fits the age of the patient',
  why:
    'Preventive visits, the giving of vaccines, care of newborns and some operations have a code for each age: payers deny that of ' +
    'another age (reason 6).',
  cites: ['CMS Medicare Claims Processing Manual, chapter 12, section 30.6.2', 'X12 claim adjustment reason code 6'],
  paper: '24D',
  transaction: '2400 SV101-2',
  bad: ['services\n  99395  AB  180.00', 'services\n  90460  AB  35.00'],
  good: ['services\n  99396  AB  180.00'],
  concerns: ({ service: { code } }) => code !== undefined && (limitOf(code.value) !== undefined || isIn(PREVENTIVE, code.value)),
  check({ claim, service }, { report }) {
    const limit = service.code && limitOf(service.code.value);
    if (!service.code || !(limit || isIn(PREVENTIVE, service.code.value))) return;
    const born = claim.patient?.target?.born?.value,
      day = dayOf(service, claim);
    if (!born || day === undefined || born > day || ageOn(born, day) > OLDEST) return;
    if (limit) {
      const years = ageOn(born, day);
      if (years < (limit.from ?? 0) || years > (limit.to ?? years))
        report(service.code, `The patient is ${years} years old on ${day}: ${service.code.value} is ${agesOf(limit)} (${limit.instead})`, {
          severity: limit.product ? 'warning' : 'error',
        });
      return;
    }
    const number = cptNumber(service.code.value),
      age = ageOn(born, day),
      place = (number % 10) - 1;
    const due = AGES.findLastIndex((from) => age >= from);
    if (due === place) return;
    const right = String(number - place + due);
    report(service.code, `The patient is ${age} years old on ${day}: a preventive visit at this age is ${right}`, {
      fixes: [replace(service.code, right, `Change to ${right}`)],
    });
  },
});

function limitOf(code: string): Limit | undefined {
  return LIMITS.find(({ codes }) => codes.includes(code));
}

function agesOf({ from, to }: Limit): string {
  if (from === undefined) return to === 0 ? 'for the first year' : `for ages up to ${to}`;
  return to === undefined ? `for ages from ${from}` : `for ages ${from} to ${to}`;
}

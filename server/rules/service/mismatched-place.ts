// Some visits belong to one kind of place.
import { cptNumber } from '../../model/procedure-codes';
import { type Ranges, dayOf, isIn } from '../claim-line';
import { type Severity, rule } from '../rule';

/** Rides in an ambulance, and their miles. */
const RIDES = /^A0(?:42[6-9]|43[0-4])$/,
  MILES = /^A04(?:25|35|36)$/;
/** Visits that are never in an office. */
const NOT_IN_THE_OFFICE: readonly { readonly ranges: Ranges; readonly says: string }[] = [
  {
    ranges: [
      [99221, 99223],
      [99231, 99239],
      [99460, 99463],
      [99468, 99480],
    ],
    says: 'hospital care',
  },
  { ranges: [[99304, 99316]], says: 'care in a nursing facility (place 31 or 32)' },
  { ranges: [[99341, 99350]], says: 'a visit at home (place 12 to 14)' },
];
/** Before, Medicare wanted the place where the visit would have been. */
const REMOTE_HAS_A_PLACE = '2024-01-01';

export default rule({
  on: 'claim',
  alike: ['head', 'lines'],
  severity: 'warning',
  since: '0.1.0',
  title: 'A visit code fits the place',
  why: 'A payer denies an emergency room visit that was not in an emergency room, or hospital care in the office.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 12, section 30.6'],
  paper: '24B',
  transaction: '2300 CLM05-1',
  bad: [
    'services\n  99283  AB  200.00',
    'services\n  99309  AB  140.00',
    'services\n  99349  AB  190.00',
    'services\n  99222  AB  300.00',
    'services\n  99213-95  AB  145.00',
    'place 21\nfacility SURGICENTER\nadmitted 2026-11-01\nservices\n  99213  AB  145.00',
  ],
  good: [
    'place 23\nservices\n  99283  AB  200.00',
    'services\n  99213  AB  145.00',
    'place 10\nservices\n  99213-95  AB  145.00',
    'place 23\nservices\n  99213  AB  145.00',
    'date 2021-11-02\nservices\n  99213-95  AB  145.00',
  ],
  check(claim, { report }) {
    const { place: chosen, services } = claim;
    // In a file the place is chosen once for all lines: where none of them fits, or the claim tells of a stay, it is the slip.
    const where = claim.origin === 'x12' && (services.length > 1 || claim.admitted) ? chosen?.value.padStart(2, '0') : undefined;
    const isSlip =
      where !== undefined && services.every(({ code, place }) => code && !place && (MILES.test(code.value) || clashOf(code.value, where)));
    let isTold = false;
    for (const service of services) {
      const place = service.place ?? chosen;
      if (!service.code || !place) continue;
      const found = clashOf(service.code.value, place.value.padStart(2, '0'));
      if (found && !(isSlip && isTold)) report(isSlip ? place : service.code, found.message, { severity: found.severity });
      isTold ||= found !== undefined;
      const remote = service.modifiers.find(({ value }) => value === '95' || value === '93' || value === 'GT');
      const day = dayOf(service, claim);
      if (remote && place.value.padStart(2, '0') === '11' && day !== undefined && day >= REMOTE_HAS_A_PLACE)
        report(remote, `Modifier ${remote.value} says that the visit was not in the office: place 10 (at home) or 02 (elsewhere)`);
    }
  },
});

/** What is wrong with a service in a place. */
function clashOf(code: string, where: string): { readonly message: string; readonly severity: Severity } | undefined {
  const number = cptNumber(code);
  if (number >= 99281 && number <= 99285 && where !== '23')
    return {
      message: `${code} is a visit in an emergency room (place 23), not in place ${where}`,
      severity: where === '11' ? 'error' : 'warning',
    };
  const elsewhere = where === '11' ? NOT_IN_THE_OFFICE.find(({ ranges }) => isIn(ranges, code)) : undefined;
  if (elsewhere) return { message: `${code} is ${elsewhere.says}, not care in the office (place 11)`, severity: 'error' };
  // A clinician of another practice who sees a patient in the emergency room has an office visit.
  if (number >= 99202 && number <= 99215 && where === '21')
    return { message: `${code} is a visit in an office or clinic, not in place ${where}`, severity: 'warning' };
  if (RIDES.test(code) && where === '11')
    return { message: `${code} is a ride in an ambulance (place 41 or 42), not in the office`, severity: 'error' };
  return undefined;
}

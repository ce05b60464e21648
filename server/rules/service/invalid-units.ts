// Units are whole and more than none.
import type { Claim, ClaimService } from '../../model/claim';
import { daysBetween } from '../../model/dates';
import { isCpt, isHcpcs } from '../../model/procedure-codes';
import { ROOM } from '../claim-line';
import { replace, rule } from '../rule';

/** Ambulance miles are billed to the tenth. */
const FRACTIONAL = new Set(['A0425', 'A0435', 'A0436', 'A0888']);

/** Of clotting factors many thousands of units are given; on hospital lines without a code anything may be counted. */
const DRUG = /^(?:J7[12]\d\d)?$/,
  MOST = 9999,
  MOST_OF_DRUG = 999_999,
  /** No procedure, test or visit is done so often. */
  MOST_OF_CPT = 999;

/** Revenue code. */
const HOME_HEALTH_RATE = '0023';

const MINUTES_A_DAY = 1440;

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'Units are whole and more than none',
  why: 'A payer refuses a line with no units. Parts of a unit are only counted for ambulance miles.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV104', 'CMS Medicare Claims Processing Manual, chapter 26, item 24G'],
  paper: '24G',
  transaction: '2400 SV104',
  bad: [
    'services\n  20610-RT  AB  x0  110.00',
    'services\n  80053  AB  x2000  110.00',
    'services\n  J3301  AB  x1.5  18.00',
    'services\n  00400-AA  AB  min2000  600.00',
  ],
  good: ['services\n  J3301  AB  x2  24.00', 'services\n  A0425  AB  x7.3  80.00'],
  check({ claim, service }, { report }) {
    const { code, units, minutes, days } = service;
    if (code && minutes) {
      const most = MINUTES_A_DAY * (days ? daysBetween(days.from, days.to) + 1 : 1);
      if (minutes.value <= 0) report(minutes, `${code.value} has no minutes`);
      else if (minutes.value > most) report(minutes, `${minutes.value} minutes are more than the ${most} of the day`);
    }
    if (!units) return;
    const what = code?.value ?? 'The line';
    if (units.value === 0 && !tellsRate(claim, service))
      report(units, `${what} has no units`, {
        severity:
          claim.form === 'institutional' && !(code && (isCpt(code.value) || isHcpcs(code.value))) && !isRoom(claim, service)
            ? 'warning'
            : 'error',
        fixes: [replace(units, claim.origin === 'x12' ? '1' : 'x1', `Change to ${claim.origin === 'x12' ? '1' : 'x1'}`)],
      });
    else if (units.value < 0) report(units, `${what} has less than no units`);
    else if (units.value > mostOf(code?.value ?? '')) report(units, `${units.value} units are more than a line can hold`);
    else if (code && !Number.isInteger(units.value) && !FRACTIONAL.has(code.value))
      // Of drugs and supplies some payers take parts.
      report(units, `${code.value} is billed in whole units`, {
        severity: isCpt(code.value) || claim.form === 'dental' ? 'error' : 'warning',
      });
  },
});

function mostOf(code: string): number {
  if (DRUG.test(code)) return MOST_OF_DRUG;
  return isCpt(code) ? MOST_OF_CPT : MOST;
}

/** A room is billed for days. */
function isRoom({ sent }: Claim, service: ClaimService): boolean {
  return ROOM.test(sent?.lines.find((line) => line.service === service)?.revenue?.value ?? '');
}

/** The first line of a home health claim tells its rate (HIPPS), with no units and no charge. */
function tellsRate({ sent }: Claim, service: ClaimService): boolean {
  return sent?.lines.find((line) => line.service === service)?.revenue?.value === HOME_HEALTH_RATE;
}

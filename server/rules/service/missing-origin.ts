// A ride says from where to where.
import { isForGovernment } from '../claim-line';
import { rule } from '../rule';

/** Rides by road, air and water, and their miles. */
const RIDES = /^A0(?:42[5-9]|43[0-6])$/;
/** First sign: where from; second: where to. X, the stop at a doctor's office on the way, is only second. */
const PLACES = /^[DEGHIJNPRS][DEGHIJNPRSX]$/;
/** Modifiers that are no places although their letters are. */
const NO_PLACES = new Set(['GP', 'GN', 'GE', 'GR', 'GJ', 'GG', 'GH', 'GS', 'GX', 'JG']);

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'warning',
  since: '0.2.0',
  title: 'A ride in an ambulance says from where to where',
  why: 'Payers deny a ride without the two letters of its modifier, e.g. RH from the residence to a hospital (remark M52 or reason 4).',
  cites: ['CMS Medicare Claims Processing Manual, chapter 15, section 30', 'X12 claim adjustment reason code 4'],
  paper: '24D',
  transaction: '2400 SV101-3',
  bad: ['place 41\nservices\n  A0427  AB  700.00', 'place 41\nservices\n  A0427-QN  AB  700.00'],
  good: ['place 41\nservices\n  A0427-RH  AB  700.00', 'place 41\nservices\n  A0427-GM-RH  AB  700.00', 'services\n  99213  AB  145.00'],
  check({ claim, service: { code, modifiers } }, { report }) {
    if (
      !code?.value.startsWith('A0') ||
      !RIDES.test(code.value) ||
      modifiers.some(({ value }) => PLACES.test(value) && !NO_PLACES.has(value))
    )
      return;
    report(code, `${code.value} needs a modifier of two letters for where the ride began and ended, e.g. RH: residence to hospital`, {
      severity: isForGovernment(claim) ? 'error' : 'warning',
    });
  },
});

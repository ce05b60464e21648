// A claim goes out before the payer's time is over.
import { addDays, daysBetween } from '../../model/dates';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A claim goes out before the payer’s time is over',
  why:
    'A late claim is denied (reason 29), and the patient may not be billed instead. A warning is given when ' +
    'four fifths of the time are over.',
  cites: ['42 CFR 424.44 (Medicare: one calendar year)', 'X12 claim adjustment reason code 29'],
  paper: '24A',
  transaction: '2400 DTP*472',
  bad: ['date 2026-07-01', 'date 2026-08-01'],
  good: ['date 2026-11-02', 'date 2026-07-01\nreplaces 2026070100017'],
  check(claim, { report, today }) {
    const first = claim.coverages[0];
    const limit = first?.payer?.timelyFiling?.value;
    // Corrections have other windows, and a claim with an answer was in time.
    if (!claim.day || !limit || claim.frequency !== '1' || claim.adjudicated.length > 0) return;
    const gone = daysBetween(claim.day, today),
      left = limit - gone;
    if (gone < limit * 0.8) return;
    const last = addDays(claim.day, limit);
    const payer = first.payer?.name?.value.text ?? first.payer?.id.value ?? 'The payer';
    if (left < 0)
      report([claim.date, claim.head], `Too late: ${payer} took this claim until ${last}`, {
        severity: claim.delayReason ? 'warning' : 'error',
      });
    else
      report(
        [claim.date, claim.head],
        `${left === 0 ? 'Last day' : left === 1 ? '1 day left' : `${left} days left`}: ${payer} takes this claim until ${last}`,
        { severity: 'warning' },
      );
  },
});

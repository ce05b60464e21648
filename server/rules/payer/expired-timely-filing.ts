// A claim goes out before the payer's time is over.
import { addDays, daysBetween } from '../../model/dates';
import { isMedicare } from '../../model/identifiers';
import { rule } from '../rule';

const MEDICARE_DAYS = 365;

export default rule({
  on: 'claim',
  alike: ['head'],
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
    // Medicare's year is law; other payers have their own, told in the practice's file.
    const limit =
      first?.payer?.timelyFiling?.value ?? (claim.origin === 'x12' && isMedicare(first?.payer?.filing?.value) ? MEDICARE_DAYS : undefined);
    // Corrections have other windows, and a claim with an answer was in time.
    if (!claim.day || !limit || claim.frequency !== '1' || claim.adjudicated.length > 0) return;
    const late = claim.origin === 'x12' || claim.delayReason ? 'warning' : 'error';
    const gone = daysBetween(claim.day, today),
      left = limit - gone;
    // A file is judged by its own day: it has gone out, so that nothing can be hurried.
    if (gone < limit * 0.8 || (claim.origin === 'x12' && (left >= 0 || claim.delayReason))) return;
    const last = addDays(claim.day, limit);
    const payer = first.payer?.name?.value.text ?? first.payer?.id.value ?? 'The payer';
    if (left < 0)
      report([claim.date, claim.services[0]?.date, claim.head], `Too late: ${payer} took this claim until ${last}`, { severity: late });
    else
      report(
        [claim.date, claim.head],
        `${left === 0 ? 'Last day' : left === 1 ? '1 day left' : `${left} days left`}: ${payer} takes this claim until ${last}`,
        { severity: 'warning' },
      );
  },
});

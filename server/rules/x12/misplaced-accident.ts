// State and day of an accident stand with its cause.
import { saidIn } from '../claim-line';
import { rule } from '../rule';

/** DTP01. */
const ACCIDENT = '439';
/** SBR09: of the employer, of a car. */
const INJURIES = new Set(['WC', 'AM']);

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'Day and state of an accident stand only with its cause',
  why: 'The cause that it belongs to is missing: the payer asks back.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM11-4', 'CMS Medicare Claims Processing Manual, chapter 26, item 10'],
  paper: '10',
  transaction: '2300 CLM11-4',
  bad: ['CLM*E1001*255***11:B:1*Y*A*Y*Y**EM:::IL', 'after CLM: DTP*439*D8*20260801'],
  good: [
    `CLM*E1001*255***11:B:1*Y*A*Y*Y**AA:::IL
after CLM: DTP*439*D8*20260801`,
  ],
  check(claim, { report }) {
    const { sent } = claim;
    // To an insurance of injuries the cause is missing, and told as such.
    const isMissed = INJURIES.has(claim.coverages[0]?.payer?.filing?.value ?? '');
    const told = !sent || isMissed || claim.form === 'institutional' || sent.accidentCodes.some(({ value }) => value !== '');
    const day = told ? undefined : saidIn(claim, 'DTP', 3, ACCIDENT);
    if (day)
      report(day, 'The day of an accident is told, but not what kind of accident (CLM11): AA, EM or OA', { transaction: '2300 DTP*439' });
    const causes = sent?.accidentCodes ?? [];
    const state = causes.length > 3 ? causes[3] : undefined;
    if (!state || state.value === '' || causes.slice(0, 3).some((one) => one.value === 'AA')) return;
    report(state, `The state ${state.value} belongs to a car accident (AA), which is not named`);
  },
});

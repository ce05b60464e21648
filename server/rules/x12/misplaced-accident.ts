// State and day of an accident stand with its cause.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head'],
  severity: 'error',
  since: '0.2.0',
  title: 'The state of an accident stands only with a car accident',
  why: 'The cause that it belongs to is missing: the payer asks back.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM11-4', 'CMS Medicare Claims Processing Manual, chapter 26, item 10'],
  paper: '10',
  transaction: '2300 CLM11-4',
  bad: ['CLM*E1001*255***11:B:1*Y*A*Y*Y**EM:::IL'],
  good: [
    `CLM*E1001*255***11:B:1*Y*A*Y*Y**AA:::IL
after CLM: DTP*439*D8*20260801`,
  ],
  check({ sent }, { report }) {
    const causes = sent?.accidentCodes ?? [];
    const state = causes.length > 3 ? causes[3] : undefined;
    if (!state || state.value === '' || causes.slice(0, 3).some((one) => one.value === 'AA')) return;
    report(state, `The state ${state.value} belongs to a car accident (AA), which is not named`);
  },
});

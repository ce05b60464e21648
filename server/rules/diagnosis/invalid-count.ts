// A claim holds twelve diagnoses.
import { rule } from '../rule';

const MOST = { professional: 12, institutional: 25, dental: 4 } as const;

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A professional claim holds up to twelve diagnoses',
  why: 'There is no room for a thirteenth: it would be lost.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 HI', 'CMS Medicare Claims Processing Manual, chapter 26, item 21'],
  paper: '21',
  transaction: '2300 HI',
  bad: [
    `
diagnoses
  A  M17.11
  B  E11.65
  C  I10
  D  M17.12
  E  E11.9
  F  E78.5
  G  J45.909
  H  K21.9
  I  N39.0
  J  R05.9
  K  R51.9
  L  R42
  R53.83
`,
  ],
  good: ['diagnoses\n  A  M17.11\n  B  E11.65\n  C  I10'],
  check(claim, { report }) {
    const most = MOST[claim.form];
    const extra = claim.diagnoses[most];
    if (extra) report(extra.code ?? extra, `A ${claim.form} claim holds ${most} diagnoses: this is number ${most + 1}`);
  },
});

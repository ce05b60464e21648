// A claim holds twelve diagnoses.
import { rule } from '../rule';

const MOST = { professional: 12, institutional: 25, dental: 4 } as const;

export default rule({
  on: 'claim',
  severity: 'error',
  since: '0.1.0',
  title: 'A professional claim holds up to twelve diagnoses',
  why: 'There is no room for a thirteenth: it would be lost.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 HI', 'CMS Medicare Claims Processing Manual, chapter 26, item 21'],
  paper: '21', transaction: '2300 HI',
  bad: ['diagnoses\n  A  M17.11\n  B  E11.65\n  C  I10\n  D  M17.12\n  E  E11.9\n  F  E78.5\n  G  J45.909\n  H  K21.9\n  I  N39.0\n  J  R05.9\n  K  R51.9\n  L  R42\n  R53.83'],
  good: ['diagnoses\n  A  M17.11\n  B  E11.65\n  C  I10'],
  check(claim, { report }) {
    const most = MOST[claim.form];
    const extra = claim.diagnoses[most];
    if (extra) report(extra.code ?? extra, `A ${claim.form} claim holds ${most} diagnoses: this is number ${most + 1}`);
  },
});

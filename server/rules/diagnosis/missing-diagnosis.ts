// A claim says why: it has at least one diagnosis.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  lacks: ['diagnoses'],
  severity: 'error',
  since: '0.1.0',
  title: 'A claim has at least one diagnosis',
  why: 'A payer refuses a professional claim that does not say why the services were needed.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 HI', 'CMS Medicare Claims Processing Manual, chapter 26, item 21'],
  paper: '21',
  transaction: '2300 HI01',
  bad: ['no diagnoses', 'diagnoses'],
  good: ['diagnoses\n  A  M17.11\n  B  E11.65'],
  check(claim, { report }) {
    if (claim.form === 'dental' || claim.diagnoses.length > 0) return;
    report([claim.encounter?.sections.diagnoses, claim.head], 'There is no diagnosis: a claim says why the services were needed');
  },
});

// A last menstrual period is told of women.
import { rule } from '../rule';

/** What says that sex and service are no slip. */
const NO_MISTAKE = { condition: '45', modifier: 'KX' } as const;

export default rule({
  on: 'claim',
  severity: 'error',
  since: '0.3.0',
  title: 'A last menstrual period is told of a woman',
  why: 'The patient is mixed up with another one, or the sex on file is wrong: the payer refuses the claim.',
  cites: [
    'ASC X12N 837P 005010X222A1, loop 2300 DTP*484 and loop 2010BA DMG03',
    'CMS Medicare Claims Processing Manual, chapter 26, item 14',
  ],
  paper: '14',
  transaction: '2300 DTP*484',
  bad: ['patient ROE-RICHARD\nlmp 2026-09-02'],
  good: ['lmp 2026-09-02', 'patient ROE-RICHARD\nlmp 2026-09-02\nservices\n  99213-KX  AB  145.00'],
  check({ lmp, patient, services, sent }, { report }) {
    if (!lmp || patient?.target?.sex?.value !== 'M') return;
    if (services.some(({ modifiers }) => modifiers.some(({ value }) => value === NO_MISTAKE.modifier))) return;
    if (sent?.codes.some(({ qualifier, code }) => qualifier.value === 'BG' && code.value === NO_MISTAKE.condition)) return;
    report(lmp, `A last period on ${lmp.value}, and the patient is on file as male: correct one of the two, or add KX`);
  },
});

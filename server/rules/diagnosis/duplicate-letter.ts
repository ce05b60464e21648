// Each diagnosis has a letter of its own.
import { diagnosisLanding } from '../../model/diagnosis-codes';
import { replace, rule } from '../rule';

export default rule({
  on: 'diagnosis',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'Each diagnosis has a letter of its own',
  why: 'A service that points at the letter can mean only one of them: the first one is taken.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV107', 'CMS Medicare Claims Processing Manual, chapter 26, item 24E'],
  paper: '21',
  bad: ['diagnoses\n  A  M17.11\n  A  E11.65'],
  good: ['diagnoses\n  A  M17.11\n  B  E11.65'],
  check({ claim, diagnosis: { letter, position } }, { report }) {
    if (!letter) return;
    const first = claim.diagnoses.find((one) => one.letter?.value === letter.value);
    if (!first || first.position === position) return;
    const used = new Set(claim.diagnoses.map((one) => one.letter?.value));
    const free = [...'ABCDEFGHIJKL'].find((candidate) => !used.has(candidate));
    report(letter, `${letter.value} is already the letter of ${first.code?.value ?? 'another diagnosis'}`, {
      ...diagnosisLanding(position),
      fixes: free ? [replace(letter, free, `Change to ${free}`)] : [],
    });
  },
});

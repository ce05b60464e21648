// Either all diagnoses have letters or none.
import { diagnosisLanding } from '../../model/diagnosis-codes';
import { rule } from '../rule';

export default rule({
  on: 'diagnosis',
  only: 'encounter',
  severity: 'hint',
  since: '0.1.0',
  title: 'Where diagnoses have letters, all have them',
  why: 'A diagnosis without a letter takes the one of its place; written down, everybody sees it.',
  cites: ['Superbill, the language'],
  paper: '21',
  bad: ['diagnoses\n  A  M17.11\n  E11.65'],
  good: ['diagnoses\n  A  M17.11\n  B  E11.65', 'diagnoses\n  M17.11\n  E11.65'],
  check({ claim, diagnosis: { letter, code, position } }, { report }) {
    if (letter || !code || position > 12 || claim.diagnoses.every((one) => !one.letter)) return;
    const own = String.fromCharCode(64 + position);
    const taken = claim.diagnoses.some((one) => one.letter?.value === own);
    const fix = {
      title: `Write the letter ${own}`,
      safe: true,
      edits: [{ span: { start: code.span.start, end: code.span.start }, text: `${own}  ` }],
    };
    report(code, `${code.value} has no letter`, { ...diagnosisLanding(position), fixes: taken ? [] : [fix] });
  },
});

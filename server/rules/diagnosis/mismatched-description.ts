// The words behind a code are those of the code.
import { replace, rule } from '../rule';

export default rule({
  on: 'diagnosis',
  only: 'encounter',
  severity: 'hint',
  since: '0.1.0',
  title: 'The words behind a code are its title',
  why: 'Words of another code may mean that the code is the wrong one: look before you change either. Words are never on the claim.',
  cites: ['Superbill, the language'],
  paper: '21',
  bad: ['diagnoses\n  A  M17.11  Osteoarthritis, left knee\n  B  E11.65'],
  good: ['diagnoses\n  A  M17.11  unilateral primary osteoarthritis right knee\n  B  E11.65', 'diagnoses\n  A  M17.11\n  B  E11.65'],
  check({ claim, diagnosis: { code, description } }, { report, codes }) {
    if (!code || !description || claim.day === undefined) return;
    const answer = codes.find('icd-10-cm', code.value, claim.day);
    if (answer.status !== 'active' || answer.entry.title === description.value || words(answer.entry.title) === words(description.value))
      return;
    report(description, `${answer.entry.code} is “${answer.entry.title}”`, {
      fixes: [replace(description, answer.entry.title, 'Write the title of the code')],
    });
  },
});

/** Letters and digits only, so that commas and capitals do not matter. */
function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

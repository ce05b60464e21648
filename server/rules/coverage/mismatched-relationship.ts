// Who holds the policy alone needs no second person.
import { rule } from '../rule';

/** What one is only to a person. */
const FAMILY = new Set(['spouse', 'child']);

export default rule({
  on: 'coverage',
  severity: 'warning',
  since: '0.1.0',
  title: 'A patient who holds the policy has no other policy holder',
  why: 'With relationship self the subscriber below is left out of the claim: one of the two is wrong.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2000B SBR02', 'CMS Medicare Claims Processing Manual, chapter 26, items 4 and 6'],
  paper: '6',
  transaction: '2000B SBR02',
  bad: [
    `
coverage C1
  payer AETNA
  member W1
  relationship self
  subscriber Poe, John
`,
  ],
  good: ['coverage C1\n  payer AETNA\n  member W1\n  relationship self'],
  check({ coverage: { relationship, subscriber } }, { report }) {
    if (!relationship || !subscriber) return;
    // In a file, a patient below the policy holder is told with the codes that may stand there; what people write, with the form of a name.
    const inFile = subscriber.source.language === 'x12';
    if (!inFile && relationship.value === 'self')
      report(relationship, 'The patient holds the policy (self), yet somebody else is named as subscriber: one of the two is wrong');
    const { name } = subscriber;
    if (inFile && name && !name.value.person && FAMILY.has(relationship.value))
      report(relationship, `${name.value.text} is an organization (NM102 is 2): the patient is not its ${relationship.value}`, {
        severity: 'error',
        transaction: '2000C PAT01',
      });
  },
});

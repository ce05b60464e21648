// Whoever has Medicare is insured in person.
import { isMedicare } from '../../model/identifiers';
import { replace, rule } from '../rule';

export default rule({
  on: 'coverage',
  severity: 'error',
  since: '0.1.0',
  title: 'A Medicare patient is always the subscriber',
  why: 'Medicare knows no dependents: each person has a number, and a claim for a dependent is refused.',
  cites: ['CMS Medicare Claims Processing Manual, chapter 26, item 6', 'CMS 837P Companion Guide, loop 2000B SBR02'],
  paper: '6',
  transaction: '2000B SBR02',
  bad: [
    `
coverage C1
  payer MEDICARE
  member 1EG4TE5MK73
  relationship spouse
  subscriber Poe, John
`,
  ],
  good: ['coverage C1\n  payer MEDICARE\n  member 1EG4TE5MK73\n  relationship self'],
  check({ coverage: { payer, relationship }, payer: named }, { report, workspace }) {
    const filing = (named ?? (payer && workspace.find('payer', payer.value)))?.filing?.value;
    if (!payer || !relationship || relationship.value === 'self' || !isMedicare(filing)) return;
    report(relationship, `With Medicare the patient is always the subscriber, not the ${relationship.value}`, {
      fixes: [replace(relationship, 'self', 'Change to self')],
    });
  },
});

// A code for what has no code of its own says in words what was done.
import { isUnlisted } from '../../model/procedure-codes';
import { rule } from '../rule';

export default rule({
  on: 'service',
  forms: ['professional'],
  only: 'encounter',
  lacks: ['service'],
  severity: 'warning',
  since: '0.2.0',
  title: 'A code for what has no code of its own says in words what it was',
  why:
    'Unlisted services, unclassified drugs and miscellaneous supplies have no price: without a description the claim is refused (remark ' +
    'M51 or N350).',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV101-7', 'CMS Medicare Claims Processing Manual, chapter 26, item 19'],
  paper: '24D',
  transaction: '2400 SV101-7',
  bad: ['services\n  J3490  AB  12.00'],
  good: [
    'services\n  J3490  AB  12.00  note "Methylene blue 1%, 10 mL"',
    'claim-note Methylene blue 1%, 10 mL\nservices\n  J3490  AB  12.00',
    'services\n  87899  AB  12.00',
  ],
  check({ claim, service: { code, note } }, { report }) {
    if (!code || note || claim.claimNote || !isUnlisted(code.value)) return;
    report(code, `${code.value} stands for what has no code of its own: say what it was behind the charge, note "…"`);
  },
});

// A member id is one, and not a word that stands for it.
import { isOneDigit, isWordForNone } from '../placeholders';
import { rule } from '../rule';

export default rule({
  on: 'coverage',
  severity: 'warning',
  since: '0.2.0',
  title: 'A member id is the one on the card',
  why: 'The payer looks for the number and does not find it: the claim is refused (status 164).',
  cites: ['ASC X12N 837P 005010X222A1, loop 2010BA NM109', 'X12 claim status code 164'],
  paper: '1a',
  transaction: '2010BA NM109',
  bad: [
    'coverage C1\n  payer AETNA\n  member UNKNOWN\n  relationship self',
    'coverage C1\n  payer AETNA\n  member 999999999\n  relationship self',
  ],
  good: [
    'coverage C1\n  payer AETNA\n  member W123456789\n  relationship self',
    'coverage C1\n  payer AETNA\n  member NADLER1\n  relationship self',
  ],
  check({ coverage: { member } }, { report }) {
    if (!member) return;
    const word = isWordForNone(member.value);
    if (word || isOneDigit(member.value))
      report(member, `${member.value} only fills the place of a member id: take the one on the insurance card`, {
        // Files that were made to be shown have numbers of one digit, too.
        severity: word ? 'error' : 'warning',
      });
  },
});

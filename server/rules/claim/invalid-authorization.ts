// The number of an authorization or referral is one, and not a word that stands for it.
import type { Value } from '../../model/value';
import { isOneDigit, isWordForNone } from '../placeholders';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  alike: ['head'],
  severity: 'error',
  since: '0.3.0',
  title: 'The number of an authorization or referral is the one that was given',
  why: 'The payer looks for the number and does not find it. Where none was needed, the line is left out.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 REF*G1 and REF*9F', 'CMS Medicare Claims Processing Manual, chapter 26, item 23'],
  paper: '23',
  transaction: '2300 REF*G1',
  bad: ['authorization NONE', 'referral PENDING', 'authorization 0000000'],
  good: ['authorization AUTH10001', 'referral R77', 'authorization 110000'],
  check({ authorization, referral }, { report }) {
    judge(authorization, 'an authorization', '2300 REF*G1');
    judge(referral, 'a referral', '2300 REF*9F');

    function judge(number: Value<string> | undefined, what: string, transaction: string): void {
      if (!number) return;
      const word = isWordForNone(number.value);
      if (!word && !isOneDigit(number.value)) return;
      report(number, `${number.value} only fills the place of the number of ${what}: take the one that the payer gave, or leave it out`, {
        transaction,
        // Files that were made to be shown have numbers of one digit, too; only zeros are none.
        severity: word || /^0+$/.test(number.value) ? 'error' : 'warning',
      });
    }
  },
});

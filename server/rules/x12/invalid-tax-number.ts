// Numbers that say they are social security or tax numbers can be such.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { nameNumber } from '../../syntax/x12/names';
import type { Transaction, X12Document } from '../../syntax/x12/read';
import { rule } from '../rule';

const SOCIAL_SECURITY = 'social security number';
/** Qualifier -> what it marks. */
const KINDS: Readonly<Record<string, string>> = {
  34: SOCIAL_SECURITY,
  SY: SOCIAL_SECURITY,
  24: 'tax number',
  FI: 'tax number',
  EI: 'tax number',
};
/** Segment -> qualifier and number. */
const PLACES: Readonly<Record<string, readonly [qualifier: number, number: number]>> = {
  NM1: [8, 9],
  N1: [3, 4],
  ENT: [3, 4],
  REF: [1, 2],
};
const NAME = nameNumber('NM1');
/** Of these parties, EI is the number of an employee and 24 that of an employer's own making. */
const OWN_NUMBERS = new Set(['EY', 'QE', 'DO']);

/** These are found by their NPI or name where the number is none. */
const PROVIDERS = new Set(['1P', '2B', '71', '72', '73', '77', '80', '82', 'DD', 'DK', 'DN', 'FA', 'P3', 'QB', 'SJ']);

/** Pay-to plan, payer, policy holder and patient of a claim. */
const OF_CLAIMS = new Set(['PE', 'PR', 'IL', 'QC']);

/** Numbers that the Social Security Administration gives nobody. */
const NEVER_GIVEN = /^(?:000|666|\d{3}00|\d{5}0000)/;

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['837', '270', '271', '276', '277', '278', '820', '834', '835'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A number that is marked as a tax or social security number has nine digits',
  why: 'Members, employers and payees are found by it: with a digit too few nobody is.',
  cites: [
    'ASC X12N 834 005010X220A1, loops 1000A N104 and 2100A NM109',
    'ASC X12N 820 005010X218, loops 1000B N104 and 2000A ENT04',
    'ASC X12 005010 data element 66',
  ],
  transaction: 'NM109',
  bad: [
    '834\nNM1*IL*1*DOE*JANE*Q***34*90000001',
    '834\nN1*P5*RIVERSIDE WORKS*FI*36123',
    '820\nENT*1*2L*FI*36123456X',
    '270\nafter NM1*IL: REF*SY*12345',
    'after NM1*PR: REF*EI*36222333',
    'after DMG: REF*SY*666123456',
  ],
  good: ['834\nNM1*IL*1*DOE*JANE*Q***34*900000001', '834\nNM1*IL*1*DOE*JANE*Q***ZZ*77', '270\nafter NM1*IL: REF*SY*900000001'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    // Of those who bill and treat, another rule speaks.
    const ofClaim = transaction.type === '837';
    eachSegment(document, transaction, ofClaim ? ['REF'] : Object.keys(PLACES), (segment, name) => {
      row.go(segment);
      const [qualifier, n] = PLACES[name];
      const kind = KINDS[qualifier === 1 ? row.first() : row.text(qualifier)];
      if (!kind || (ofClaim && !OF_CLAIMS.has(namedBefore(document, transaction, segment)))) return;
      const number = row.value(n);
      if (!number || (name === 'NM1' && OWN_NUMBERS.has(row.text(1)))) return;
      if (!/^\d{9}$/.test(number.value))
        report(number, `${number.value} is not a ${kind}: it has nine digits`, {
          // What stands for a tax number is at times a number of the payer’s own.
          severity: ofClaim || (kind === SOCIAL_SECURITY && !(name === 'NM1' && PROVIDERS.has(row.text(1)))) ? 'error' : 'warning',
          transaction: `${name}${String(n).padStart(2, '0')}`,
        });
      else if (ofClaim && kind === SOCIAL_SECURITY && NEVER_GIVEN.test(number.value))
        report(number, `${number.value} is not a social security number: none is given with 000 or 666 in front, or with zeros behind`, {
          severity: 'error',
          transaction: 'REF02',
        });
    });
  },
});

/** NM101 of the party that stands before a segment, '' where there is none. */
function namedBefore({ segments }: X12Document, { first }: Transaction, segment: number): string {
  let at = segment;
  while (at >= first && segments.names[at] !== NAME) at -= 1;
  return at < first ? '' : segments.text(at, 1);
}

// A screening of a child says whether somebody was asked to see it, and what came of it.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** CRC01: referral after a screening. */
const REFERRAL = 'ZZ';
/** CRC03: no referral was made. */
const NOT_USED = 'NU';

export default rule({
  on: 'claim',
  forms: ['professional', 'institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'The referral of a screening and its condition agree',
  why: 'NU says that there was no referral: with a Y before it, or without it behind an N, the claim contradicts itself.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CRC*ZZ', 'ASC X12N 837I 005010X223A2, loop 2300 CRC*ZZ'],
  transaction: '2300 CRC03',
  bad: ['after CLM: CRC*ZZ*Y*NU', 'after CLM: CRC*ZZ*N*AV'],
  good: ['after CLM: CRC*ZZ*Y*AV*S2', 'after CLM: CRC*ZZ*N*NU'],
  check({ sent, source }, { report }) {
    if (!sent) return;
    const row = x12Row(sent.document, source, sent.first);
    eachSegment(sent.document, { first: sent.first, end: sent.end }, ['CRC'], (segment) => {
      row.go(segment);
      const condition = row.value(3);
      if (row.text(1) !== REFERRAL || !condition) return;
      const referred = row.text(2);
      if (referred === 'Y' && condition.value === NOT_USED) report(condition, 'A referral is told (CRC02 Y), and that there was none (NU)');
      else if (referred === 'N' && condition.value !== NOT_USED)
        report(condition, `No referral was made (CRC02 N): ${NOT_USED} says so, not ${condition.value}`);
    });
  },
});

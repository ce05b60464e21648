// The reason by which another payer took something off is still in the list.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** How our list of reasons marks those that were given up, all of them before this day. */
const GIVEN_UP = '(no longer used)',
  SINCE = '2020-01-01';
/** CAS02 and every third element behind it. */
const REASONS = [2, 5, 8, 11, 14, 17];

const second = (reason: string, decided = '20260820'): string => `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*170~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*90*HC:99213**1~CAS*CO*${reason}*55~DTP*573*D8*${decided}
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1~CAS*CO*45*30~DTP*573*D8*${decided}`;

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'The reason by which another payer took something off is still in the list',
  why: 'A receiver that pays second checks the reasons (CARC) against the list of the day, and refuses one that was given up.',
  cites: ['X12 claim adjustment reason codes, with their last days', 'ASC X12N 837P 005010X222A1, loops 2320 and 2430 CAS'],
  transaction: '2430 CAS02',
  bad: [second('42')],
  good: [second('45'), second('42', '20070501')],
  check({ sent, source, day }, { report, codes, today }) {
    if (!sent || sent.payers.length === 0) return;
    const decided = sent.lines.flatMap(({ decisions }) => decisions.flatMap((one) => one.decided?.value.from ?? []));
    if ((decided.sort()[0] ?? day ?? today) < SINCE) return;
    const row = x12Row(sent.document, source, sent.first);
    eachSegment(sent.document, sent, ['CAS'], (segment) => {
      row.go(segment);
      for (const n of REASONS) {
        const reason = row.value(n);
        if (!reason) continue;
        const answer = codes.find('carc', reason.value, day ?? today);
        if (answer.status === 'active' && answer.entry.title.endsWith(GIVEN_UP))
          report(reason, `Reason ${reason.value} is no longer used: see which one the payer’s remittance gives today`);
      }
    });
  },
});

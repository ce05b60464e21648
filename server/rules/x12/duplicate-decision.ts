// What another payer decided is told of the claim or of its lines, not of both.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const SECOND = `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*90~AMT*EAF*10~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*90*HC:99213**1~CAS*CO*45*55~DTP*573*D8*20260820`;

const DECIDED = 'DTP*573';
/** Segment and qualifier of what stands in one of both places, in words. */
const ONCE: Readonly<Record<string, string>> = { [DECIDED]: 'The day of the decision', 'AMT*EAF': 'What is left to the patient' };

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'The day of another payer’s decision, and what it leaves to the patient, stand with the claim or with the lines',
  why: 'A receiver counts them twice, or cannot tell which of the two holds.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2330B and 2430 DTP*573, loops 2320 and 2430 AMT*EAF'],
  transaction: '2430 DTP*573',
  bad: [`${SECOND}~AMT*EAF*10`, `${SECOND}\nafter NM1*PR*2*OTHER HEALTH: DTP*573*D8*20260820`],
  good: [SECOND],
  check({ sent, source }, { report }) {
    if (!sent || sent.lines.every(({ decisions }) => decisions.length === 0)) return;
    const row = x12Row(sent.document, source, sent.first);
    /** By segment, qualifier and payer: told of the claim. */
    const told = new Set<string>();
    let amounts: string[] = [];
    let payer = '';
    let inLine = false;
    eachSegment(sent.document, sent, ['SBR', 'AMT', 'NM1', 'DTP', 'LX', 'SVD'], (segment, name) => {
      row.go(segment);
      if (name === 'LX') inLine = true;
      else if (name === 'SBR') {
        amounts = [];
        payer = '';
      } else if (name === 'SVD') payer = row.text(1);
      else if (name === 'NM1') {
        if (inLine || row.text(1) !== 'PR') return;
        payer = row.text(9);
        for (const amount of amounts) told.add(`${amount} ${payer}`);
      } else judge(`${name}*${row.text(1)}`, row.at(1));
    });

    function judge(what: string, at: Value<string>): void {
      if (!Object.hasOwn(ONCE, what)) return;
      if (!inLine && payer === '') amounts.push(what);
      else if (!inLine) told.add(`${what} ${payer}`);
      else if (told.has(`${what} ${payer}`))
        report(at, `${ONCE[what]} is told of the claim already (payer ${payer}): take one of the two away`, {
          // Medicare Advantage plans send what is left in both places.
          severity: what === DECIDED ? 'error' : 'warning',
          transaction: `2430 ${what}`,
        });
    }
  },
});

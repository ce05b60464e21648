// A line into which another payer has bundled this one is a line of the claim.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const SECOND = `SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******CI~AMT*D*180~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*S1~NM1*PR*2*OTHER HEALTH*****PI*OTHER1
after REF*6R*E1001-1: SVD*OTHER1*100*HC:99213**1~CAS*CO*45*45~DTP*573*D8*20260820
after REF*6R*E1001-2: SVD*OTHER1*80*HC:20610**1*1~CAS*CO*45*30~DTP*573*D8*20260820`;

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'A line into which another payer has bundled this one is in the claim',
  why: 'The receiver looks for that line to work out what is left of this one, and refuses the claim.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2430 SVD06 and loop 2400 LX01'],
  transaction: '2430 SVD06',
  bad: [SECOND.replace('20610**1*1', '20610**1*9')],
  good: [SECOND],
  check({ sent, source }, { report }) {
    if (!sent || sent.lines.every(({ decisions }) => decisions.length === 0)) return;
    const row = x12Row(sent.document, source, sent.first);
    eachSegment(sent.document, sent, ['SVD'], (segment) => {
      row.go(segment);
      const into = row.value(6);
      const number = Number(into?.value);
      if (into && Number.isInteger(number) && !(number >= 1 && number <= sent.lines.length))
        report(into, `Bundled into line ${into.value}: the claim has ${sent.lines.length} ${sent.lines.length === 1 ? 'line' : 'lines'}`);
    });
  },
});

// What the patient has agreed to is said alike in the claim and for the other payer.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['837'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'The release of information is the same for all payers of a claim',
  why: 'The patient signs once: a payer that reads two answers asks the practice which of them holds.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2300 CLM09 and 2320 OI06'],
  paper: '12',
  transaction: '2320 OI06',
  bad: ['after PRV*PE: SBR*S*18*******CI~OI***Y***I~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055'],
  good: [
    'after PRV*PE: SBR*S*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055',
    // Behind another level it belongs to no claim.
    'after PRV*PE: HL*3*1*22*0~SBR*S*18*******CI~OI***Y***I~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*OTHER PAYER*****PI*60055',
  ],
  check({ document, transaction, source }, { report }) {
    let others = 0;
    eachSegment(document, transaction, ['OI'], () => {
      others += 1;
    });
    if (others === 0) return;
    const row = x12Row(document, source, transaction.first);
    let claim: Value<string> | undefined;
    eachSegment(document, transaction, ['HL', 'CLM', 'OI'], (segment, name) => {
      row.go(segment);
      if (name !== 'OI') claim = name === 'CLM' ? row.value(9) : undefined;
      const other = name === 'OI' ? row.value(6) : undefined;
      if (claim && other && other.value !== claim.value)
        report(other, `The claim says ${claim.value} to the release of information (CLM09), here it is ${other.value}`);
    });
  },
});

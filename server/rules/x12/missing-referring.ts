// A referring provider of a line takes the place of the claim's.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const REFERRING = 'DN';
const HOUSE = 'NM1*DN*1*HOUSE*GREGORY****XX*1003000126';

export default rule({
  on: 'claim',
  forms: ['professional', 'institutional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'Where a line names a referring provider, the claim does, too',
  why: 'The provider of a line stands instead of the claim’s: clearinghouses refuse a claim that has one on a line alone.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2310A and 2420F', 'ASC X12N 837I 005010X223A2, loops 2310F and 2420D'],
  paper: '17',
  transaction: '2420F NM1*DN',
  bad: [`after REF*6R*E1001-1: ${HOUSE}`],
  good: [`after PRV*PE: NM1*DN*1*ROE*ANN****XX*1003000134\nafter REF*6R*E1001-1: ${HOUSE}`, `after PRV*PE: ${HOUSE}`],
  check({ sent, source }, { report }) {
    if (!sent) return;
    const row = x12Row(sent.document, source, sent.first);
    const firstLine = sent.lines[0]?.segment ?? sent.end;
    let ofClaim = false,
      ofLine: Value<string> | undefined;
    eachSegment(sent.document, sent, ['NM1'], (segment) => {
      row.go(segment);
      if (row.text(1) !== REFERRING) return;
      if (segment < firstLine) ofClaim = true;
      else ofLine ??= row.at(1);
    });
    if (!ofClaim) report(ofLine, 'This line names who referred, the claim does not (2310A): name the provider there');
  },
});

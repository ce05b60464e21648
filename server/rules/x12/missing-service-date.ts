// A line of a remittance has its day, or its claim has.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const OF_LINE = new Set(['150', '151', '472']),
  OF_CLAIM = new Set(['232', '233']);
/** CLP02: what would be paid for services that are still to come. */
const FORESEEN = '25';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['835'],
  only: 'x12',
  severity: 'warning',
  since: '0.2.0',
  title: 'A paid service has its day, with the line or with the claim',
  why: 'Without the day a payment does not find the service that was billed.',
  cites: ['ASC X12N 835 005010X221A1, loops 2100 DTM*232 and 2110 DTM*472'],
  transaction: '2110 DTM02',
  bad: ['835\nno DTM*472'],
  good: ['835\nno DTM*472\nafter DTM*050: DTM*232*20260815', '835\nno DTM*472\nCLP*E1001*25*145*0*0*12*ICN1*11*1'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    /** The claim tells the day of its lines, or they have none yet. */
    let ofClaim = false;
    let line: Value<string> | undefined;
    const tell = (): void => {
      if (line && !ofClaim) report(line, 'Neither this line nor its claim has a day of service');
      line = undefined;
    };
    eachSegment(document, transaction, ['CLP', 'SVC', 'DTM', 'SE', 'PLB', 'LX'], (segment, name) => {
      row.go(segment);
      if (name === 'DTM') {
        if (!line && OF_CLAIM.has(row.text(1))) ofClaim = true;
        else if (OF_LINE.has(row.text(1))) line = undefined;
        return;
      }
      tell();
      if (name === 'SVC') line = row.at(1);
      else ofClaim = name === 'CLP' && row.text(2) === FORESEEN;
    });
    tell();
  },
});

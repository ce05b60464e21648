// The equipment whose price is told is the equipment of the line.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['professional'],
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'The equipment whose price is told is that of the line',
  why: 'A payer refuses a line whose two codes differ.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV501-2'],
  transaction: '2400 SV501-2',
  bad: ['SV1*HC:E1390:RR*145*UN*1***1:2\nafter SV1: SV5*HC:E0424*DA*30*145*900*1'],
  good: ['SV1*HC:E1390:RR*145*UN*1***1:2\nafter SV1: SV5*HC:E1390*DA*30*145*900*1'],
  check({ sent, source }, { report }) {
    if (!sent) return;
    const row = x12Row(sent.document, source, sent.first);
    let service = '';
    eachSegment(sent.document, { first: sent.first, end: sent.end }, ['SV1', 'SV5'], (segment, name) => {
      row.go(segment);
      const code = row.parts(1).at(1);
      if (name === 'SV1') service = code?.value ?? '';
      else if (code && code.value !== '' && service !== '' && code.value !== service)
        report(code, `The price of ${code.value} is told, the line is ${service}`);
    });
  },
});

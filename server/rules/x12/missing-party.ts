// Whoever is named has a name or a number.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['270', '271', '276', '277', '278', '820'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'Whoever is named has a name or a number',
  why: 'Nobody can be found by nothing: a payer answers such a question with a refusal.',
  cites: [
    'ASC X12N 270/271 005010X279A1, loops 2100C, 2100D and 2120C NM103 and NM109',
    'ASC X12N 278 005010X217, loop 2010E NM103 and NM109',
  ],
  transaction: '2100C NM1',
  bad: ['270\nNM1*IL*1', '271\nNM1*PRP*2', '820\nN1*PR', '271\nNM1*03*1**SAM'],
  good: ['270\nNM1*IL*1******MI*W123456789', '271\nNM1*PRP*2*OTHER PLAN', '271\nNM1*03*1*DOE'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['NM1', 'N1'], (segment, segmentName) => {
      row.go(segment);
      const [name, number] = segmentName === 'NM1' ? [3, 9] : [2, 4];
      if (!row.value(name) && !row.value(number))
        report(row.at(1), 'This names nobody: name and number are missing', segmentName === 'N1' ? { transaction: 'N1' } : {});
    });
  },
});

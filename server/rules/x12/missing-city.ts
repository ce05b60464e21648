// A street has its city.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  piecewise: true,
  // In claims the guide demands both, or a rule about the patient does.
  types: ['270', '271', '278', '275', '820', '834', '835'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'Behind a street stand city and state',
  why: 'A street alone is no address: nothing can be mailed, and nobody can be told from another of the same name.',
  cites: ['ASC X12N 270/271 005010X279A1, loop 2100C N3 and N4', 'ASC X12N 835 005010X221A1, loop 1000B N3 and N4'],
  transaction: 'N3',
  bad: ['271\nno N4', '835\nafter N1*PE: N3*5 OAK AVE'],
  good: ['271\nno N3\nno N4', '835\nafter N1*PE: N3*5 OAK AVE~N4*SPRINGFIELD*IL*62704'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['N3'], (segment) => {
      const next = segment + 1 < transaction.end ? row.go(segment + 1) : '';
      row.go(segment);
      if (next !== 'N4' && next !== 'N3') report(row.at(1), 'City and state (N4) are missing behind the street');
    });
  },
});

// A claim names each provider once in one part.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

const ROLES: Readonly<Record<string, string>> = {
  DN: 'referring',
  '82': 'rendering',
  DQ: 'supervising',
  '77': 'service facility',
  '71': 'attending',
  '72': 'operating',
  DK: 'ordering',
};

export default rule({
  on: 'transaction',
  types: ['837'],
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'A claim or a line names each provider once',
  why: 'The receiver cannot tell which of the two is meant. The provider of an earlier referral is P3.',
  cites: ['ASC X12N 837P 005010X222A1, loops 2310A to 2310D and 2420A to 2420F'],
  transaction: '2310A NM101',
  bad: ['after PRV*PE: NM1*DN*1*HOUSE*GREGORY****XX*1003000126~NM1*DN*1*ROE*ANN****XX*1003000126'],
  good: ['after PRV*PE: NM1*DN*1*HOUSE*GREGORY****XX*1003000126~NM1*P3*1*ROE*ANN****XX*1003000126'],
  check({ document, transaction, source }, { report }) {
    const seen = new Set<string>(),
      row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['NM1', 'CLM', 'LX', 'SBR', 'HL'], (segment, name) => {
      if (name !== 'NM1') {
        if (seen.size > 0) seen.clear();
        return;
      }
      row.go(segment);
      const who = row.first();
      if (ROLES[who] === undefined) return;
      if (seen.has(who)) report(row.at(1), `A ${ROLES[who]} provider is already named here`);
      seen.add(who);
    });
  },
});

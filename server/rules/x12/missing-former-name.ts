// A corrected name of a member comes with the name that was wrong.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** NM101. */
const CORRECTED = '74',
  WRONG = '70';

export default rule({
  on: 'transaction',
  types: ['834'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'A corrected name of a member comes with the name that was wrong, and the reverse',
  why: 'The payer finds the member under the old name, and enrols a second one under the new.',
  cites: ['ASC X12N 834 005010X220A1, loops 2100A NM101 and 2100B NM1'],
  transaction: '2100B NM1',
  bad: ['834\nno NM1*70', '834\nNM1*74*1*ROE*RICHARD\nafter NM1*IL*1*POE: NM1*70*1*PO*ANNA'],
  good: ['834\nno NM1*70\nno NM1*74', '834\nNM1*70*1*ROW*RICHARD'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let corrected: Value<string> | undefined;
    const close = (): void => {
      if (corrected) report(corrected, 'The name is corrected (74): the wrong one (NM1*70) is missing');
      corrected = undefined;
    };
    eachSegment(document, transaction, ['INS', 'NM1', 'HD', 'SE'], (segment, name) => {
      row.go(segment);
      const kind = row.text(1);
      if (name !== 'NM1') close();
      else if (kind === CORRECTED) corrected = row.at(1);
      else if (kind === WRONG) {
        if (!corrected) report(row.at(1), 'A wrong name (70) stands here: the right one is marked 74', { transaction: '2100A NM101' });
        corrected = undefined;
      }
    });
  },
});

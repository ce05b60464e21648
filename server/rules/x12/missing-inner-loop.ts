// Segments of an inner loop stand between its marks, LS and LE.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Where a new benefit or member begins, an inner loop of the one before has ended. */
const OUTER = new Set(['EB', 'HL', 'INS', 'SE']);

export default rule({
  on: 'transaction',
  types: ['271', '834'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'An inner loop begins with LS and ends with LE',
  why: 'Without the marks a receiver takes the names of a benefit for those of the patient, or a category for the member’s doctor.',
  cites: ['ASC X12N 271 005010X279A1, loop 2120C LS and LE', 'ASC X12N 834 005010X220A1, loop 2700 LS and LE'],
  transaction: '2110C LS',
  bad: ['271\nno LE', '271\nno LS', '834\nno LS', '834\nno LE'],
  good: ['271\nno LS\nno NM1*PRP\nno PER*IC**TE\nno LE'],
  check({ document, transaction, source }, { report }) {
    const isBenefit = transaction.type === '271';
    const row = x12Row(document, source, transaction.first);
    let open: Value<string> | undefined;
    let told = false,
      inBenefit = false;
    eachSegment(document, transaction, ['LS', 'LE', 'NM1', 'N1', ...OUTER], (segment, name) => {
      row.go(segment);
      if (OUTER.has(name)) {
        if (open && !told) report(open, `The inner loop ${open.value} does not end: LE is missing`, { transaction: 'LS01' });
        open = undefined;
        told = false;
        inBenefit = name === 'EB';
      } else if (name === 'LS') open = row.at(1);
      else if (name === 'LE') {
        // Which loop they name the guide says.
        if (!open && !told) report(row.at(1), 'LE closes an inner loop that LS does not begin');
        open = undefined;
      } else if (!open && !told && (isBenefit ? name === 'NM1' && inBenefit : name === 'N1' && row.text(1) === '75')) {
        report(row.at(1), 'This stands in an inner loop: LS in front of it is missing');
        told = true;
      }
    });
  },
});

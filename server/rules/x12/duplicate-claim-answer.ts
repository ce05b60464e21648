// An acknowledgement answers each claim once.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** TRN01: the number that the sender of the claim gave it. */
const OF_THE_CLAIM = '2';
/** HL03. */
const PATIENT = 'PT';

export default rule({
  on: 'transaction',
  types: ['277'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'An acknowledgement answers each claim once',
  why: 'Two answers under one number: nobody knows which of them counts, or which claim has none.',
  cites: ['ASC X12N 277CA 005010X214, loop 2200D TRN02'],
  transaction: '2200D TRN02',
  bad: ['277CA\nlast: HL*6*3*PT~NM1*QC*1*ROE*ANN****MI*W2~TRN*2*E1002~STC*A7:507*20260902*U*145'],
  good: ['277CA\nlast: HL*6*3*PT~NM1*QC*1*ROE*ANN****MI*W2~TRN*2*E1003~STC*A7:507*20260902*U*145'],
  check({ document, transaction, source }, { report }) {
    if (!transaction.version.startsWith('005010X214')) return;
    const row = x12Row(document, source, transaction.first);
    const seen = new Set<string>();
    let isClaim = false;
    eachSegment(document, transaction, ['HL', 'TRN'], (segment, name) => {
      row.go(segment);
      if (name === 'HL') isClaim = row.text(3) === PATIENT;
      else if (isClaim && row.text(1) === OF_THE_CLAIM) {
        const number = row.at(2);
        // Zero stands for a number that is not known.
        if (/^0*$/.test(number.value)) return;
        if (seen.has(number.value)) report(number, `Claim ${number.value} is answered above, too`);
        seen.add(number.value);
      }
    });
  },
});

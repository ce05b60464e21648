// An acknowledgement counts the claims that it lists.
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { replace, rule } from '../rule';

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'error',
  since: '0.2.0',
  title: 'The counts of accepted and refused claims agree with the claims listed',
  why: 'Who trusts the count misses a refused claim.',
  cites: ['ASC X12N 277CA 005010X214, loops 2200B and 2200C QTY'],
  transaction: '2200B QTY02',
  bad: [
    `277CA
QTY*AA*3`,
  ],
  good: [
    `277CA
QTY*AA*1`,
  ],
  check({ document, transaction, source }, { report }) {
    if (transaction.type !== '277' || !transaction.version.startsWith('005010X214')) return;
    const row = x12Row(document, source, transaction.first);
    let level = '';
    let counted: { readonly at: Value<string>; readonly refused: boolean }[] = [];
    let good = 0,
      bad = 0,
      fresh = false;
    const compare = (): void => {
      for (const { at, refused } of counted) {
        const truth = refused ? bad : good;
        if (good + bad > 0 && Number(at.value) !== truth)
          report(at, `${at.value} ${refused ? 'refused' : 'accepted'} are counted, ${truth} listed`, { fixes: [replace(at, String(truth), `Set the count to ${truth}`)] });
      }
      counted = [];
      good = bad = 0;
    };
    for (let i = transaction.first; i < transaction.end; i += 1) {
      const id = row.go(i);
      if (id === 'HL') {
        level = row.text(3);
        fresh = true;
        if (level === '21') compare();
      } else if (id === 'QTY' && level === '21') counted.push({ at: row.at(2), refused: row.text(1) === 'AA' });
      else if (id === 'STC' && level === 'PT' && fresh) {
        fresh = false;
        if (/^A[34678]/.test(row.text(1))) bad += 1;
        else good += 1;
      } else if (id === 'SE') compare();
    }
  },
});

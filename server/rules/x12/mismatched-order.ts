// Attachments, doctors and categories are numbered from 1.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { replace, rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['275', '834'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'Attachments, and the doctors and categories of a member, are numbered from 1',
  why: 'A number that comes twice or jumps looks as if something were lost.',
  cites: ['ASC X12N 275 005010X210, loop 2000A LX01', 'ASC X12N 834 005010X220A1, loops 2310 and 2710 LX01'],
  transaction: 'LX01',
  bad: ['834\nLX*3', '275\nlast: LX*5~TRN*2*REQ79~STC*R4:11503-0::LOI~DTP*368*D8*20260915~CAT*AE*TX~EFI*05~BIN*5*Notes'],
  good: ['834\nLX*1'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let count = 0;
    eachSegment(document, transaction, ['INS', 'HD', 'LS', 'LX'], (segment, name) => {
      row.go(segment);
      if (name !== 'LX') count = 0;
      else {
        count += 1;
        const number = row.value(1);
        if (!number || !/^\d+$/.test(number.value)) return;
        if (Number(number.value) !== count)
          report(number, `LX01 is ${number.value}, but this is number ${count}`, {
            fixes: [replace(number, String(count), `Set LX01 to ${count}`)],
          });
        // What is numbered in another way is told once.
        count = Number(number.value);
      }
    });
  },
});

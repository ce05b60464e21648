// The answer to a request for authorization decides, or says why not.
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['278'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'The answer to a request for authorization holds a decision',
  why: 'Without a decision or a reason the practice does not know whether it may go on.',
  cites: ['ASC X12N 278 005010X217 response, loops 2000E and 2000F, HCR and AAA'],
  transaction: '2000E HCR',
  bad: [
    `278
no HCR*A6
no HCR*A1
no HCR*A3`,
  ],
  good: [
    `278
no HCR*A6`,
  ],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let isAnswer = false,
      refused = false;
    let event: { readonly at: Value<string>; told: boolean } | undefined;
    const close = (): void => {
      if (event && !event.told) report(event.at, 'This event has neither a decision (HCR) nor a reason why there is none (AAA)');
      event = undefined;
    };
    for (let i = transaction.first; i < transaction.end; i += 1) {
      const id = row.go(i);
      if (id === 'BHT') isAnswer = row.text(2) === '11';
      else if (!isAnswer) continue;
      else if (id === 'HL' && row.text(3) !== 'SS') {
        close();
        if (row.text(3) === 'EV') event = { at: row.at(3), told: refused };
      } else if (id === 'HCR' && event) event.told = true;
      else if (id === 'AAA') {
        if (event) event.told = true;
        else refused = true;
      } else if (id === 'SE') close();
    }
  },
});

// An acknowledgement adds up the charges of the claims that it lists.
import { formatMoney } from '../../model/money';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { AcknowledgedClaims } from '../acknowledged-claims';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['277'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'The accepted and refused charges of an acknowledgement agree with its claims',
  why: 'Who compares only the total misses a claim that was refused or lost.',
  cites: ['ASC X12N 277CA 005010X214, loop 2200B STC04 and AMT'],
  transaction: '2200B AMT02',
  bad: [
    `277CA
AMT*YU*200`,
    `277CA
STC*A1:19:PR*20260902*WQ*500`,
  ],
  good: [
    `277CA
AMT*YY*145`,
    // The provider says the same: its sum is told.
    '277CA\nAMT*YY*150\nafter NM1*85: TRN*1*0~STC*A1:19:PR**WQ*400~AMT*YU*255~AMT*YY*150',
    // Two claims of one patient.
    '277CA\nQTY*AA*2\nAMT*YY*245\nSTC*A1:19:PR*20260902*WQ*500\nlast: TRN*2*E1003~STC*A7:507*20260902*U*100~STC*A7:21*20260902*U*100',
  ],
  check({ document, transaction, source }, { report }) {
    if (!transaction.version.startsWith('005010X214')) return;
    const row = x12Row(document, source, transaction.first);
    let level = '';
    let total: Value<number> | undefined;
    let stated: { readonly at: Value<number>; readonly refused: boolean }[] = [];
    const said = new AcknowledgedClaims();
    let claims = 0,
      fresh = false,
      /** No amount is absent: that is told for itself. */
      isWhole = true;
    const compare = (): void => {
      said.endProvider();
      let right = true;
      const sum = stated.reduce((all, { at }) => all + at.value, 0);
      // Where the total contradicts them, too, it is not that some claims are not listed.
      const isOff = total !== undefined && sum > total.value;
      for (const { at, refused } of stated) {
        const truth = refused ? said.refused : said.accepted;
        if (claims === 0 || at.value === truth) continue;
        right = false;
        // Where the providers say the same, their sums are told.
        if (at.value === said.byProviders[refused ? 'refused' : 'accepted']) continue;
        // Some payers list only a part of the claims.
        report(
          at,
          `${formatMoney(at.value)} ${refused ? 'refused' : 'accepted'} are stated, the claims listed come to ${formatMoney(truth)}`,
          at.value > truth && !isOff ? { severity: 'warning' } : {},
        );
      }
      if (right && isWhole && total && stated.length > 0 && total.value !== sum)
        report(total, `The charges are ${formatMoney(total.value)}, accepted and refused come to ${formatMoney(sum)}`);
      stated = [];
      isWhole = true;
      total = undefined;
      claims = 0;
      said.clear();
    };
    for (let i = transaction.first; i < transaction.end; i += 1) {
      const id = row.go(i);
      if (id === 'HL') {
        level = row.text(3);
        if (level === '20' || level === '21') compare();
        if (level === '19') said.endProvider();
      } else if (id === 'TRN') fresh = true;
      else if (id === 'AMT') {
        const amount = row.money(2);
        if (!amount) {
          isWhole = false;
          continue;
        }
        if (level === '21') stated.push({ at: amount, refused: row.text(1) === 'YY' });
        else if (level === '19') said.state(row.text(1) === 'YY' ? 'refused' : 'accepted', amount.value);
      } else if (id === 'STC' && fresh) {
        fresh = false;
        if (level === '21') total = row.money(4);
        if (level !== 'PT') continue;
        claims += 1;
        said.list(row.text(1), row.money(4)?.value ?? 0);
      } else if (id === 'SE') compare();
    }
  },
});

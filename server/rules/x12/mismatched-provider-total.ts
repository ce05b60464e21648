// The totals of a provider in a remittance are those of the claims below them.
import { eachSegment } from '../../model/each-segment';
import { formatMoney } from '../../model/money';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

export default rule({
  on: 'transaction',
  types: ['835'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'The totals of a provider are those of the claims below',
  why: 'A practice that posts by these totals books another amount than its claims say.',
  cites: ['ASC X12N 835 005010X221A1, loop 2000 TS304 and TS305'],
  transaction: '2000 TS304',
  bad: ['835\nafter LX: TS3*1234567893*11*20261231*2*145', '835\nafter LX: TS3*1234567893*11*20261231*1*150'],
  good: ['835\nafter LX: TS3*1234567893*11*20261231*1*145'],
  check({ document, transaction, source }, { report }) {
    let any = false;
    eachSegment(document, transaction, ['TS3'], () => {
      any = true;
    });
    if (!any) return;
    const row = x12Row(document, source, transaction.first);
    let stated: { readonly claims: Value<string>; readonly charges: Value<number> | undefined } | undefined;
    let claims = 0,
      charges = 0;
    const close = (): void => {
      if (stated && stated.claims.value !== '' && Number(stated.claims.value) !== claims)
        report(stated.claims, `The provider’s total counts ${stated.claims.value} claims, ${claims} follow`);
      else if (stated?.charges && stated.charges.value !== charges)
        report(stated.charges, `Charges of ${formatMoney(stated.charges.value)} are stated, the claims come to ${formatMoney(charges)}`, {
          transaction: '2000 TS305',
        });
      stated = undefined;
      claims = charges = 0;
    };
    eachSegment(document, transaction, ['LX', 'TS3', 'CLP', 'PLB', 'SE'], (segment, name) => {
      row.go(segment);
      if (name === 'CLP') {
        claims += 1;
        charges += row.money(3)?.value ?? 0;
      } else if (name === 'TS3') stated = { claims: row.at(4), charges: row.money(5) };
      else close();
    });
  },
});

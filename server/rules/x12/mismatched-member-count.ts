// An enrollment file counts the members that it holds.
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { replace, rule } from '../rule';

const WHAT: Readonly<Record<string, string>> = { TO: 'members', ET: 'subscribers', DT: 'dependents' };

export default rule({
  on: 'transaction',
  types: ['834'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'The counts of an enrollment file agree with its members',
  why: 'A count that differs tells the payer that members were lost on the way.',
  cites: ['ASC X12N 834 005010X220A1, QTY and loop 2000 INS'],
  transaction: 'QTY02',
  bad: [
    `834
QTY*TO*9`,
  ],
  good: [
    `834
QTY*TO*4`,
  ],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    const counted: { readonly kind: string; readonly at: Value<string> }[] = [];
    let subscribers = 0,
      dependents = 0;
    for (let i = transaction.first; i < transaction.end; i += 1) {
      const id = row.go(i);
      if (id === 'QTY') counted.push({ kind: row.text(1), at: row.at(2) });
      else if (id === 'INS' && row.text(1) === 'Y') subscribers += 1;
      else if (id === 'INS') dependents += 1;
    }
    for (const { kind, at } of counted) {
      const truth = { TO: subscribers + dependents, ET: subscribers, DT: dependents }[kind];
      if (truth === undefined || subscribers + dependents === 0 || !/^\d+(\.0*)?$/.test(at.value) || Number(at.value) === truth) continue;
      report(at, `${at.value} ${WHAT[kind]} are counted, ${truth} listed`, {
        fixes: [replace(at, String(truth), `Set the count to ${truth}`)],
        // A part of a larger file keeps the count of the whole.
        ...(Number(at.value) > truth && { severity: 'warning' }),
      });
    }
  },
});

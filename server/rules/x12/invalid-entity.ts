// The entities of a premium payment are counted, a person is named, and something is paid for each.
import { eachSegment } from '../../model/each-segment';
import type { Value } from '../../model/value';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** ENT02: a person. */
const PERSON = '2J';
/** ENT03 of a company, which the guide lets stand so that such an entity is still read as a person. */
const COMPANY = new Set(['1', '9', '24', 'FI']);

export default rule({
  on: 'transaction',
  types: ['820'],
  only: 'x12',
  severity: 'error',
  since: '0.3.0',
  title: 'The entities of a premium payment are counted from one, persons are named, each has an item',
  why: 'The plan cannot tell for whom the premium is, and ends the cover for want of it.',
  cites: ['ASC X12N 820 005010X218, loops 2000A and 2000B ENT01, 2100B NM1 and 2300B RMR'],
  transaction: 'ENT',
  bad: [
    '820\nENT*2*2L*FI*361234567',
    '820\nENT*1*2J*34*900000001',
    '820\nENT*1*2J*FI*361234567\nafter ENT: NM1*EY*1*DOE*JANE',
    '820\nafter ADX: ENT*2*2L*FI*361234568',
  ],
  good: ['820\nafter ADX: ENT*2*2L*FI*361234568~RMR*IK*INV503*PI*0', '820\nENT*1*2J*34*900000001\nafter ENT: NM1*EY*1*DOE*JANE'],
  check({ document, transaction, source }, { report }) {
    const row = x12Row(document, source, transaction.first);
    let count = 0;
    let open: { readonly at: Value<string>; readonly isPerson: boolean; named: boolean; paid: boolean } | undefined;
    const close = (): void => {
      if (open?.isPerson && !open.named) report(open.at, 'The premium is for a person (2J), but the name is missing (NM1)');
      else if (open && !open.paid) report(open.at, 'Nothing is paid for this entity: RMR is missing');
      open = undefined;
    };
    eachSegment(document, transaction, ['ENT', 'NM1', 'RMR', 'ADX', 'SE'], (segment, name) => {
      row.go(segment);
      if (name === 'SE') close();
      else if (name !== 'ENT') {
        if (open && name === 'NM1') open.named = true;
        else if (open) open.paid = true;
      } else {
        close();
        count += 1;
        const number = row.at(1);
        if (number.value !== '' && Number(number.value) !== count)
          report(number, `ENT01 is ${number.value}, but this is entity ${count}`, { transaction: 'ENT01' });
        const isPerson = row.text(2) === PERSON;
        if (isPerson && COMPANY.has(row.text(3)))
          report(row.at(3), `A person (2J) is known by 34, EI or II, not by ${row.text(3)}`, { transaction: 'ENT03' });
        open = { at: row.at(2), isPerson, named: false, paid: false };
      }
    });
  },
});

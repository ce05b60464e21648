// What a payer says of money in an answer about benefits can be.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Coinsurance is a part of the charge; copay, deductible and the most out of pocket are amounts. */
const COINSURANCE = 'A';
/** EB06: for the year, and what is left of it. */
const YEAR = '23',
  LEFT = '29';
/** III01: the code behind is a place of service. */
const PLACE = 'ZZ';
const AMOUNTS: Readonly<Record<string, string>> = { B: 'A copay', C: 'A deductible', G: 'The most out of pocket' };

export default rule({
  on: 'transaction',
  piecewise: true,
  types: ['271'],
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'Coinsurance is a part of one, a deductible is an amount, and not more of it remains than there is',
  why: 'The front desk collects by this answer: twenty for twenty percent is collected wrong.',
  cites: ['ASC X12N 271 005010X279A1, loops 2110C and 2110D, EB06 to EB08, loop 2115C III02'],
  transaction: '2110C EB',
  bad: [
    '271\nafter EB*1: EB*A*IND*98*PR**27**20',
    '271\nafter EB*1: EB*C*IND*30*PR**23**.2',
    '271\nafter EB*R: EB*C*IND*30*PR**29*500.5*****Y',
    '271\nIII*ZZ*30',
  ],
  good: [
    '271\nafter EB*1: EB*A*IND*98*PR**27**.2',
    '271\nafter EB*1: EB*A*IND*98*PR**27**0',
    '271\nafter EB*1: EB*B*IND*98*PR**27*25',
    '271\nafter EB*1: EB*C*IND*30',
  ],
  check({ document, transaction, source }, { report, codes, today }) {
    const row = x12Row(document, source, transaction.first);
    const ofYear = new Map<string, number>();
    eachSegment(document, transaction, ['HL', 'EB', 'III'], (segment, name) => {
      row.go(segment);
      if (name === 'HL') ofYear.clear();
      else if (name === 'III') {
        const place = row.value(2);
        if (place && row.text(1) === PLACE && codes.find('place-of-service', place.value, today).status === 'unknown')
          report(place, `${place.value} is not a place of service`, { transaction: '2115C III02' });
      }
      if (name !== 'EB') return;
      const kind = row.text(1),
        amount = row.value(7),
        part = row.value(8);
      // More than a hundred is an amount at the wrong place; payers that write so do it throughout.
      if (part && Number(part.value) > 1)
        report(part, `${part.value} is not a part of one: 20 percent is written .2`, {
          severity: Number(part.value) > 100 ? 'warning' : 'error',
        });
      else if (part && !amount && Object.hasOwn(AMOUNTS, kind)) report(part, `${AMOUNTS[kind]} is an amount (EB07), not a part`);
      else if (amount && (row.text(6) === YEAR || row.text(6) === LEFT)) {
        const what = [1, 2, 3, 4, 12].map((n) => row.text(n)).join('*');
        const whole = ofYear.get(what);
        if (row.text(6) === YEAR) ofYear.set(what, Number(amount.value));
        else if (whole !== undefined && Number(amount.value) > whole) report(amount, `${amount.value} are left of ${whole}`);
      } else if (kind === COINSURANCE && amount && !part)
        report(amount, 'Coinsurance is a part of the charge: it stands in EB08, such as .2', { severity: 'error' });
    });
  },
});

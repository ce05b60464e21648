// What a payer says of money in an answer about benefits can be.
import { eachSegment } from '../../model/each-segment';
import { x12Row } from '../../model/x12-row';
import { rule } from '../rule';

/** Coinsurance is a part of the charge; copay, deductible and the most out of pocket are amounts. */
const COINSURANCE = 'A';
const AMOUNTS: Readonly<Record<string, string>> = { B: 'A copay', C: 'A deductible', G: 'The most out of pocket' };

export default rule({
  on: 'transaction',
  only: 'x12',
  severity: 'warning',
  since: '0.3.0',
  title: 'Coinsurance is a part of one, a deductible is an amount',
  why: 'The front desk collects by this answer: twenty for twenty percent is collected wrong.',
  cites: ['ASC X12N 271 005010X279A1, loops 2110C and 2110D, EB07 and EB08'],
  transaction: '2110C EB',
  bad: ['271\nafter EB*1: EB*A*IND*98*PR**27**20', '271\nafter EB*1: EB*C*IND*30*PR**23**.2'],
  good: ['271\nafter EB*1: EB*A*IND*98*PR**27**.2', '271\nafter EB*1: EB*A*IND*98*PR**27**0', '271\nafter EB*1: EB*B*IND*98*PR**27*25', '271\nafter EB*1: EB*C*IND*30'],
  check({ document, transaction, source }, { report }) {
    if (transaction.type !== '271') return;
    const row = x12Row(document, source, transaction.first);
    eachSegment(document, transaction, ['EB'], (segment) => {
      row.go(segment);
      const kind = row.text(1),
        amount = row.value(7),
        part = row.value(8);
      if (part && Number(part.value) > 1) report(part, `${part.value} is no part of one: 20 percent are written .2`);
      else if (part && !amount && Object.hasOwn(AMOUNTS, kind)) report(part, `${AMOUNTS[kind]} is an amount (EB07), not a part`);
      else if (kind === COINSURANCE && amount && !part) report(amount, 'Coinsurance is a part (EB08), not an amount');
    });
  },
});

// claim/invalid-total.
import { checkLines } from '../../kit/check';

suite('claim/invalid-total', () => {
  test('finds it', () =>
    checkLines(`
services
^^^^^^^^ error claim/invalid-total: The charges add up to 0.00: most payers refuse such a claim
  3044F  AB  0.00
`));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
  3044F  AB  0.00
`));

  test('a visit after an operation stands alone', () =>
    checkLines(`
services
^^^^^^^^ information claim/invalid-total: The charges add up to 0.00: most payers refuse such a claim
  99024  AB  0.00
`));
});

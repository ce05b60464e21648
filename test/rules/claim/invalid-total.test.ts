// claim/invalid-total.
import { checkLines } from '../../kit/check';

suite('claim/invalid-total', () => {
  test('finds it', () => checkLines(`
services
^^^^^^^^ error claim/invalid-total: All charges together are nothing
  3044F  AB  0.00
`));

  test('accepts what is right', () => checkLines(`
services
  99213  AB  145.00
  3044F  AB  0.00
`));
});

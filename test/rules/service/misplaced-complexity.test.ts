// service/misplaced-complexity.
import { checkLines } from '../../kit/check';

suite('service/misplaced-complexity', () => {
  test('finds it', () =>
    checkLines(`
patient ROE-RICHARD
services
  99213-25  AB  145.00
  G2211  AB  25.00
  ^^^^^ warning fix service/misplaced-complexity: Medicare does not pay G2211 beside a visit with modifier 25, unless that is for prevention
  20610-RT  A  110.00
`));

  test('beside prevention it is paid from 2025 on', () =>
    checkLines(`
patient ROE-RICHARD
services
  99213-25  AB  145.00
  G2211  AB  25.00
  G0439  AB  160.00
`));
});

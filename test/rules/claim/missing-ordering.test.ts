// claim/missing-ordering.
import { checkLines } from '../../kit/check';

suite('claim/missing-ordering', () => {
  test('finds it', () =>
    checkLines(`
patient ROE-RICHARD
services
  80053  AB
  ^^^^^ error claim/missing-ordering: Medicare wants to know who ordered 80053: add ordering or referring
  ^^^^^ error service/missing-clia: Medicare pays the test 80053 only with the CLIA number of RIVERSIDE: none is given there
`));

  test('accepts what is right', () =>
    checkLines(`
patient ROE-RICHARD
ordering CURIE
services
  80053  AB
  ^^^^^ error service/missing-clia: Medicare pays the test 80053 only with the CLIA number of RIVERSIDE: none is given there
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  80053  AB
`));

  test('screening of the breast needs no order, a look at one breast does', () =>
    checkLines(`
patient ROE-RICHARD
diagnoses
  A  Z12.31
  B  R92.8
services
  77067  AB  220.00
  ^^^^^ information service/missing-fee: 77067 is not in the charge master: check the code, or add it to fees
  77065  AB  120.00
  ^^^^^ error claim/missing-ordering: Medicare wants to know who ordered 77065: add ordering or referring
  ^^^^^ information service/missing-fee: 77065 is not in the charge master: check the code, or add it to fees
`));
});

// claim/missing-ordering.
import { checkLines } from '../../kit/check';

suite('claim/missing-ordering', () => {
  test('finds it', () => checkLines(`
patient ROE-RICHARD
services
  80053  AB
  ^^^^^ warning claim/missing-ordering: Medicare wants to know who ordered 80053: ordering or referring
  ^^^^^ warning service/missing-clia: Medicare pays the test 80053 only with the CLIA number of RIVERSIDE: none is given there
`));

  test('accepts what is right', () => checkLines(`
patient ROE-RICHARD
ordering CURIE
services
  80053  AB
  ^^^^^ warning service/missing-clia: Medicare pays the test 80053 only with the CLIA number of RIVERSIDE: none is given there
`));

  test('accepts what is right (2)', () => checkLines(`
services
  80053  AB
`));
});

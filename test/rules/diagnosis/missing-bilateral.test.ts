// diagnosis/missing-bilateral.
import { checkLines } from '../../kit/check';

suite('diagnosis/missing-bilateral', () => {
  test('finds it on the second', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  M17.12
     ^^^^^^ information diagnosis/missing-bilateral: M17.12 and M17.11 are the two sides of one disease: M17.0 is both
services
  99213  AB  145.00
`));

  test('services of one side tell what each code is for', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  M17.12
services
  20610-RT  A  110.00
  20610-LT  B  110.00
`));

  test('where there is no code for both', () =>
    checkLines(`
diagnoses
  A  M25.511
  B  M25.512
services
  99213  AB  145.00
`));
});

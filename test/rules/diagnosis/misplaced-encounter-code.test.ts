// diagnosis/misplaced-encounter-code.
import { checkLines } from '../../kit/check';

suite('diagnosis/misplaced-encounter-code', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  Z00.00
     ^^^^^^ information diagnosis/misplaced-encounter-code: Z00.00 is meant to be the first diagnosis: move it up
`));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  Z00.00
  B  M17.11
`));

  test('accepts what is right (2)', () =>
    checkLines(`
diagnoses
  A  Z00.00
  B  Z01.419
`));
});

// diagnosis/invalid-age.
import { checkLines } from '../../kit/check';

suite('diagnosis/invalid-age', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  Z00.129
     ^^^^^^^ error diagnosis/invalid-age: Z00.129 is for a child: the patient is 58 years old on 2026-11-02
  B  E11.65
`));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  Z00.00
  B  E11.65
`));
});

// diagnosis/mismatched-laterality.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('diagnosis/mismatched-laterality', () => {
  test('finds it', () =>
    checkLines(`
services
  20610-LT  AB  110.00
        ^^ warning fix diagnosis/mismatched-laterality: M17.11 is for the right side, modifier LT for the left: one of the two is wrong
`));

  test('fix: Change to RT', () =>
    checkLinesFix(
      `
services
  20610-<|>LT  AB  110.00
`,
      `
services
  20610-RT  AB  110.00
`,
      'Change to RT',
    ));

  test('accepts what is right', () =>
    checkLines(`
services
  20610-RT  AB  110.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  99213  AB  145.00
`));

  test('accepts what is right (3)', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  M17.12
services
  20610-LT  AB  110.00
`));

  test('fingers and toes have sides, too', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  E11.65
services
  20610-FA  AB  110.00
        ^^ error service/mismatched-modifier: Modifier FA names a finger or a toe: 20610 is done elsewhere
        ^^ warning diagnosis/mismatched-laterality: M17.11 is for the right side, modifier FA for the left: one of the two is wrong
`));

  test('one diagnosis of the same side is enough', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  M17.12
services
  20610-LT  AB  110.00
`));

  test('a heart chamber is no side', () =>
    checkLines(`
diagnoses
  A  I50.1
  B  E11.65
services
  20610-RT  AB  110.00
`));
});

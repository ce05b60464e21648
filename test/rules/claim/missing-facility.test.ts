// claim/missing-facility.
import { checkLines } from '../../kit/check';

suite('claim/missing-facility', () => {
  test('finds it', () =>
    checkLines(`
place 22
      ^^ error claim/missing-facility: Place 22 is a hospital: name it as facility
`));

  test('accepts what is right', () =>
    checkLines(`
place 24
facility SURGICENTER
`));

  test('accepts what is right (2)', () =>
    checkLines(`
place 11
`));

  test('accepts what is right (3)', () =>
    checkLines(`
place 12
`));
});

// document/missing-value.
import { checkLines } from '../../kit/check';

suite('document/missing-value', () => {
  test('finds it', () =>
    checkLines(`
referring
         ^ error document/missing-value: Here a provider is missing
`));

  test('accepts what is right', () =>
    checkLines(`
referring HOUSE
`));
});

// service/unknown-modifier.
import { checkLines } from '../../kit/check';

suite('service/unknown-modifier', () => {
  test('finds it', () =>
    checkLines(`
services
  99213-255  AB  145.00
        ^^^ error service/unknown-modifier: 255 is not a modifier: it has two characters, such as 25 or RT
`));

  test('finds it (2)', () =>
    checkLines(`
services
  99213-Z9  AB  145.00
        ^^ error service/unknown-modifier: There is no modifier Z9
`));

  test('accepts what is right', () =>
    checkLines(`
services
  99213-25  AB  145.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
place 41
services
  A0428-NH  AB  400.00
`));

  test('accepts what is right (3)', () =>
    checkLines(`
place 41
services
  A0428-IH  AB  400.00
`));
});

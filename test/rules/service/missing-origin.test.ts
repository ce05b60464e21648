// service/missing-origin.
import { checkLines } from '../../kit/check';

suite('service/missing-origin', () => {
  test('finds it', () =>
    checkLines(`
place 41
services
  A0427  AB  700.00
  ^^^^^ warning service/missing-origin: A0427 needs a modifier of two letters for where the ride began and ended, e.g. RH: residence to hospital
`));
});

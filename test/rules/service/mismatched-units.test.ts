// service/mismatched-units.
import { checkLines } from '../../kit/check';

suite('service/mismatched-units', () => {
  test('two visits on a day', () =>
    checkLines(`
services
  99213  AB  x2  290.00
             ^^ warning fix service/mismatched-units: 99213 is a visit: one a day, not 2 on one day
`));

  test('a span of days holds as many visits', () =>
    checkLines(`
date 2026-11-02..2026-11-03
services
  99213  AB  x3  435.00
             ^^ warning service/mismatched-units: 99213 is a visit: one a day, not 3 in 2 days
`));

  test('a visit of more days than a month has', () =>
    checkLines(`
date 2026-09-02..2026-11-03
     ^^^^^^^^^^^^^^^^^^^^^^ error service/mismatched-units: 99213 is a visit of one day: here it lasts 63
services
  99213  AB  145.00
`));

  test('one line of several days', () =>
    checkLines(`
date 2026-11-02..2026-11-06
services
  99213  AB  145.00
`));
});

// service/duplicate-visit.
import { checkLines } from '../../kit/check';

suite('service/duplicate-visit', () => {
  test('finds it on the second', () =>
    checkLines(`
services
  99213  AB  145.00
  99214  A   210.00
  ^^^^^ warning service/duplicate-visit: 99213 is already the visit of that day: one of the two goes, or 25 says that they had nothing to do with each other
`));

  test('of two clinicians, on two days', () =>
    checkLines(`
date 2026-11-02..2026-11-03
services
  99213  AB  145.00  date 2026-11-02
  99214  A   210.00  date 2026-11-03
  99214  A   210.00  date 2026-11-02  rendering HOUSE
`));
});

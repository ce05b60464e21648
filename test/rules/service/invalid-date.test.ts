// service/invalid-date.
import { checkLines } from '../../kit/check';

suite('service/invalid-date', () => {
  test('finds it', () =>
    checkLines(`
services
  99213  AB  145.00  date 2026-11-03
                          ^^^^^^^^^^ error service/invalid-date: 2026-11-03 is not within the encounter, 2026-11-02
`));

  test('accepts what is right', () =>
    checkLines(`
date 2026-11-02..2026-11-04
services
  99213  AB  145.00  date 2026-11-03
`));

  test('from the first to the last day', () =>
    checkLines(`
date 2026-11-02..2026-11-04
services
  99213  AB  145.00  date 2026-11-01..2026-11-03
                          ^^^^^^^^^^^^^^^^^^^^^^ error service/invalid-date: 2026-11-01..2026-11-03 is not within the encounter, 2026-11-02..2026-11-04
`));
});

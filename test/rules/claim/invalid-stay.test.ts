// claim/invalid-stay.
import { checkLines } from '../../kit/check';

suite('claim/invalid-stay', () => {
  test('finds it', () =>
    checkLines(`
admitted 2026-11-03
         ^^^^^^^^^^ error claim/invalid-stay: Admitted on 2026-11-03, after the service on 2026-11-02
`));

  test('finds it (2)', () =>
    checkLines(`
admitted 2026-11-01
discharged 2026-10-30
           ^^^^^^^^^^ error claim/invalid-stay: Discharged on 2026-10-30, before the admission on 2026-11-01
`));

  test('a discharge without an admission', () =>
    checkLines(`
discharged 2026-11-03
           ^^^^^^^^^^ error claim/invalid-stay: Discharged on 2026-11-03, but the day of the admission is missing
`));

  test('accepts what is right', () =>
    checkLines(`
admitted 2026-11-01
discharged 2026-11-04
`));
});

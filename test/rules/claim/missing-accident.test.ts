// claim/missing-accident.
import { checkLines } from '../../kit/check';

suite('claim/missing-accident', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  S52.501A
     ^^^^^^^^ information claim/missing-accident: S52.501A is an injury: if it was an accident, say so, such as accident other 2026-10-30
services
  99213  A  145.00
`));

  test('accepts what is right', () =>
    checkLines(`
accident other 2026-11-01
diagnoses
  A  S52.501A
services
  99213  A  145.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
diagnoses
  A  S52.501D
services
  99213  A  145.00
`));
});

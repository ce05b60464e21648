// claim/missing-date.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('claim/missing-date', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
          ^^ error claim/missing-date: There is no date of service: add date and the day
  patient    DOE-JANE
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`));

  test('accepts what is right', () =>
    checkLines(`
date 2026-11-02
`));

  test('accepts what is right (2)', () =>
    checkLines(`
no date
services
  99213  AB  145.00  date 2026-11-02
`));
});

// service/missing-service.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('service/missing-service', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
          ^^ error service/missing-service: There is no service: a claim says what was done
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
`));

  test('finds it (2)', () =>
    checkLines(`
services
^^^^^^^^ error service/missing-service: There is no service: a claim says what was done
`));

  test('accepts what is right', () =>
    checkLines(`
services
  99213-25  AB
`));
});

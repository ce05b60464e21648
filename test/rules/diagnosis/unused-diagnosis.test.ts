// diagnosis/unused-diagnosis.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('diagnosis/unused-diagnosis', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
    ^ information diagnosis/unused-diagnosis: No service points at E11.65: add its letter to a service, or take it off
  services
    99213  A  145.00
`));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  W19.XXXA
services
  99213  A  145.00
`));

  test('silent where a line points at nothing yet', () =>
    checkLines(`
services
  99213  145.00
  ^^^^^ error fix service/missing-pointer: 99213 points at no diagnosis
`));
});

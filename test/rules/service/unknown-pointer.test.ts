// service/unknown-pointer.
import { checkDiagnostics, checkLines, checkLinesFix } from '../../kit/check';

suite('service/unknown-pointer', () => {
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
    99213  AC  145.00
            ^ error service/unknown-pointer: There is no diagnosis C
`));

  test('finds it (2)', () =>
    checkLines(`
diagnoses
  A  M17.11
  ^ information diagnosis/unused-diagnosis: No service points at M17.11: add its letter to a service, or take it off
services
  99213  B  145.00
         ^ error fix service/unknown-pointer: There is no diagnosis B
`));

  test('fix: Point to A', () =>
    checkLinesFix(
      `
diagnoses
  A  M17.11
services
  99213  <|>B  145.00
`,
      `
diagnoses
  A  M17.11
services
  99213  A  145.00
`,
      'Point to A',
    ));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
diagnoses
  M17.11
services
  99213  A  145.00
`));
});

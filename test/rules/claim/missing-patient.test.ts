// claim/missing-patient.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('claim/missing-patient', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
          ^^ error claim/missing-patient: There is no patient: add patient and a name from the patient files
  date       2026-11-02
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
patient DOE-JANE
`));
});

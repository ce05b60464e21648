// claim/mismatched-place.
import { checkDiagnostics, checkFix, checkLines } from '../../kit/check';

suite('claim/mismatched-place', () => {
  test('finds it', () => checkDiagnostics(`
encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      11
             ^^ warning fix claim/mismatched-place: SURGICENTER is place 24, not 11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
  facility SURGICENTER
`));

  test('fix: Change to 24', () => checkFix(`encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      <|>11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
  facility SURGICENTER
`, `encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      24
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
  facility SURGICENTER
`, 'Change to 24'));

  test('accepts what is right', () => checkLines(`
place 24
facility SURGICENTER
`));
});

// claim/mismatched-place.
import { checkDiagnostics, checkFix, checkLines } from '../../kit/check';

suite('claim/mismatched-place', () => {
  test('finds it', () =>
    checkDiagnostics(`
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

  test('fix: Change to 24', () =>
    checkFix(
      `encounter E1
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
`,
      `encounter E1
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
`,
      'Change to 24',
    ));

  test('accepts what is right', () =>
    checkLines(`
place 24
facility SURGICENTER
`));

  test('a hospital has many places under its roof', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address 1 Main St, Springfield IL 62701-1234

encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      22
  rendering  CURIE
  facility   HOSPITAL
  diagnoses
    A  M17.11
  services
    99213  A
`));

  test('a nursing home has skilled care and residents under its roof', () =>
    checkDiagnostics(`
facility CEDARS
  name Cedar Ridge Nursing Center
  place 31
  address 1 Main St, Springfield IL 62701-1234

encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      32
  rendering  CURIE
  facility   CEDARS
  diagnoses
    A  M17.11
  services
    99309  A  140.00
    ^^^^^ information service/missing-fee: 99309 is not in the charge master: check the code, or add it to fees
`));
});

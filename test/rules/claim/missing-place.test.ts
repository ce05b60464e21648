// claim/missing-place.
import { checkDiagnostics, checkFix, checkLines } from '../../kit/check';

suite('claim/missing-place', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
          ^^ error fix claim/missing-place: There is no place of service: 11 is the office, 12 the home
  patient    DOE-JANE
  date       2026-11-02
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`));

  test('fix: Add place 11 (office)', () =>
    checkFix(
      `encounter <|>E1
  patient    DOE-JANE
  date       2026-11-02
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`,
      `encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`,
      'Add place 11 (office)',
    ));

  test('finds it (2)', () =>
    checkDiagnostics(`
encounter E1
          ^^ error fix claim/missing-place: There is no place of service: 11 is the office, 12 the home
  patient    DOE-JANE
  date       2026-11-02
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
  facility SURGICENTER
`));

  test('fix: Add place 24, that of SURGICENTER', () =>
    checkFix(
      `encounter <|>E1
  patient    DOE-JANE
  date       2026-11-02
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
      'Add place 24, that of SURGICENTER',
    ));

  test('accepts what is right', () =>
    checkLines(`
place 11
`));
});

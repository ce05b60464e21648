// claim/mismatched-correction.
import { checkFix, checkLines } from '../../kit/check';

suite('claim/mismatched-correction', () => {
  test('finds it', () =>
    checkLines(`
replaces 2026110200017
voids 2026110200017
      ^^^^^^^^^^^^^ error fix claim/mismatched-correction: A claim either replaces another or voids it, not both
`));

  test('fix: Remove voids', () =>
    checkFix(
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
  replaces 2026110200017
  voids <|>2026110200017
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
  replaces 2026110200017
`,
      'Remove voids',
    ));

  test('fix: Remove replaces', () =>
    checkFix(
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
  replaces 2026110200017
  voids <|>2026110200017
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
  voids 2026110200017
`,
      'Remove replaces',
    ));

  test('accepts what is right', () =>
    checkLines(`
replaces 2026110200017
`));

  test('accepts what is right (2)', () =>
    checkLines(`
voids 2026110200017
`));
});

// claim/missing-admission-date.
import { checkFix, checkLines } from '../../kit/check';

suite('claim/missing-admission-date', () => {
  test('finds it', () =>
    checkLines(`
place 21
      ^^ error claim/missing-facility: Place 21 is a hospital: name it as facility
      ^^ error fix claim/missing-admission-date: Place 21 needs the day of admission: admitted
services
  99214  AB  210.00  place 11
`));

  test('fix: Add admitted 2026-11-02', () =>
    checkFix(
      `encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place <|>21
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
  place 21
  admitted   2026-11-02
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`,
      'Add admitted 2026-11-02',
    ));

  test('accepts what is right', () =>
    checkLines(`
place 21
      ^^ error claim/missing-facility: Place 21 is a hospital: name it as facility
admitted 2026-11-01
services
  99214  AB  210.00  place 11
`));

  test('accepts what is right (2)', () =>
    checkLines(`
place 11
`));
});

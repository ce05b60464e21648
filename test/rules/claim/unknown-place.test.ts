// claim/unknown-place.
import { checkDiagnostics, checkLines, checkLinesFix } from '../../kit/check';

suite('claim/unknown-place', () => {
  test('finds it', () =>
    checkLines(`
place 88
      ^^ error claim/unknown-place: There is no place of service 88: 11 is the office, 12 the home, 22 a hospital’s outpatients
`));

  test('a name in the place of its number', () =>
    checkLinesFix(
      `
place <|>office
`,
      `
place 11
`,
      'Change to 11 (Office)',
    ));

  test('also one of several words', () =>
    checkLinesFix(
      `
place <|>urgent care
`,
      `
place 20
`,
      'Change to 20 (Urgent care)',
    ));

  test('finds it (2)', () =>
    checkLines(`
services
  99213  AB  145.00  place 88
                           ^^ error claim/unknown-place: There is no place of service 88: 11 is the office, 12 the home, 22 a hospital’s outpatients
`));

  test('finds it (3)', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
             ^^^^^^^^ error coverage/expired-coverage: AETNA-1 begins on 2025-01-01, after the service on 2021-06-01: which coverage held then?
  date 2021-06-01
       ^^^^^^^^^^ error payer/expired-timely-filing: Too late: Aetna took this claim until 2021-09-29
  place 10
        ^^ error claim/unknown-place: Place of service 10 begins on 2022-01-01
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
place 11
`));

  test('accepts what is right (2)', () =>
    checkLines(`
place 10
`));
});

// service/expired-code.
import { checkDiagnostics, checkLines, checkLinesFix } from '../../kit/check';

suite('service/expired-code', () => {
  test('finds it', () =>
    checkLines(`
services
  C9132  AB  12.00
  ^^^^^ error fix service/expired-code: C9132 ended on 2021-06-30: use J7168
`));

  test('fix: Change to J7168', () =>
    checkLinesFix(
      `
services
  <|>C9132  AB  12.00
`,
      `
services
  J7168  AB  12.00
`,
      'Change to J7168',
    ));

  test('names all of which one took its place', () =>
    checkLines(`
services
  Q0999  AB  12.00
  ^^^^^ error fix service/expired-code: Q0999 ended on 2025-12-31: use J7168 or J7321
`));

  test('fix: Change to J7321', () =>
    checkLinesFix(
      `
services
  <|>Q0999  AB  12.00
`,
      `
services
  J7321  AB  12.00
`,
      'Change to J7321',
    ));

  test('finds it (2)', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
             ^^^^^^^^ error coverage/expired-coverage: AETNA-1 begins on 2025-01-01, after the service on 2021-06-30: which coverage held then?
  date 2021-06-30
       ^^^^^^^^^^ error payer/expired-timely-filing: Too late: Aetna took this claim until 2021-10-28
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    J7168  AB  12.00
    ^^^^^ error service/expired-code: J7168 begins on 2021-07-01
`));

  test('accepts what is right', () =>
    checkLines(`
services
  J7168  AB  12.00
`));

  test('accepts what is right (2)', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
             ^^^^^^^^ error coverage/expired-coverage: AETNA-1 begins on 2025-01-01, after the service on 2021-06-30: which coverage held then?
  date 2021-06-30
       ^^^^^^^^^^ error payer/expired-timely-filing: Too late: Aetna took this claim until 2021-10-28
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    C9132  AB  12.00
`));
});

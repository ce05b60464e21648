// diagnosis/expired-code.
import { checkDiagnostics, checkLines, checkLinesFix } from '../../kit/check';

suite('diagnosis/expired-code', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  T40.4X1A
     ^^^^^^^^ error fix diagnosis/expired-code: T40.4X1A ended on 2020-09-30: use T40.491A
  B  E11.65
`));

  test('fix: Change to T40.491A', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>T40.4X1A
  B  E11.65
`,
      `
diagnoses
  A  T40.491A
  B  E11.65
`,
      'Change to T40.491A',
    ));

  test('finds it (2)', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
             ^^^^^^^^ error coverage/expired-coverage: AETNA-1 begins on 2025-01-01, after the service on 2024-09-30: which coverage held then?
  date 2024-09-30
       ^^^^^^^^^^ error payer/expired-timely-filing: Too late: Aetna took this claim until 2025-01-28
  place      11
  rendering  CURIE
  diagnoses
    A  E66.811
       ^^^^^^^ error diagnosis/expired-code: E66.811 begins on 2024-10-01
    B  E11.65
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`));

  test('names all of which one took its place', () =>
    checkLines(`
date 2026-11-02
diagnoses
  A  T78.07XA
     ^^^^^^^^ error fix diagnosis/expired-code: T78.07XA ended on 2025-09-30: use T78.070A, T78.071A or T78.079A
  B  E11.65
`));

  test('fix: Change to T78.071A', () =>
    checkLinesFix(
      `
diagnoses
  A  <|>T78.07XA
  B  E11.65
`,
      `
diagnoses
  A  T78.071A
  B  E11.65
`,
      'Change to T78.071A',
    ));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  T40.491A
  B  E11.65
`));

  test('accepts what is right (2)', () =>
    checkLines(`
date 2026-11-02
diagnoses
  A  E66.811
  B  E11.65
`));
});

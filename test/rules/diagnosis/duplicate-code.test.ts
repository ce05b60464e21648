// diagnosis/duplicate-code.
import { checkFix, checkLines } from '../../kit/check';

suite('diagnosis/duplicate-code', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  m1711
     ^^^^^ error fix diagnosis/duplicate-code: M17.11 is already diagnosis A
services
  99213-25  AB  145.00
  20610-RT  B  110.00
`));

  test('fix: Remove it and point to A', () =>
    checkFix(
      `encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
    B  <|>m1711
  services
    99213-25  AB  145.00
    20610-RT  B  110.00
`,
      `encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    99213-25  A  145.00
    20610-RT  A  110.00
`,
      'Remove it and point to A',
    ));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  M17.12
`));

  test('without letters there is no fix', () =>
    checkLines(`
diagnoses
  M17.11
  M17.11
  ^^^^^^ error diagnosis/duplicate-code: M17.11 is already the diagnosis in place 1
services
  99213  AB
`));
});

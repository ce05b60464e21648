// document/unknown-keyword.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('document/unknown-keyword', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
         ^^^^^^ error provider/missing-npi: CURIE2 has no NPI: add npi and its ten digits
  nmae Curie, Marie
  ^^^^ error fix document/unknown-keyword: “nmae” is not understood here: did you mean “name”?
`));

  test('fix: Change to “name”', () =>
    checkFix(
      `provider CURIE2
  <|>nmae Curie, Marie`,
      `provider CURIE2
  name Curie, Marie`,
      'Change to “name”',
    ));

  test('a visit without its first line', () =>
    checkDiagnostics(
      `
patient DOE-JANE
^^^^^^^^^^^^^^^^ error fix document/unknown-keyword: A visit begins with “encounter” and its number, on a line above
DOS: 11/3/2026
place 11
`,
    ));

  test('fix: Write “encounter E1” above it, as its file is named', () =>
    checkFix(
      `<|>Patient: DOE-JANE
DOS: 11/3/2026`,
      `encounter E1
Patient: DOE-JANE
DOS: 11/3/2026`,
      'Write “encounter E1” above it',
    ));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
         ^^^^^^ error provider/missing-npi: CURIE2 has no NPI: add npi and its ten digits
  name Curie, Marie
`));
});

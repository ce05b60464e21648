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

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
         ^^^^^^ error provider/missing-npi: CURIE2 has no NPI: add npi and its ten digits
  name Curie, Marie
`));
});

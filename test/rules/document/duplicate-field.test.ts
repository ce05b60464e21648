// document/duplicate-field.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('document/duplicate-field', () => {
  test('finds it', () => checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  npi 1003000126
  ^^^ error fix document/duplicate-field: “npi” is given twice: the first one counts
`));

  test('fix: Remove this line', () => checkFix(`provider CURIE2
  name Curie, Marie A
  npi 1992012348
  <|>npi 1003000126`, `provider CURIE2
  name Curie, Marie A
  npi 1992012348
`, 'Remove this line'));

  test('accepts what is right', () => checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
`));
});

// document/invalid-zip.
import { checkDiagnostics } from '../../kit/check';

suite('document/invalid-zip', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  address 100 Main St, Springfield IL 6270
                                      ^^^^ error document/invalid-zip: A ZIP code has five or nine digits, 6270 has 4
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  address 100 Main St, Springfield IL 62701
`));
});

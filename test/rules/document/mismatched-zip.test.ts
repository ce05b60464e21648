// document/mismatched-zip.
import { checkDiagnostics } from '../../kit/check';

suite('document/mismatched-zip', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  address 100 Main St, Springfield IL 01103
                                      ^^^^^ warning document/mismatched-zip: ZIP code 01103 is not in IL: one of the two is wrong
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  address 100 Main St, Springfield IL 62701
`));

  test('states with two first digits', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Holtsville NY 00501
`));
});

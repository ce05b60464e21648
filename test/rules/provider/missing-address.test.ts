// provider/missing-address.
import { checkDiagnostics } from '../../kit/check';

suite('provider/missing-address', () => {
  test('finds it', () =>
    checkDiagnostics(`
facility HOSPITAL
         ^^^^^^^^ error provider/missing-address: HOSPITAL has no address: add address street, city ST ZIP
  name Springfield Hospital
  place 21
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address 1 Main St, Springfield IL 62701-1234
`));
});

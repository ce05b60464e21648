// provider/invalid-zip.
import { checkDiagnostics } from '../../kit/check';

suite('provider/invalid-zip', () => {
  test('finds it', () => checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address 1 Main St, Springfield IL 62701
                                    ^^^^^ error provider/invalid-zip: The ZIP code of a facility has nine digits: 62701-…
`));

  test('accepts what is right', () => checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address 1 Main St, Springfield IL 62701-1234
`));
});

// provider/invalid-zip.
import { checkDiagnostics } from '../../kit/check';

suite('provider/invalid-zip', () => {
  test('finds it', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address 1 Main St, Springfield IL 62701
                                    ^^^^^ error provider/invalid-zip: The ZIP code of a facility has nine digits: 62701-…
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address 1 Main St, Springfield IL 62701-1234
`));

  test('of a practice', () =>
    checkDiagnostics(`
practice WEST
  name West Clinic
  npi 1234567893
  tax-id ein 36-1234567
  taxonomy 207Q00000X
  address 1 Main St, Springfield IL 62701
                                    ^^^^^ error provider/invalid-zip: The ZIP code of a practice has nine digits: 62701-…
  phone 217-555-0100
`));
});

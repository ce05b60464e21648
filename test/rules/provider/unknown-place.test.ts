// provider/unknown-place.
import { checkDiagnostics } from '../../kit/check';

suite('provider/unknown-place', () => {
  test('finds it', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 88
        ^^ error provider/unknown-place: There is no place of service 88: 11 is the office, 12 the home, 22 a hospital’s outpatients
  address 1 Main St, Springfield IL 62701-1234
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address 1 Main St, Springfield IL 62701-1234
`));
});

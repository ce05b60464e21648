// An encounter of a kind that cannot be written yet says so.
import { checkDiagnostics } from '../../kit/check';

suite('claim/invalid-form', () => {
  test('institutional', () =>
    checkDiagnostics(`
encounter E7 institutional
          ^^ error claim/invalid-form: An institutional encounter cannot become a claim yet
  patient    DOE-JANE
  date       2026-11-03
  place      11
  rendering  CURIE

  diagnoses
    A  I10

  services
    99213  A  145.00
`));
});

// claim/missing-coverage.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('claim/missing-coverage', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704

encounter E1
  patient POE
          ^^^ warning claim/missing-coverage: POE has no coverage: there is nobody to send a claim to
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    99213  A
`));

  test('accepts what is right', () =>
    checkLines(`
patient DOE-JANE
`));
});

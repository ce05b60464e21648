// patient/missing-born.
import { checkDiagnostics } from '../../kit/check';

suite('patient/missing-born', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
        ^^^ error patient/missing-born: POE has no date of birth: add born and the day
  name Poe, Ann
  sex F
  address 1 Elm St, Springfield IL 62704
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
`));
});

// patient/missing-sex.
import { checkDiagnostics } from '../../kit/check';

suite('patient/missing-sex', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
        ^^^ error patient/missing-sex: POE has no sex: add sex, F, M or U
  name Poe, Ann
  born 1990-01-01
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

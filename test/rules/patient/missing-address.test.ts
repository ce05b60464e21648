// patient/missing-address.
import { checkDiagnostics } from '../../kit/check';

suite('patient/missing-address', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
        ^^^ error patient/missing-address: POE has no address: add address street, city ST ZIP
  name Poe, Ann
  born 1990-01-01
  sex F
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

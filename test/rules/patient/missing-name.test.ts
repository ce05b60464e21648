// patient/missing-name.
import { checkDiagnostics } from '../../kit/check';

suite('patient/missing-name', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
        ^^^ error patient/missing-name: POE has no name: add name Last, First
  born 1990-01-01
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

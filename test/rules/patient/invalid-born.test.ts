// patient/invalid-born.
import { checkDiagnostics } from '../../kit/check';

suite('patient/invalid-born', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 2062-01-01
       ^^^^^^^^^^ error patient/invalid-born: The date of birth, 2062-01-01, is in the future
  sex F
  address 1 Elm St, Springfield IL 62704
`));

  test('finds it (2)', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1880-01-01
       ^^^^^^^^^^ warning patient/invalid-born: Born on 1880-01-01, this person is 146 years old: check the year
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

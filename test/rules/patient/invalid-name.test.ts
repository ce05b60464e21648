// patient/invalid-name.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('patient/invalid-name', () => {
  test('finds it', () => checkDiagnostics(`
patient POE
  name Ann Poe
       ^^^^^^^ error fix patient/invalid-name: A name is written: Last, First Middle
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
`));

  test('fix: Change to Poe, Ann', () => checkFix(`patient POE
  name <|>Ann Poe
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704`, `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704`, 'Change to Poe, Ann'));

  test('accepts what is right', () => checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
`));
});

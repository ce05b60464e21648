// patient/invalid-name.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('patient/invalid-name', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
  name Ann Poe
       ^^^^^^^ error fix patient/invalid-name: A name is written: Last, First Middle
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
`));

  test('fix: Change to Poe, Ann', () =>
    checkFix(
      `patient POE
  name <|>Ann Poe
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704`,
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704`,
      'Change to Poe, Ann',
    ));

  test('accepts what is right', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
`));

  test('a policy holder, with a suffix', () =>
    checkFix(
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship child
    subscriber <|>John A Poe Jr
`,
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship child
    subscriber Poe Jr, John A
`,
      'Change to Poe Jr, John A',
    ));

  test('a practice has a name without a comma', () =>
    checkDiagnostics(`
practice WEST
  name West Clinic
  npi 1234567893
  tax-id ein 36-1234567
  taxonomy 207Q00000X
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100
`));
});

// coverage/missing-relationship.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('coverage/missing-relationship', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    subscriber Poe, John
    ^^^^^^^^^^ error fix coverage/missing-relationship: What is the patient to Poe, John? The relationship is missing
`));

  test('fix: Add relationship spouse', () =>
    checkFix(
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    <|>subscriber Poe, John`,
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship  spouse
    subscriber Poe, John`,
      'Add relationship spouse',
    ));

  test('fix: Add relationship child', () =>
    checkFix(
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    <|>subscriber Poe, John`,
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship  child
    subscriber Poe, John`,
      'Add relationship child',
    ));

  test('accepts what is right', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship spouse
    subscriber Poe, John
`));
});

// coverage/misplaced-dependent.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('coverage/misplaced-dependent', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer MEDICARE
    member 1EG4TE5MK73
    relationship spouse
                 ^^^^^^ error fix coverage/misplaced-dependent: With Medicare the patient is always the subscriber, not the spouse
    subscriber Poe, John
`));

  test('fix: Change to self', () =>
    checkFix(
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer MEDICARE
    member 1EG4TE5MK73
    relationship <|>spouse
    subscriber Poe, John`,
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer MEDICARE
    member 1EG4TE5MK73
    relationship self
    subscriber Poe, John`,
      'Change to self',
    ));

  test('accepts what is right', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer MEDICARE
    member 1EG4TE5MK73
    relationship self
`));
});

// coverage/invalid-medicare-id.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('coverage/invalid-medicare-id', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer MEDICARE
    member 1EG4-TE5-MK73
           ^^^^^^^^^^^^^ error fix coverage/invalid-medicare-id: A Medicare number is written without hyphens and in capitals: 1EG4TE5MK73
`));

  test('fix: Change to 1EG4TE5MK73', () =>
    checkFix(
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer MEDICARE
    member <|>1EG4-TE5-MK73`,
      `patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer MEDICARE
    member 1EG4TE5MK73`,
      'Change to 1EG4TE5MK73',
    ));

  test('finds it (2)', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer MEDICARE
    member 123456789A
           ^^^^^^^^^^ error coverage/invalid-medicare-id: 123456789A is not a Medicare number: it is like 1EG4TE5MK73, never with S, L, O, I, B or Z
`));

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
`));

  test('accepts what is right (2)', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member 123456789A
`));
});

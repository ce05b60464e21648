// coverage/missing-medicare-reason.
import { checkDiagnostics } from '../../kit/check';

suite('coverage/missing-medicare-reason', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1950-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage A1
    payer AETNA
    member W1
  coverage M1
    payer MEDICARE
    member 1EG4TE5MK73

encounter E1
  patient POE
          ^^^ error coverage/missing-medicare-reason: Medicare (M1) pays after A1: its coverage must say why, such as medicare-secondary 12 for somebody who still works
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    99213  A
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1950-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage A1
    payer AETNA
    member W1
  coverage M1
    payer MEDICARE
    member 1EG4TE5MK73
    medicare-secondary 12

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    99213  A
`));
});

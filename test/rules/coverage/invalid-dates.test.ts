// coverage/invalid-dates.
import { checkDiagnostics } from '../../kit/check';

suite('coverage/invalid-dates', () => {
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
    effective 2026-01-01
    ends 2025-12-31
         ^^^^^^^^^^ error coverage/invalid-dates: The coverage ends on 2025-12-31, before it begins on 2026-01-01: correct one of the two
`));

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
    effective 2025-01-01
    ends 2025-12-31
`));
});

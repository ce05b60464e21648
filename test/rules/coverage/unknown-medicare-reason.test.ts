// coverage/unknown-medicare-reason.
import { checkDiagnostics } from '../../kit/check';

suite('coverage/unknown-medicare-reason', () => {
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
    medicare-secondary 11
                       ^^ error coverage/unknown-medicare-reason: 11 is no reason why Medicare pays second: 12, 13, 14, 15, 16, 41, 42, 43, 47
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
    medicare-secondary 12
`));
});

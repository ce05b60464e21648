// coverage/missing-payer.
import { checkDiagnostics } from '../../kit/check';

suite('coverage/missing-payer', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
           ^^ error coverage/missing-payer: C1 has no payer: add payer and its name
    member W1
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
`));
});

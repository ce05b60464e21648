// coverage/missing-member.
import { checkDiagnostics } from '../../kit/check';

suite('coverage/missing-member', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
           ^^ error coverage/missing-member: C1 has no member id: it stands on the insurance card
    payer AETNA
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

// coverage/mismatched-relationship.
import { checkDiagnostics } from '../../kit/check';

suite('coverage/mismatched-relationship', () => {
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
    relationship self
                 ^^^^ warning coverage/mismatched-relationship: The patient holds the policy (self), yet somebody else is named as subscriber: one of the two is wrong
    subscriber Poe, John
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
    relationship self
`));
});

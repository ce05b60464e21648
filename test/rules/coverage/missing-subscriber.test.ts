// coverage/missing-subscriber.
import { checkDiagnostics } from '../../kit/check';

suite('coverage/missing-subscriber', () => {
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
    relationship child
                 ^^^^^ error coverage/missing-subscriber: The patient is child of the policy holder, who is not named: add subscriber Last, First
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
    relationship child
    subscriber Poe, John
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
    member W1
    relationship self
`));
});

// claim/missing-casualty-claim.
import { checkDiagnostics, checkLines } from '../../kit/check';

const insured = `
payer COMP
  name Guardian Work Insurance
  payer-id 41556
  filing WC

patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer COMP
    member W1
`;

suite('claim/missing-casualty-claim', () => {
  test('finds it', () =>
    checkDiagnostics(`${insured}
encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  accident work 2026-10-30
  ^^^^^^^^^^^^^^^^^^^^^^^^ warning claim/missing-casualty-claim: Guardian Work Insurance looks for the number that it gave the case: write it as casualty-claim
  diagnoses
    A  S46.011D
  services
    99213  A
`));

  test('accepts what is right', () =>
    checkDiagnostics(`${insured}
encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  accident work 2026-10-30
  casualty-claim 12-3456
  diagnoses
    A  S46.011D
  services
    99213  A
`));

  test('a health plan gives no such number', () =>
    checkLines(`
accident auto 2026-10-30 IL
`));
});

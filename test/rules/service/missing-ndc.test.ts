// service/missing-ndc.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('service/missing-ndc', () => {
  test('finds it', () =>
    checkDiagnostics(`
payer STATE
  name State Medicaid
  payer-id 77777
  filing MC

patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage MC-1
    payer STATE
    member 123456789

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    J3301  A  x4
    ^^^^^ error service/missing-ndc: Medicaid wants the drug code of J3301: ndc 00000-0000-00 ML1
`));

  test('accepts what is right', () =>
    checkLines(`
services
  J3301  AB  x4
`));
});

// service/expired-modifier.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('service/expired-modifier', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
             ^^^^^^^^ error coverage/expired-coverage: AETNA-1 begins on 2025-01-01, after the service on 2021-12-31: which coverage held then?
  date 2021-12-31
       ^^^^^^^^^^ error payer/expired-timely-filing: Too late: Aetna took this claim until 2022-04-30
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-93  AB  145.00
          ^^ error service/expired-modifier: Modifier 93 begins on 2022-01-01
`));

  test('accepts what is right', () =>
    checkLines(`
date 2026-11-02
place 10
services
  99213-93  AB  145.00
`));
});

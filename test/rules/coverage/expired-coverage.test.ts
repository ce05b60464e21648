// coverage/expired-coverage.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('coverage/expired-coverage', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
             ^^^^^^^^ error coverage/expired-coverage: AETNA-1 begins on 2025-01-01, after the service on 2024-12-31: which coverage held then?
  date 2024-12-31
       ^^^^^^^^^^ error payer/expired-timely-filing: Too late: Aetna took this claim until 2025-04-30
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`));

  test('accepts what is right', () =>
    checkLines(`
date 2025-01-01
     ^^^^^^^^^^ error payer/expired-timely-filing: Too late: Aetna took this claim until 2025-05-01
`));

  test('the coverage that is named is judged, and the word blamed', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage OLD
    payer AETNA
    member W1
    ends 2026-10-31
  coverage NEW
    payer AETNA
    member W2
    effective 2026-11-01

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  coverage OLD
           ^^^ error coverage/expired-coverage: OLD ended on 2026-10-31, before the service on 2026-11-02: which coverage holds now?
  diagnoses
    A  M17.11
  services
    99213  A
`));

  test('without a name the one in force is taken', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage OLD
    payer AETNA
    member W1
    ends 2026-10-31
  coverage NEW
    payer AETNA
    member W2
    effective 2026-11-01

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

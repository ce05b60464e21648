// claim/invalid-date.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('claim/invalid-date', () => {
  test('finds it', () =>
    checkLines(`
date 2027-11-02
     ^^^^^^^^^^ error claim/invalid-date: The service is dated 2027-11-02, in the future
`));

  test('finds it (2)', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
             ^^^^^^^^ error coverage/expired-coverage: AETNA-1 begins on 2025-01-01, after the service on 1967-11-02: which coverage held then?
  date 1967-11-02
       ^^^^^^^^^^ error claim/invalid-date: The service is dated 1967-11-02, before the patient was born on 1968-03-14: correct one of the two
       ^^^^^^^^^^ error payer/expired-timely-filing: Too late: Aetna took this claim until 1968-03-01
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
date 2026-11-02
`));

  test('accepts what is right (2)', () =>
    checkLines(`
date 2026-11-21
`));

  test('the last day counts', () =>
    checkLines(`
date 2026-11-20..2026-11-22
     ^^^^^^^^^^^^^^^^^^^^^^ error claim/invalid-date: The service is dated 2026-11-22, in the future
`));
});

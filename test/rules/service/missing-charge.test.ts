// service/missing-charge.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('service/missing-charge', () => {
  test('finds it', () =>
    checkLines(`
services
  99215  AB
  ^^^^^ error service/missing-charge: 99215 has no charge, and no fee in the charge master: write its charge behind the pointers
`));

  test('accepts what is right', () =>
    checkLines(`
services
  99215  AB  250.00
  ^^^^^ information service/missing-fee: 99215 is not in the charge master: check the code, or add it to fees
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  99213  AB
`));

  test('the fee of the code with its modifier counts, too', () =>
    checkDiagnostics(`
fees
  71046-26  20.00  Chest x-ray, reading
encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    71046-26  A
`));
});

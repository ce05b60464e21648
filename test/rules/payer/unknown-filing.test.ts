// payer/unknown-filing.
import { checkDiagnostics } from '../../kit/check';

suite('payer/unknown-filing', () => {
  test('finds it', () =>
    checkDiagnostics(`
payer CIGNA
  name Cigna
  payer-id 62308
  filing XX
         ^^ error payer/unknown-filing: There is no filing indicator XX: CI is commercial, MB Medicare Part B, MC Medicaid, BL a Blue plan
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
payer CIGNA
  name Cigna
  payer-id 62308
  filing ci
`));
});

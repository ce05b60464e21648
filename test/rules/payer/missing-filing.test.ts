// payer/missing-filing.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('payer/missing-filing', () => {
  test('finds it', () =>
    checkDiagnostics(`
payer CIGNA
      ^^^^^ error fix payer/missing-filing: CIGNA has no filing indicator: what kind of insurance is it?
  name Cigna
  payer-id 62308
`));

  test('fix: Add filing CI (commercial)', () =>
    checkFix(
      `payer <|>CIGNA
  name Cigna
  payer-id 62308`,
      `payer CIGNA
  name Cigna
  payer-id 62308
  filing  CI`,
      'Add filing CI (commercial)',
    ));

  test('fix: Add filing MB (Medicare Part B)', () =>
    checkFix(
      `payer <|>CIGNA
  name Cigna
  payer-id 62308`,
      `payer CIGNA
  name Cigna
  payer-id 62308
  filing  MB`,
      'Add filing MB (Medicare Part B)',
    ));

  test('accepts what is right', () =>
    checkDiagnostics(`
payer CIGNA
  name Cigna
  payer-id 62308
  filing CI
`));
});

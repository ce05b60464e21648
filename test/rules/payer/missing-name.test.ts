// payer/missing-name.
import { checkDiagnostics } from '../../kit/check';

suite('payer/missing-name', () => {
  test('finds it', () =>
    checkDiagnostics(`
payer CIGNA
      ^^^^^ error payer/missing-name: CIGNA has no name: add name
  payer-id 62308
  filing CI
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
payer CIGNA
  name Cigna
  payer-id 62308
  filing CI
`));
});

// payer/missing-payer-id.
import { checkDiagnostics } from '../../kit/check';

suite('payer/missing-payer-id', () => {
  test('finds it', () =>
    checkDiagnostics(`
payer CIGNA
      ^^^^^ error payer/missing-payer-id: CIGNA has no payer-id: it stands in the clearinghouse’s list of payers
  name Cigna
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

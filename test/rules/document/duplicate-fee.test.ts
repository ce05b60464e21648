// document/duplicate-fee.
import { checkDiagnostics } from '../../kit/check';

suite('document/duplicate-fee', () => {
  test('finds it', () =>
    checkDiagnostics(`
fees
  99213 150.00 Office visit
  ^^^^^ warning document/duplicate-fee: 99213 also has a fee in front-desk.practice: 145.00
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
fees
  99215 250.00 Office visit
`));
});

// claim/invalid-payment.
import { checkLines } from '../../kit/check';

suite('claim/invalid-payment', () => {
  test('finds it on the last payment', () =>
    checkLines(`
payments
  2026-11-02  copay  2500.00  card
                     ^^^^^^^ warning claim/invalid-payment: The patient paid 2500.00, more than the charge of 255.00
`));

  test('accepts what is right', () =>
    checkLines(`
payments
  2026-11-02  copay  25.00  card
`));
});

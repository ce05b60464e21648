// claim/mismatched-adjudication.
import { checkLines } from '../../kit/check';

suite('claim/mismatched-adjudication', () => {
  test('a payment that is not explained', () =>
    checkLines(`
adjudicated AETNA-1 2026-11-20 paid 200.00
                                    ^^^^^^ error claim/mismatched-adjudication: Of 255.00 charged, 55.00 is neither paid nor explained: write the reasons behind it, such as CO-45 20.00, or line by line
`));

  test('too much', () =>
    checkLines(`
adjudicated AETNA-1 2026-11-20 paid 200.00 CO-45 60.00
                                    ^^^^^^ error claim/mismatched-adjudication: Of 255.00 charged, 5.00 too much is paid and explained: write the reasons behind it, such as CO-45 20.00, or line by line
`));

  test('a line', () =>
    checkLines(`
adjudicated AETNA-1 2026-11-20 paid 200.00
  line 1 paid 120.00 CO-45 25.00
  line 20610 paid 80.00 CO-45 20.00
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error claim/mismatched-adjudication: Of 110.00 charged for 20610, 10.00 is neither paid nor explained
`));

  test('a line that is not there, and a head that says something else', () =>
    checkLines(`
adjudicated AETNA-1 2026-11-20 paid 199.00
                                    ^^^^^^ error claim/mismatched-adjudication: The lines come to 200.00, not 199.00
  line 1 paid 120.00 CO-45 25.00
  line 2 paid 80.00 CO-45 30.00
  line 9 paid 0.00
  ^^^^^^^^^^^^^^^^ error claim/mismatched-adjudication: There is no line 9
`));

  test('less than nothing', () =>
    checkLines(`
adjudicated AETNA-1 2026-11-20 paid -5.00
                                    ^^^^^ error claim/mismatched-adjudication: An earlier payer cannot have paid less than nothing
`));

  test('accepts what is right', () =>
    checkLines(`
adjudicated AETNA-1 2026-11-20 paid 200.00 CO-45 45.00 PR-2 10.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
adjudicated AETNA-1 2026-11-20 paid 200.00
  line 1 paid 120.00 CO-45 25.00
  line 20610 paid 80.00 CO-45 20.00 PR-2 10.00
`));
});

// claim/missing-accident-date.
import { checkLines } from '../../kit/check';

suite('claim/missing-accident-date', () => {
  test('finds it', () =>
    checkLines(`
accident other
^^^^^^^^^^^^^^ error claim/missing-accident-date: The accident has no date: write it behind the kind, such as other 2026-10-30
`));

  test('accepts what is right', () =>
    checkLines(`
accident other 2026-10-30
`));

  test('accepts what is right (2)', () =>
    checkLines(`
accident work
^^^^^^^^^^^^^ warning coverage/mismatched-accident: An accident at work, but Aetna is a health plan: it is for the workers’ compensation
`));
});

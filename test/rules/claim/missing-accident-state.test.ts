// claim/missing-accident-state.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('claim/missing-accident-state', () => {
  test('finds it', () =>
    checkLines(`
accident auto 2026-10-30
^^^^^^^^^^^^^^^^^^^^^^^^ error fix claim/missing-accident-state: A car accident needs the state in which it happened: write it behind the date, such as IL
`));

  test('fix: Add IL', () =>
    checkLinesFix(
      `
<|>accident auto 2026-10-30
`,
      `
accident auto 2026-10-30 IL
`,
      'Add IL',
    ));

  test('accepts what is right', () =>
    checkLines(`
accident auto 2026-10-30 IL
`));

  test('accepts what is right (2)', () =>
    checkLines(`
accident other 2026-10-30
`));
});

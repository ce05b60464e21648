// claim/unknown-accident-state.
import { checkLines } from '../../kit/check';

suite('claim/unknown-accident-state', () => {
  test('finds it', () =>
    checkLines(`
accident auto 2026-10-30 XL
                         ^^ error claim/unknown-accident-state: XL is not a state of the United States
`));

  test('accepts what is right', () =>
    checkLines(`
accident auto 2026-10-30 IL
`));

  test('accepts what is right (2)', () =>
    checkLines(`
accident auto 2026-10-30 il
`));
});

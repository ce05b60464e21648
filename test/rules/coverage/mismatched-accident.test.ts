// coverage/mismatched-accident.
import { checkLines } from '../../kit/check';

suite('coverage/mismatched-accident', () => {
  test('a health plan and an accident at work', () => checkLines(`
accident work 2026-10-30
^^^^^^^^^^^^^^^^^^^^^^^^ warning coverage/mismatched-accident: An accident at work, but Aetna is a health plan: it is for the workers’ compensation
`));

  test('accepts what is right', () => checkLines(`
accident other 2026-10-30
`));
});

// coverage/mismatched-accident.
import { checkLines } from '../../kit/check';
import { PRACTICE } from '../../kit/frame';

suite('coverage/mismatched-accident', () => {
  test('a health plan and an accident at work', () =>
    checkLines(`
accident work 2026-10-30
^^^^^^^^^^^^^^^^^^^^^^^^ warning coverage/mismatched-accident: An accident at work, but Aetna is a health plan: it is for the workers’ compensation
`));

  test('accepts what is right', () =>
    checkLines(`
accident other 2026-10-30
`));

  test('the employer’s insurance may have refused', () =>
    checkLines(
      `
accident work 2026-10-30
`,
      PRACTICE.replace('filing         MB', 'filing         WC').replace(
        '    copay         25.00\n',
        `    copay         25.00
  coverage COMP-1
    payer         MEDICARE
    member        W1
    relationship  self
`,
      ),
    ));
});

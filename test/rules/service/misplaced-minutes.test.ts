// service/misplaced-minutes.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/misplaced-minutes', () => {
  test('finds it', () =>
    checkLines(`
services
  99213  AB  min30  145.00
             ^^^^^ error fix service/misplaced-minutes: 99213 is not anesthesia: it is billed in units, not minutes
`));

  test('fix: Remove the minutes', () =>
    checkLinesFix(
      `
services
  99213  AB  <|>min30  145.00
`,
      `
services
  99213  AB  145.00
`,
      'Remove the minutes',
    ));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  00400-AA  AB  min45  600.00
  ^^^^^ information service/missing-fee: 00400 is not in the charge master: check the code, or add it to fees
`));
});

// claim/duplicate-coverage.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('claim/duplicate-coverage', () => {
  test('finds it', () =>
    checkLines(`
coverage AETNA-1 AETNA-1
                 ^^^^^^^ error fix claim/duplicate-coverage: AETNA-1 is named twice
`));

  test('fix: Remove the second', () =>
    checkLinesFix(
      `
coverage AETNA-1 <|>AETNA-1
`,
      `
coverage AETNA-1
`,
      'Remove the second',
    ));

  test('accepts what is right', () =>
    checkLines(`
coverage AETNA-1
`));
});

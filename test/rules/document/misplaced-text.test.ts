// document/misplaced-text.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('document/misplaced-text', () => {
  test('finds it', () =>
    checkLines(`
place 11 office
         ^^^^^^ error fix document/misplaced-text: “office” is not understood here
`));

  test('fix: Make it a comment', () =>
    checkLinesFix(
      `
place 11 <|>office
`,
      `
place 11  # office
`,
      'Make it a comment',
    ));

  test('accepts what is right', () =>
    checkLines(`
place 11
`));

  test('accepts what is right (2)', () =>
    checkLines(`
place 11  # office
`));

  test('behind the words of a service line', () =>
    checkLines(`
services
  99213  AB  145.00  urgent
                     ^^^^^^ error fix document/misplaced-text: “urgent” is not understood here
`));

  test('fix: Write B, the letter of I10', () =>
    checkLinesFix(
      `
diagnoses
  A  M17.11
  B  I10
services
  99213  <|>I10  145.00
`,
      `
diagnoses
  A  M17.11
  B  I10
services
  99213  B  145.00
`,
      'Write B, the letter of I10',
    ));
});

// service/duplicate-modifier.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/duplicate-modifier', () => {
  test('finds it', () =>
    checkLines(`
services
  20610-RT-RT  AB  110.00
           ^^ error fix service/duplicate-modifier: Modifier RT stands twice on this line
`));

  test('fix: Remove the second RT', () =>
    checkLinesFix(
      `
services
  20610-RT-<|>RT  AB  110.00
`,
      `
services
  20610-RT  AB  110.00
`,
      'Remove the second RT',
    ));

  test('accepts what is right', () =>
    checkLines(`
services
  20610-RT-59  AB  110.00
`));
});

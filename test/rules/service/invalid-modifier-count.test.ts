// service/invalid-modifier-count.
import { checkLines } from '../../kit/check';

suite('service/invalid-modifier-count', () => {
  test('finds it', () =>
    checkLines(`
services
  20610-59-RT-22-51-GA  AB  110.00
                    ^^ error service/invalid-modifier-count: A line has four modifiers at most: GA is number 5
`));

  test('accepts what is right', () =>
    checkLines(`
services
  20610-59-RT-22-51  AB  110.00
`));
});

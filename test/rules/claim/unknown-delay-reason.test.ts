// claim/unknown-delay-reason.
import { checkLines } from '../../kit/check';

suite('claim/unknown-delay-reason', () => {
  test('finds it', () =>
    checkLines(`
delay-reason 12
             ^^ error claim/unknown-delay-reason: 12 is no reason of delay: 1 to 11, or 15
`));

  test('accepts what is right', () =>
    checkLines(`
delay-reason 1
`));
});

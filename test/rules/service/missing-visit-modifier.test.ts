// service/missing-visit-modifier.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/missing-visit-modifier', () => {
  test('finds it on the visit', () => checkLines(`
services
  20610-RT  A  110.00
  99213  AB  145.00
  ^^^^^ warning fix service/missing-visit-modifier: 99213 is part of 20610 of that day, unless it was a separate visit: modifier 25 says so
`));

  test('the modifier is offered with its condition', () => checkLinesFix(
    'services\n  <|>99213  AB  145.00\n  20610-RT  A  110.00', 'services\n  99213-25  AB  145.00\n  20610-RT  A  110.00',
    'Add 25: only if the note shows more than the decision for the procedure',
  ));
});

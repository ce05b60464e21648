// service/missing-part-modifier.
import { checkLines, checkLinesFix } from '../../kit/check';
import { PRACTICE } from '../../kit/frame';

/** A practice whose facility is a hospital. */
const HOSPITAL = PRACTICE.replace('place    24', 'place    22');

suite('service/missing-part-modifier', () => {
  test('finds it', () =>
    checkLines(
      `
place 22
facility SURGICENTER
services
  71046  AB  60.00
  ^^^^^ information service/missing-fee: 71046 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning fix service/missing-part-modifier: In place 22 the hospital bills the machine of 71046: modifier 26 says that only the reading is billed
  93000  AB  45.00
  ^^^^^ information service/missing-fee: 93000 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning fix service/missing-part-modifier: In place 22 the hospital bills the test itself: the reading alone is 93010
`,
      HOSPITAL,
    ));

  test('the modifier is added', () =>
    checkLinesFix('place 22\nservices\n  <|>71046-59  AB  60.00', 'place 22\nservices\n  71046-59-26  AB  60.00', 'Add 26: reading alone'));

  test('in the office it is all of one', () =>
    checkLines(`
services
  71046  AB  60.00
  ^^^^^ information service/missing-fee: 71046 is not in the charge master: check the code, or add it to fees
`));

  test('by the fee schedule, where it has been imported', () =>
    checkLines(
      `
place 22
facility SURGICENTER
services
  94010  AB  60.00
  ^^^^^ information service/missing-fee: 94010 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning fix service/missing-part-modifier: In place 22 the hospital bills the machine of 94010: modifier 26 says that only the reading is billed
`,
      HOSPITAL,
    ));
});

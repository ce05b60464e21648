// ncci/invalid-units.
import { checkLines } from '../../kit/check';

suite('ncci/invalid-units', () => {
  test('of one line', () => checkLines(`
services
  88305  AB  x17  900.00
  ^^^^^ information service/missing-fee: 88305 is not in the charge master
             ^^^ warning ncci/invalid-units: 88305 has 17 units; at most 16 a day on a line are paid: more need a line of their own with a modifier (59, 76, 77, 91)
`));

  test('of all lines of a day, once', () => checkLines(`
services
  96372-59  AB  x3  90.00
  ^^^^^ information service/missing-fee: 96372 is not in the charge master
  96372-76  AB  x3  90.00
  ^^^^^ information service/missing-fee: 96372 is not in the charge master
                ^^ warning ncci/invalid-units: The 2 lines of 96372 have 6 units; at most 5 a day are paid: more are paid only on appeal, with the record
`));

  test('where no modifier helps', () => checkLines(`
services
  29881-RT  AB  x2  900.00
  ^^^^^ information service/missing-fee: 29881 is not in the charge master
                ^^ warning ncci/invalid-units: 29881 has 2 units; at most 1 a day is paid: no modifier raises that
`));
});

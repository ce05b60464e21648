// service/missing-visit-modifier.
import { checkLines, checkLinesFix } from '../../kit/check';

suite('service/missing-visit-modifier', () => {
  test('finds it on the visit', () =>
    checkLines(`
services
  20610-RT  A  110.00
  99213  AB  145.00
  ^^^^^ warning fix service/missing-visit-modifier: 99213 is part of 20610 of that day, unless it was a separate visit: modifier 25 says so
`));

  test('the modifier is offered with its condition', () =>
    checkLinesFix(
      'services\n  <|>99213  AB  145.00\n  20610-RT  A  110.00',
      'services\n  99213-25  AB  145.00\n  20610-RT  A  110.00',
      'Add 25: only if the note shows more than the procedure needed',
    ));

  test('a decision for an operation of the same day, and of the day before', () =>
    checkLines(`
date 2026-11-02..2026-11-03
services
  99214  AB  210.00  date 2026-11-02
  ^^^^^ warning fix service/missing-visit-modifier: 99214 is part of the operation 29881, unless it was decided on at this visit: modifier 57 says so
  29881-RT  A  900.00  date 2026-11-03
  ^^^^^ information service/missing-fee: 29881 is not in the charge master: check the code, or add it to fees
`));

  test('beside a preventive visit and beside an injection', () =>
    checkLines(`
diagnoses
  A  Z00.00
  B  E11.65
services
  99213  B  145.00
  ^^^^^ warning fix service/missing-visit-modifier: 99213 stands beside the preventive visit 99396: modifier 25 says that a problem needed a visit of its own
  99396  A  230.00
  ^^^^^ information service/missing-fee: 99396 is not in the charge master: check the code, or add it to fees
  ^^^^^ warning fix service/missing-visit-modifier: 99396 is part of 96372 of that day, unless it was a separate visit: modifier 25 says so
  96372  B  40.00
  ^^^^^ information service/missing-fee: 96372 is not in the charge master: check the code, or add it to fees
`));

  test('days after a procedure are those of the fee schedule, where it has been imported', () =>
    checkLines(`
services
  99213  AB  145.00
  ^^^^^ warning fix service/missing-visit-modifier: 99213 is part of 43235 of that day, unless it was a separate visit: modifier 25 says so
  43235  A  600.00
  ^^^^^ information service/missing-fee: 43235 is not in the charge master: check the code, or add it to fees
`));

  test('where the pair itself is listed, that is said, once', () =>
    checkLines(`
services
  99213  AB  145.00
  ^^^^^ warning fix ncci/invalid-pair: Not paid beside 64450 of that day (standards of medical / surgical practice): a modifier such as 59 or 25 parts them only if the services were apart
  64450  A  200.00
  ^^^^^ information service/missing-fee: 64450 is not in the charge master: check the code, or add it to fees
`));
});

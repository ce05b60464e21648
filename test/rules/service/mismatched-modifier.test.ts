// service/mismatched-modifier.
import { checkLines } from '../../kit/check';

suite('service/mismatched-modifier', () => {
  test('finds it', () =>
    checkLines(`
services
  20610-25  AB  110.00
        ^^ error service/mismatched-modifier: Modifier 25 is for a visit, not for a procedure such as 20610
`));

  test('finds it (2)', () =>
    checkLines(`
services
  99213-59  AB  145.00
        ^^ error service/mismatched-modifier: Modifier 59 is for a procedure, not for a visit such as 99213
`));

  test('finds it (3)', () =>
    checkLines(`
services
  99213-RT  AB  145.00
        ^^ error service/mismatched-modifier: Modifier RT names a side: a visit has none
`));

  test('accepts what is right', () =>
    checkLines(`
services
  99213-25  AB  145.00
  20610-59  AB  110.00
`));

  test('what cannot be done from afar; a pregnancy can be looked after', () =>
    checkLines(`
place 10
diagnoses
  A  Z34.91
services
  20610-95  A  110.00
        ^^ error service/mismatched-modifier: Modifier 95 is for what can be done from afar: an operation cannot
  59425-95  A  400.00
  ^^^^^ information service/missing-fee: 59425 is not in the charge master: check the code, or add it to fees
`));
});

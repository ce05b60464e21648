// service/mismatched-place.
import { checkLines } from '../../kit/check';

suite('service/mismatched-place', () => {
  test('finds it', () =>
    checkLines(`
services
  99283  AB  200.00
  ^^^^^ error service/mismatched-place: 99283 is a visit in an emergency room (place 23), not in place 11
  ^^^^^ information service/missing-fee: 99283 is not in the charge master: check the code, or add it to fees
`));

  test('finds it (2)', () =>
    checkLines(`
services
  99222  AB  300.00
  ^^^^^ error service/mismatched-place: 99222 is hospital care, not care in the office (place 11)
  ^^^^^ information service/missing-fee: 99222 is not in the charge master: check the code, or add it to fees
`));

  test('accepts what is right', () =>
    checkLines(`
place 23
      ^^ error claim/missing-facility: Place 23 is an emergency room: name it as facility
services
  99283  AB  200.00
  ^^^^^ information service/missing-fee: 99283 is not in the charge master: check the code, or add it to fees
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  99213  AB  145.00
`));

  test('a clinician called to the emergency room has an office visit', () =>
    checkLines(`
place 23
      ^^ error claim/missing-facility: Place 23 is an emergency room: name it as facility
services
  99213  AB  145.00
`));
});

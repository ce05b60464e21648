// service/mismatched-place.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, x12Findings } from '../x12/kit';

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

  test('where no line of a claim in a file fits the place, the place is told, else the code', () => {
    const whereFound = (text: string): string[] =>
      x12Findings(text)
        .filter((one) => one.rule === 'service/mismatched-place')
        .map(({ span }) => text.slice(span.start, span.end));
    const one = frameX12('SV1*HC:99232*145*UN*1***1:2');
    assert.deepEqual(whereFound(one), ['99232']);
    assert.deepEqual(whereFound(one.replace('HC:20610:RT', 'HC:99238')), ['11']);
  });
});

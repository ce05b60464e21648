// claim/invalid-total.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('claim/invalid-total', () => {
  test('finds it', () =>
    checkLines(`
services
^^^^^^^^ error claim/invalid-total: The charges add up to 0.00: most payers refuse such a claim
  3044F  AB  0.00
`));

  test('accepts what is right', () =>
    checkLines(`
services
  99213  AB  145.00
  3044F  AB  0.00
`));

  test('a visit after an operation stands alone', () =>
    checkLines(`
services
^^^^^^^^ information claim/invalid-total: The charges add up to 0.00: most payers refuse such a claim
  99024  AB  0.00
`));

  test('the notice of a hospice has no charge, its bill has', () => {
    const about = (frequency: string) =>
      told(frameX12(`837I\nCLM*E2001*0***81:A:${frequency}**A*Y*Y\nSV2*0651*HC:Q5001*0*UN*1`), ['warning']).filter((one) =>
        one.startsWith('claim/invalid-total'),
      );
    assert.deepEqual([about('A').length, about('1').length], [0, 1]);
  });
});

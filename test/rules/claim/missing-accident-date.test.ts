// claim/missing-accident-date.
import { checkLines } from '../../kit/check';
import assert from 'node:assert/strict';
import { frameX12, told } from '../x12/kit';

suite('claim/missing-accident-date', () => {
  test('finds it', () =>
    checkLines(`
accident other
^^^^^^^^^^^^^^ error claim/missing-accident-date: The accident has no date: write it behind the kind, such as other 2026-10-30
`));

  test('accepts what is right', () =>
    checkLines(`
accident other 2026-10-30
`));

  test('accepts what is right (2)', () =>
    checkLines(`
accident work
^^^^^^^^^^^^^ warning coverage/mismatched-accident: An accident at work, but Aetna is a health plan: it is for the workers’ compensation
`));

  test('a wound at work has a day, what work does slowly has none', () => {
    const atWork = (code: string) => told(frameX12(`CLM*E1001*255***11:B:1*Y*A*Y*Y**EM\nHI*ABK:${code}*ABF:E1165`), ['error']);
    assert.equal(atWork('S134XXA').length, 1);
    assert.deepEqual(atWork('M1711'), []);
  });

  test('in a file it speaks of segments', () => {
    assert.deepEqual(told(frameX12('CLM*E1001*255***11:B:1*Y*A*Y*Y**OA')), [
      'claim/missing-accident-date [2300 CLM11] The claim is for an accident (CLM11), but the day of the accident (DTP*439) is missing',
    ]);
  });
});

// claim/missing-accident-state.
import { checkLines, checkLinesFix } from '../../kit/check';
import assert from 'node:assert/strict';
import { frameX12, told } from '../x12/kit';

suite('claim/missing-accident-state', () => {
  test('finds it', () =>
    checkLines(`
accident auto 2026-10-30
^^^^^^^^^^^^^^^^^^^^^^^^ error fix claim/missing-accident-state: A car accident needs the state in which it happened: write it behind the date, such as IL
`));

  test('fix: Add IL', () =>
    checkLinesFix(
      `
<|>accident auto 2026-10-30
`,
      `
accident auto 2026-10-30 IL
`,
      'Add IL',
    ));

  test('accepts what is right', () =>
    checkLines(`
accident auto 2026-10-30 IL
`));

  test('accepts what is right (2)', () =>
    checkLines(`
accident other 2026-10-30
`));

  test('in a file it speaks of segments', () => {
    assert.deepEqual(told(frameX12('CLM*E1001*255***11:B:1*Y*A*Y*Y**AA\nafter CLM: DTP*439*D8*20260801')), [
      'claim/missing-accident-state [2300 CLM11] A car accident (CLM11 AA) needs the state in which it happened: CLM11-4, such as IL',
    ]);
  });
});

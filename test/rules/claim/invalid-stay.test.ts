// claim/invalid-stay.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('claim/invalid-stay', () => {
  test('finds it', () =>
    checkLines(`
admitted 2026-11-03
         ^^^^^^^^^^ error claim/invalid-stay: Admitted on 2026-11-03, after the service on 2026-11-02
`));

  test('finds it (2)', () =>
    checkLines(`
admitted 2026-11-01
discharged 2026-10-30
           ^^^^^^^^^^ error claim/invalid-stay: Discharged on 2026-10-30, before the admission on 2026-11-01
`));

  test('a discharge without an admission', () =>
    checkLines(`
discharged 2026-11-03
           ^^^^^^^^^^ error claim/invalid-stay: Discharged on 2026-11-03, but the day of the admission is missing
`));

  test('accepts what is right', () =>
    checkLines(`
admitted 2026-11-01
discharged 2026-11-04
`));

  test('care that began before the admission may end in the stay', () => {
    const said = (days: string, severity: string): number =>
      told(
        frameX12(`CLM*E1001*255***21:B:1*Y*A*Y*Y
after CLM: DTP*435*D8*20260813
DTP*472*${days}`),
        [severity],
      ).filter((one) => one.startsWith('claim/invalid-stay')).length;
    assert.equal(said('RD8*20260110-20260814', 'error'), 0);
    assert.equal(said('RD8*20260110-20260814', 'warning'), 1);
    assert.equal(said('RD8*20260110-20260211', 'error'), 1);
  });
});

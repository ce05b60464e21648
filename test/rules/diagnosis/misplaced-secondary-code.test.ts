// diagnosis/misplaced-secondary-code.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('diagnosis/misplaced-secondary-code', () => {
  test('finds it in the first place only', () =>
    checkLines(`
diagnoses
  A  Z79.4
     ^^^^^ warning diagnosis/misplaced-secondary-code: Z79.4 only adds to another diagnosis: that one comes first
  B  E11.65
`));

  test('what Medicare lists is refused for a hospital stay, not for a visit', () => {
    const first = (kind: string): string[] =>
      told(frameX12(`837I\nCLM*E2001*500***${kind}:A:1**A*Y*Y\nHI*ABK:Z1231`)).filter((one) => one.includes('secondary-code'));
    assert.deepEqual(first('13'), []);
    assert.match(first('11').join(), /Z12.31 is not taken as the principal diagnosis of a hospital stay/);
  });

  test('the office is no hospital stay, though both are written 11', () =>
    assert.deepEqual(
      told(frameX12('HI*ABK:Z1231*ABF:E1165')).filter((one) => one.includes('secondary-code')),
      [],
    ));

  test('a medicine that is watched over may be the only reason of a test', () =>
    checkLines(`
diagnoses
  A  Z79.01
services
  80053  A  35.00
`));

  test('of a stay in hospital a medicine that is taken is never the principal diagnosis', () => {
    const severe = (bill: string): number =>
      told(frameX12(`837I\nCLM*E2001*500***${bill}:A:1**A*Y*Y\nHI*ABK:Z794\nafter HI*ABK: HI*ABF:E1165`), ['error']).filter((one) =>
        one.startsWith('diagnosis/misplaced-secondary-code'),
      ).length;
    assert.deepEqual([severe('11'), severe('13')], [1, 0]);
  });
});

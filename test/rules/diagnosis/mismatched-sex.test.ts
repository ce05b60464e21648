// diagnosis/mismatched-sex.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('diagnosis/mismatched-sex', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  N40.0
     ^^^^^ error diagnosis/mismatched-sex: N40.0 is a diagnosis of men; the patient is on file as female: correct one of the two, or add KX
  B  E11.65
`));

  test('is for information where Medicare pays, from the day on which it stopped comparing', () =>
    checkLines(`
patient ROE-RICHARD
diagnoses
  A  N80.9
     ^^^^^ information diagnosis/mismatched-sex: N80.9 is a diagnosis of women; the patient is on file as male: correct one of the two, or add KX
  B  E11.65
`));

  test('condition 45 of a hospital claim says that it is no mistake', () => {
    const file = (condition: string): string[] =>
      told(frameX12(`837I\nHI*ABK:N400\nafter HI*BE: HI*BG:${condition}`)).filter((one) => one.includes('mismatched-sex'));
    assert.deepEqual([file('09').length, file('45').length], [1, 0]);
  });
});

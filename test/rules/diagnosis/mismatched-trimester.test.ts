// diagnosis/mismatched-trimester.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { PRACTICE } from '../../kit/frame';
import { frameX12, told } from '../x12/kit';

const MOTHER = PRACTICE.replaceAll('DOE-JANE', 'DOE-ANN').replace('1968-03-14', '1996-03-14');

suite('diagnosis/mismatched-trimester', () => {
  test('the weeks belong to another trimester', () =>
    checkLines(
      `
date 2026-11-02
patient DOE-ANN
diagnoses
  A  O09.93
  B  Z3A.12
     ^^^^^^ warning diagnosis/mismatched-trimester: 12 weeks are the first trimester; O09.93 says the third
`,
      MOTHER,
    ));

  test('weeks without a pregnancy', () =>
    checkLines(
      `
patient DOE-ANN
diagnoses
  A  E11.65
  B  Z3A.12
     ^^^^^^ warning diagnosis/mismatched-trimester: Z3A.12 counts the weeks of a pregnancy: a diagnosis of the pregnancy (O00–O9A, Z33, Z34) is missing
services
  99213  AB  145.00
`,
      MOTHER,
    ));

  test('the weeks since the last period', () => {
    const of = (lmp: string, weeks: string): number =>
      told(
        frameX12(`DMG*D8*19960314*F
after CLM: DTP*484*D8*${lmp}
HI*ABK:O0993*ABF:Z3A${weeks}`),
        ['error'],
      ).filter((one) => one.startsWith('diagnosis/mismatched-trimester')).length;
    assert.equal(of('20260610', '39'), 1);
    assert.equal(of('20251115', '39'), 0);
    assert.equal(of('20260115', '39'), 0);
    assert.equal(of('20250615', '39'), 0);
  });
});

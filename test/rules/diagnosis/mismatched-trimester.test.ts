// diagnosis/mismatched-trimester.
import { checkLines } from '../../kit/check';
import { PRACTICE } from '../../kit/frame';

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
});

// service/invalid-age.
import assert from 'node:assert/strict';
import { checkDiagnostics, checkLines, checkLinesFix } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('service/invalid-age', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  Z00.00
  B  E11.65
services
  99395  AB  180.00
  ^^^^^ error fix service/invalid-age: The patient is 58 years old on 2026-11-02: a preventive visit at this age is 99396
  ^^^^^ information service/missing-fee: 99395 is not in the charge master: check the code, or add it to fees
`));

  test('fix: Change to 99396', () =>
    checkLinesFix(
      `
services
  <|>99395  AB  180.00
`,
      `
services
  99396  AB  180.00
`,
      'Change to 99396',
    ));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  Z00.00
  B  E11.65
services
  99396  AB  180.00
  ^^^^^ information service/missing-fee: 99396 is not in the charge master: check the code, or add it to fees
`));

  test('a newborn', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 2026-10-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1

encounter E1
  patient POE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  Z00.129
  services
    99392  A  180.00
    ^^^^^ error fix service/invalid-age: The patient is 0 years old on 2026-11-02: a preventive visit at this age is 99391
    ^^^^^ information service/missing-fee: 99392 is not in the charge master: check the code, or add it to fees
`));

  test('an operation from five years on', () =>
    checkLines(`
services
  49505  A  900.00
  ^^^^^ information service/missing-fee: 49505 is not in the charge master: check the code, or add it to fees
  99024  B  0.00
`));

  test('braces of the young are not for grown-ups', () => {
    const about = (born: string) =>
      told(frameX12(`837D\nDMG*D8*${born}*F\nSV3*AD:D8080*180****1`)).filter((one) => one.startsWith('service/invalid-age'));
    assert.deepEqual([about('20120101').length, about('19800101').length], [0, 1]);
  });

  test('cleanings and examinations of teeth by age', () => {
    const severe = (code: string, born: string): number =>
      told(frameX12(`837D\nDMG*D8*${born}*F\nSV3*AD:${code}*180****1\nno TOO`), ['error']).filter((one) =>
        one.startsWith('service/invalid-age'),
      ).length;
    assert.deepEqual([severe('D1110', '20220101'), severe('D1110', '20150101')], [1, 0]);
    assert.deepEqual([severe('D0145', '20220101'), severe('D0145', '20250101')], [1, 0]);
  });
});

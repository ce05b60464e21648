// ncci/invalid-units.
import assert from 'node:assert/strict';
import { checkDiagnostics, checkLines } from '../../kit/check';
import { PRACTICE } from '../../kit/frame';
import { frameX12, x12Findings } from '../x12/kit';

suite('ncci/invalid-units', () => {
  test('of one line', () =>
    checkLines(`
services
  88305  AB  x17  900.00
  ^^^^^ information service/missing-fee: 88305 is not in the charge master: check the code, or add it to fees
             ^^^ warning ncci/invalid-units: 88305 has 17 units; at most 16 a day on a line are paid: more need a line of their own with a modifier (59, 76, 77, 91)
`));

  test('of all lines of a day, once', () =>
    checkLines(`
services
  96372-59  AB  x3  90.00
  ^^^^^ information service/missing-fee: 96372 is not in the charge master: check the code, or add it to fees
  96372-76  AB  x3  90.00
  ^^^^^ information service/missing-fee: 96372 is not in the charge master: check the code, or add it to fees
                ^^ warning ncci/invalid-units: The 2 lines of 96372 have 6 units; at most 5 a day are paid: more are paid only on appeal, with the record
`));

  test('where no modifier helps', () =>
    checkLines(`
services
  29881-RT  AB  x2  900.00
  ^^^^^ information service/missing-fee: 29881 is not in the charge master: check the code, or add it to fees
                ^^ warning ncci/invalid-units: 29881 has 2 units; at most 1 a day is paid: no modifier raises that
`));

  const visit = (id: string, line: string): string => `
encounter ${id}
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    ${line}
    ^^^^^ information service/missing-fee: 96372 is not in the charge master: check the code, or add it to fees
`;

  test('of two encounters of a day', () =>
    checkDiagnostics(`${visit('E7', '96372-59  A  x3  90.00')}\
                 ^^ warning ncci/invalid-units: 96372 has 6 units with those of encounter E8; at most 5 a day are paid: more are paid only on appeal, with the record
${visit('E8', '96372-76  A  x3  90.00')}\
                 ^^ warning ncci/invalid-units: 96372 has 6 units with those of encounter E7; at most 5 a day are paid: more are paid only on appeal, with the record
`));

  test('a line that stands in two encounters is a duplicate, and nothing more', () => {
    const line = `96372  A  x3  90.00
    ^^^^^ error claim/duplicate-claim: 96372 on 2026-11-02 is also billed by encounter`;
    const cure = ': take it off one of the two, or say what is corrected (replaces)';
    checkDiagnostics(`${visit('E7', `${line} E8${cure}`)}${visit('E8', `${line} E7${cure}`)}`);
  });

  test('a correction is not counted beside what it corrects', () =>
    checkDiagnostics(
      `${visit('E7', '96372-59  A  x3  90.00')}${visit('E8', '96372-76  A  x3  90.00').replace('  date ', '  replaces   2026110200017\n  date ')}`,
    ));

  test('of two claims of a patient in one file, on the second', () => {
    const second =
      'last: CLM*E1002*90***11:B:1*Y*A*Y*Y~HI*ABK:M1711~NM1*82*1*CURIE*MARIE****XX*1992012348~LX*1~SV1*HC:96372:59*90*UN*3***1~DTP*472*D8*20261015~REF*6R*E1002-1';
    const found = (first: string): string[] =>
      x12Findings(frameX12(`${first}\nDTP*472*D8*20261015\n${second}`))
        .filter(({ rule }) => rule === 'ncci/invalid-units')
        .map(({ message }) => message);
    assert.deepEqual(found('SV1*HC:96372*145*UN*3***1'), [
      '96372 has 6 units with those of claim E1001 of this file; at most 5 a day are paid: more are paid only on appeal, with the record',
    ]);
    assert.deepEqual(found('SV1*HC:96372*145*UN*2***1'), []);
  });

  test('suppliers of equipment have a table of their own', () =>
    checkLines(
      `
services
  96372  AB  x6  90.00
  ^^^^^ information service/missing-fee: 96372 is not in the charge master: check the code, or add it to fees
  A4253  AB  x7  90.00
             ^^ warning ncci/invalid-units: A4253 has 7 units; at most 6 a day are paid: more are paid only on appeal, with the record
`,
      PRACTICE.replace('taxonomy   207Q00000X', 'taxonomy   332B00000X'),
    ));

  test('clinicians and those who bring an X-ray machine have that of clinicians, in which that is not', () => {
    for (const taxonomy of ['207Q00000X', '335V00000X'])
      checkLines(
        `
services
  96372  AB  x6  90.00
  ^^^^^ information service/missing-fee: 96372 is not in the charge master: check the code, or add it to fees
             ^^ warning ncci/invalid-units: 96372 has 6 units; at most 5 a day are paid: more are paid only on appeal, with the record
  A4253  AB  x7  90.00
`,
        PRACTICE.replace('taxonomy   207Q00000X', `taxonomy   ${taxonomy}`),
      );
  });

  test('hospitals have a table for outpatients, and none for those who stay', () => {
    const found = (units: number, bill: string): string[] =>
      x12Findings(frameX12(`837I\nCLM*E2001*500***${bill}:A:1**A*Y*Y\nSV2*0510*HC:96372*500*UN*${units}\nDTP*472*D8*20261015`))
        .filter(({ rule }) => rule === 'ncci/invalid-units')
        .map(({ message, transaction }) => `${transaction} ${message}`);
    assert.deepEqual(found(9, '13'), [
      '2400 SV205 96372 has 9 units; at most 8 a day are paid: more are paid only on appeal, with the record',
    ]);
    assert.deepEqual(found(8, '13'), []);
    assert.deepEqual(found(9, '11'), []);
  });

  test('Medicare denies what is beyond a line or a day for certain', () => {
    const severities = (code: string, units: number): string[] =>
      x12Findings(
        frameX12(`SBR*P*18*******MB
NM1*IL*1*DOE*JANE*Q***MI*1EG4TE5MK73
SV1*HC:${code}*145*UN*${units}***1
DTP*472*D8*20261015`),
      )
        .filter((one) => one.rule === 'ncci/invalid-units')
        .map(({ severity }) => severity);
    assert.deepEqual([severities('88305', 17), severities('29881:RT', 2), severities('96372', 6)], [['error'], ['error'], ['warning']]);
  });

  test('without the list of the day, what nobody can have', () => {
    const about = (units: number) =>
      x12Findings(frameX12(`SV1*HC:72040*145*UN*${units}***1`)).filter((one) => one.rule === 'ncci/invalid-units');
    assert.deepEqual([about(20).length, about(30).map(({ severity }) => severity)], [0, ['error']]);
  });
});

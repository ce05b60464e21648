// coverage/mismatched-accident.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { PRACTICE } from '../../kit/frame';
import { frameX12, told } from '../x12/kit';

suite('coverage/mismatched-accident', () => {
  test('a health plan and an accident at work', () =>
    checkLines(`
accident work 2026-10-30
^^^^^^^^^^^^^^^^^^^^^^^^ warning coverage/mismatched-accident: An accident at work, but Aetna is a health plan: it is for the workers’ compensation
`));

  test('accepts what is right', () =>
    checkLines(`
accident other 2026-10-30
`));

  test('the employer’s insurance may have refused', () =>
    checkLines(
      `
accident work 2026-10-30
`,
      PRACTICE.replace('filing         MB', 'filing         WC').replace(
        '    copay         25.00\n',
        `    copay         25.00
  coverage COMP-1
    payer         MEDICARE
    member        W1
    relationship  self
`,
      ),
    ));

  test('in a file the insurance of the employer is told that it happened at work', () => {
    const said = (cause: string): string[] =>
      told(frameX12(`SBR*P*18*******WC\nCLM*E1001*255***11:B:1*Y*A*Y*Y${cause}`), ['error']).map((one) => one.split(' [')[0]);
    assert.deepEqual(said(''), ['coverage/mismatched-accident']);
    assert.deepEqual(said('\nafter CLM: DTP*439*D8*20260801'), ['coverage/mismatched-accident']);
    assert.deepEqual(said('**OA\nafter CLM: DTP*439*D8*20260801'), ['coverage/mismatched-accident']);
    assert.deepEqual(said('**EM\nafter CLM: DTP*439*D8*20260801'), []);
  });

  test('in a file the insurance of a car is told that it was one', () => {
    const said = (cause: string): string[] =>
      told(frameX12(`SBR*P*18*******AM\nCLM*E1001*255***11:B:1*Y*A*Y*Y${cause}`), ['error']).map((one) => one.split(' [')[0]);
    assert.deepEqual(said(''), ['coverage/mismatched-accident']);
    assert.deepEqual(said('**AA:::IL\nafter CLM: DTP*439*D8*20260801'), []);
  });

  test('an accident with a car on the way to work is for the insurance of the car, too', () => {
    const said = told(frameX12('SBR*P*18*******AM\nCLM*E1001*255***11:B:1*Y*A*Y*Y**AA:EM::IL\nafter CLM: DTP*439*D8*20260801'));
    assert.deepEqual(said, []);
  });

  test('an insurance of the employer that was asked before may have found no injury at work', () => {
    const said = told(
      frameX12(`SBR*S*18*0098765******CI
after PRV*PE: SBR*P*18*******WC~AMT*D*0~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*W5550001~NM1*PR*2*GUARDIAN WORK*****PI*41556
after REF*6R*E1001-1: SVD*41556*0*HC:99213**1~CAS*OA*19*145~DTP*573*D8*20260825
after REF*6R*E1001-2: SVD*41556*0*HC:20610**1~CAS*OA*19*110~DTP*573*D8*20260825`),
      ['error'],
    );
    assert.deepEqual(said, []);
  });
});

// coverage/invalid-age.
import assert from 'node:assert/strict';
import { checkDiagnostics } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('coverage/invalid-age', () => {
  test('a child older than the policy holder', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1960-01-01
       ^^^^^^^^^^ error coverage/invalid-age: The patient is said to be a child of the policy holder, who is not older
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship child
    subscriber Poe, John
      born 1985-01-01
      sex M
      address 1 Elm St, Springfield IL 62704
`));

  test('in a claim file', () => {
    const file = (relation: string, born: string, severities = ['error', 'warning']): string[] =>
      told(
        frameX12(`HL*2*1*22*1
SBR*P**0098765******CI
after NM1*PR: HL*3*2*23*0~PAT*${relation}~NM1*QC*1*DOE*SAM~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*${born}*M`),
        severities,
      ).filter((one) => one.includes('invalid-age'));
    assert.deepEqual(file('19', '20140403'), []);
    assert.match(file('19', '19660403').join(), /2010CA DMG02.* who is not older/);
    assert.match(file('01', '20140403').join(), /spouse, and is 12 years old/);
    assert.deepEqual([file('01', '20140403', ['error']).length, file('01', '20170403', ['error']).length], [0, 1]);
  });

  test('a child is nobody’s spouse, whoever holds the policy', () => {
    const file = frameX12(`HL*2*1*22*1
SBR*P**0098765******CI
no N3*12
no N4*SPRINGFIELD*IL*627045678
no DMG
after NM1*PR: HL*3*2*23*0~PAT*01~NM1*QC*1*DOE*SAM~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*20170403*M`);
    assert.match(told(file, ['error']).join(), /coverage\/invalid-age \[2010CA DMG02\] .* is 9 years old/);
  });
});

// coverage/mismatched-relationship.
import assert from 'node:assert/strict';
import { checkDiagnostics } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('coverage/mismatched-relationship', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship self
                 ^^^^ warning coverage/mismatched-relationship: The patient holds the policy (self), yet somebody else is named as subscriber: one of the two is wrong
    subscriber Poe, John
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
  coverage C1
    payer AETNA
    member W1
    relationship self
`));

  test('in a file: an employer has employees, no children', () => {
    const of = (relation: string, holder: string): string[] =>
      told(
        frameX12(`HL*2*1*22*1
SBR*P**0098765******CI
NM1*IL*${holder}****MI*W123456789
after NM1*PR: HL*3*2*23*0~PAT*${relation}~NM1*QC*1*DOE*SAM~N3*12 ELM ST~N4*SPRINGFIELD*IL*627045678~DMG*D8*20140403*M`),
        ['error'],
      ).filter((one) => one.startsWith('coverage/mismatched-relationship'));
    assert.deepEqual(of('19', '2*ACME MILLS*'), [
      'coverage/mismatched-relationship [2000C PAT01] ACME MILLS is an organization (NM102 is 2): the patient is not its child',
    ]);
    assert.deepEqual(of('20', '2*ACME MILLS*'), []);
    assert.deepEqual(of('19', '1*DOE*JANE'), []);
  });
});

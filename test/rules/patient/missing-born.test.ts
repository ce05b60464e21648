// patient/missing-born.
import assert from 'node:assert/strict';
import { checkDiagnostics } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('patient/missing-born', () => {
  test('finds it', () =>
    checkDiagnostics(`
patient POE
        ^^^ error patient/missing-born: POE has no date of birth: add born and the day
  name Poe, Ann
  sex F
  address 1 Elm St, Springfield IL 62704
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
patient POE
  name Poe, Ann
  born 1990-01-01
  sex F
  address 1 Elm St, Springfield IL 62704
`));

  test('in a file a day that cannot be is told once', () => {
    const rules = told(frameX12('DMG*D8*19680230*F'), ['error']).map((one) => one.split(' ')[0]);
    assert.deepEqual(rules, ['x12/invalid-date']);
    assert.ok(told(frameX12('no DMG'), ['error']).some((one) => one.startsWith('patient/missing-born')));
  });

  test('so is a sex that is missing', () => {
    const rules = told(frameX12('DMG*D8*19680314'), ['error']).map((one) => one.split(' ')[0]);
    assert.deepEqual(rules, ['x12/missing-element']);
  });
});

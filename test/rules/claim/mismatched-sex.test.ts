// claim/mismatched-sex.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('claim/mismatched-sex', () => {
  test('accepts what is right', () =>
    checkLines(`
lmp 2026-09-02
`));

  test('where sex and service are no slip, it is said', () => {
    const said = (codes: string): string[] =>
      told(frameX12(`DMG*D8*19880314*M\nafter CLM: DTP*484*D8*20260601\nafter HI: ${codes}`), ['error']);
    assert.deepEqual(said('HI*BG:45'), []);
    assert.equal(said('HI*BG:09').length, 1);
  });

  test('in a file: by the sex of the patient', () => {
    const said = (sex: string): string[] => told(frameX12(`DMG*D8*19880314*${sex}\nafter CLM: DTP*484*D8*20260601`), ['error']);
    assert.deepEqual(said('M'), [
      'claim/mismatched-sex [2300 DTP03] A last period on 2026-06-01, and the patient is on file as male: correct one of the two, or add KX',
    ]);
    assert.deepEqual(said('F'), []);
    assert.deepEqual(said('U'), []);
  });
});

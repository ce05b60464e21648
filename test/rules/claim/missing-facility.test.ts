// claim/missing-facility.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('claim/missing-facility', () => {
  test('finds it', () =>
    checkLines(`
place 22
      ^^ error claim/missing-facility: Place 22 is a hospital: name it as facility
`));

  test('accepts what is right', () =>
    checkLines(`
place 24
facility SURGICENTER
`));

  test('accepts what is right (2)', () =>
    checkLines(`
place 11
`));

  test('accepts what is right (3)', () =>
    checkLines(`
place 12
`));

  test('a surgery center may bill for itself, others work there', () => {
    const about = (taxonomy: string) =>
      told(frameX12(`PRV*BI*PXC*${taxonomy}\nCLM*E1001*255***24:B:1*Y*A*Y*Y`), ['error', 'warning']).filter((one) =>
        one.startsWith('claim/missing-facility'),
      );
    assert.deepEqual([about('261QA1903X').length, about('207L00000X').length], [0, 1]);
  });
});

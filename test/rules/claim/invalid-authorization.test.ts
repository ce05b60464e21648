// claim/invalid-authorization.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('claim/invalid-authorization', () => {
  test('a word in the place of the number', () =>
    checkLines(`
authorization PENDING
              ^^^^^^^ error claim/invalid-authorization: PENDING only fills the place of the number of an authorization: take the one that the payer gave, or leave it out
`));

  test('a number of some zeros is one', () =>
    checkLines(`
authorization 110000
`));

  test('zeros alone are none', () =>
    checkLines(`
authorization 0000000
              ^^^^^^^ error claim/invalid-authorization: 0000000 only fills the place of the number of an authorization: take the one that the payer gave, or leave it out
`));

  test('one digit over and over may be an example', () =>
    checkLines(`
authorization 1111111
              ^^^^^^^ warning claim/invalid-authorization: 1111111 only fills the place of the number of an authorization: take the one that the payer gave, or leave it out
`));

  test('in a file: the referral, too', () => {
    const said = (number: string): string[] => told(frameX12(`after CLM: REF*9F*${number}`), ['error']);
    assert.deepEqual(said('XXXXX'), [
      'claim/invalid-authorization [2300 REF02] XXXXX only fills the place of the number of a referral: take the one that the payer gave, or leave it out',
    ]);
    assert.deepEqual(said('X1X2'), []);
  });
});

// diagnosis/invalid-age.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('diagnosis/invalid-age', () => {
  test('finds it', () =>
    checkLines(`
diagnoses
  A  Z00.129
     ^^^^^^^ error diagnosis/invalid-age: Z00.129 is for a child: the patient is 58 years old on 2026-11-02
  B  E11.65
`));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  Z00.00
  B  E11.65
`));

  test('of a small child there is no doubt, of one who is half grown there is', () => {
    const about = (born: string, severity: string) =>
      told(frameX12(`DMG*D8*${born}*F\nHI*ABK:Z0000*ABF:E1165`), [severity]).filter((one) => one.startsWith('diagnosis/invalid-age'));
    assert.deepEqual(
      [about('20200101', 'error').length, about('20130101', 'error').length, about('20130101', 'warning').length],
      [1, 0, 1],
    );
  });

  test('the jaundice of a newborn is over, low weight at birth may still matter', () => {
    const of = (code: string): string[] => told(frameX12(`HI*ABK:${code}*ABF:E1165`), ['error']).map((one) => one.split(' ')[0]);
    assert.deepEqual(of('P599'), ['diagnosis/invalid-age']);
    assert.deepEqual(of('P0710'), []);
    assert.deepEqual(of('P271'), []);
  });

  test('a child has no menopause', () => {
    const of = (born: string): number =>
      told(frameX12(`DMG*D8*${born}*F\nHI*ABK:N951*ABF:E1165`), ['error']).filter((one) => one.startsWith('diagnosis/invalid-age')).length;
    assert.deepEqual([of('20180101'), of('20120101')], [1, 0]);
  });
});

// service/invalid-modifier-pair.
import assert from 'node:assert/strict';
import { checkLines, checkLinesFix } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('service/invalid-modifier-pair', () => {
  test('finds it', () =>
    checkLines(`
services
  20610-50-RT  AB  110.00
           ^^ error fix service/invalid-modifier-pair: 50 and RT on one line: both sides are already meant by 50
`));

  test('fix: Remove RT', () =>
    checkLinesFix(
      `
services
  20610-50-<|>RT  AB  110.00
`,
      `
services
  20610-50  AB  110.00
`,
      'Remove RT',
    ));

  test('fix: Remove 50', () =>
    checkLinesFix(
      `
services
  20610-50-<|>RT  AB  110.00
`,
      `
services
  20610-RT  AB  110.00
`,
      'Remove 50',
    ));

  test('finds it (2)', () =>
    checkLines(`
services
  J3301-JW-JZ  AB  x4
           ^^ error fix service/invalid-modifier-pair: JW and JZ on one line: JZ says that nothing was discarded, JW that something was
`));

  test('fix: Remove JZ', () =>
    checkLinesFix(
      `
services
  J3301-JW-<|>JZ  AB  x4
`,
      `
services
  J3301-JW  AB  x4
`,
      'Remove JZ',
    ));

  test('fix: Remove JW', () =>
    checkLinesFix(
      `
services
  J3301-JW-<|>JZ  AB  x4
`,
      `
services
  J3301-JZ  AB  x4
`,
      'Remove JW',
    ));

  test('finds it (3)', () =>
    checkLines(`
services
  20610-LT-RT  AB  110.00
           ^^ error fix service/invalid-modifier-pair: LT and RT on one line: the left and the right side are two lines, or modifier 50
`));

  test('fix: Remove RT', () =>
    checkLinesFix(
      `
services
  20610-LT-<|>RT  AB  110.00
`,
      `
services
  20610-LT  AB  110.00
`,
      'Remove RT',
    ));

  test('fix: Remove LT', () =>
    checkLinesFix(
      `
services
  20610-LT-<|>RT  AB  110.00
`,
      `
services
  20610-RT  AB  110.00
`,
      'Remove LT',
    ));

  test('accepts what is right', () =>
    checkLines(`
services
  20610-50  AB  110.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
services
  J3301-JZ  AB  x4
`));

  test('59 with one of its X modifiers', () =>
    checkLines(`
services
  20610-59-XS  AB  110.00
           ^^ warning fix service/invalid-modifier-pair: 59 and XS on one line: the X modifier stands instead of 59
`));

  test('a rental is in one of its months', () =>
    assert.match(
      told(frameX12('SV1*HC:E0601:RR:KH:KI*145*UN*1***1:2'), ['error']).join(),
      /invalid-modifier-pair .*KH and KI on one line/,
    ));
});

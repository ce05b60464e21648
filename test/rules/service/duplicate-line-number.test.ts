// service/duplicate-line-number.
import assert from 'node:assert/strict';
import { checkLines } from '../../kit/check';
import { frameX12, told } from '../x12/kit';

suite('service/duplicate-line-number', () => {
  test('in an encounter', () =>
    checkLines(`
services
  99213-25  AB  145.00  line L1
  20610-RT  A  110.00  line L1
                            ^^ error service/duplicate-line-number: Line number L1 is that of line 1, too
`));

  test('in a claim file', () =>
    assert.deepEqual(told(frameX12('REF*6R*E1001-2')), [
      'service/duplicate-line-number [2400 REF02] Line number E1001-2 is that of line 1, too',
    ]));
});

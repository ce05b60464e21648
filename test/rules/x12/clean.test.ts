// The clean files in which examples stand have no findings.
import assert from 'node:assert/strict';
import { frameX12, told } from './kit';

suite('x12 rules: clean files', () => {
  for (const kind of ['837P', '837I', '837D', '835', '999', '277CA']) {
    test(kind, () => assert.deepEqual(told(frameX12(kind)), []));
  }
});

// The examples of x12/invalid-contact.
import assert from 'node:assert/strict';
import { checkExamples, frameX12, told } from './kit';

checkExamples('x12/invalid-contact');

suite('x12/invalid-contact: severity', () => {
  test('hyphens are an error, also where a receiver is patient with the rest', () => {
    const count = (example: string, severity: string): number =>
      told(frameX12(example), [severity]).filter((one) => one.startsWith('x12/invalid-contact ')).length;
    assert.equal(count('835\nPER*BL*PROVIDER LINE*TE*800-555-0100', 'error'), 1);
    assert.equal(count('835\nPER*BL*PROVIDER LINE*TE*800555', 'error'), 0);
  });
});

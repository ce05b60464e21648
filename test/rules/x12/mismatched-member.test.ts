// The examples of x12/mismatched-member, and who may be a subscriber.
import assert from 'node:assert/strict';
import { ENROLLMENT_FILE } from '../../syntax/x12/samples';
import { checkExamples, told } from './kit';

checkExamples('x12/mismatched-member');

test('a surviving child insured alone is asked about; whoever insures others is self, a dependent never is', () => {
  const alone = ENROLLMENT_FILE.replace('INS*Y*18*024', 'INS*Y*19*024');
  assert.deepEqual(told(alone, ['error']), []);
  assert.equal(told(alone, ['warning']).length, 1);
  assert.equal(told(ENROLLMENT_FILE.replace('INS*Y*18*021', 'INS*Y*19*021'), ['error']).length, 1);
  assert.equal(told(ENROLLMENT_FILE.replace('INS*N*19', 'INS*N*18'), ['error']).length, 1);
});

// Relationships: each word of the language has its code, and comes back from it.
import assert from 'node:assert/strict';
import { relationshipCodeOf, relationshipWordOf } from '../../server/model/relationships';
import { RELATIONSHIPS } from '../../server/syntax/superbill/grammar';

suite('relationships', () => {
  for (const word of RELATIONSHIPS) test(word, () => assert.equal(relationshipWordOf(relationshipCodeOf(word)), word));

  test('what is none of ours is another one', () => {
    assert.equal(relationshipCodeOf('cousin'), 'G8');
    assert.equal(relationshipCodeOf('constructor'), 'G8');
    assert.equal(relationshipWordOf('21'), 'other');
  });
});

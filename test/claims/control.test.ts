// Control numbers lead back to the encounter from the name of a file alone.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimControl, encounterKey, lineControl, readControl } from '../../server/claims/control';

suite('control numbers', () => {
  test('the id and the attempt', () => {
    assert.equal(claimControl('E1001', 1), 'E1001-1');
    assert.equal(claimControl('smith_2026.b', 12), 'SMITH-2026.B-12');
    assert.equal(lineControl('E1001-1', 3), 'E1001-1.3');
  });
  test('a long id is shortened, always in the same way', () => {
    assert.equal(claimControl('an-encounter-with-a-long-id', 1), claimControl('AN-ENCOUNTER-WITH-A-LONG-ID', 1));
    assert.notEqual(claimControl('an-encounter-with-a-long-id', 1), claimControl('an-encounter-with-a-long-ie', 1));
    assert.match(claimControl('an-encounter-with-a-long-id', 1), /^AN-ENCOUN\.[A-Z0-9]{5}-1$/);
  });
  test('what is not ours', () => {
    assert.equal(readControl('E1001'), undefined);
    assert.equal(readControl('E1001-0'), undefined);
    assert.equal(readControl('A CLAIM-1'), undefined);
    assert.notEqual(readControl('E1001-1')?.key, encounterKey('E100'));
  });
  test('any id, any attempt', () => {
    const id = fc.stringMatching(/^[\w.-]{1,40}$/);
    fc.assert(
      fc.property(id, fc.integer({ min: 1, max: 9999 }), (encounter, attempt) => {
        const control = claimControl(encounter, attempt);
        assert.match(control, /^[A-Z0-9.-]{3,20}$/);
        assert.deepEqual(readControl(control), { key: encounterKey(encounter), attempt });
        assert.ok(lineControl(control, 50).length <= 30);
      }),
    );
  });
});

// Offsets that follow a text in place are those that would be found anew, and take no new memory where they need none.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedOffsets } from '../../server/syntax/offsets';

suite('offsets that follow a text', () => {
  test('after any changes they are those that would be written anew', () => {
    const change = fc.record({ from: fc.nat(), gone: fc.nat(3), own: fc.nat(40), by: fc.integer({ min: -2, max: 50 }) });
    fc.assert(
      fc.property(fc.nat(60), fc.array(change, { maxLength: 6 }), (count, changes) => {
        let expected = Array.from({ length: count }, (_, i) => i * 100 + 1000);
        let offsets: Uint32Array = Uint32Array.from(expected);
        for (const { from: place, gone, own: fresh, by } of changes) {
          const from = place % (expected.length + 1),
            to = Math.min(expected.length, from + gone);
          const own = Array.from({ length: fresh }, (_, i) => 10_000_000 + i);
          expected = [...expected.slice(0, from), ...own, ...expected.slice(to).map((one) => one + by)];
          offsets = changedOffsets(offsets, { from, to, own: Uint32Array.from(own), by });
          assert.deepEqual([...offsets], expected);
        }
      }),
    );
  });

  test('as many as before stand where they stood', () => {
    const before = Uint32Array.of(0, 10, 20, 30);
    const after = changedOffsets(before, { from: 1, to: 2, own: Uint32Array.of(12), by: 2 });
    assert.equal(after, before);
    assert.deepEqual([...after], [0, 12, 22, 32]);
  });
});

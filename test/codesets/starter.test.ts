// The lists that ship: each agrees with its manifest, is sorted, and answers look-ups.
import assert from 'node:assert/strict';
import { openCodeSets } from '../../codesets/open';
import { keyOf, readRows } from '../../codesets/rows';
import { starterLists } from '../../codesets/starter';
import { starterEditions } from './starter-sets';

suite('starter lists', () => {
  for (const { manifest, codes } of starterLists) {
    test(`${manifest.id}: every line is a code with a title, no code twice`, () => {
      const rows = readRows(codes);
      const lines = codes
        .split('\n')
        .slice(1)
        .filter((line) => line.trim() !== '');
      assert.equal(rows.length, lines.length);
      assert.equal(new Set(rows.map((row) => keyOf(row.code))).size, rows.length);
      assert.deepEqual(
        rows.filter((row) => row.title === '').map((row) => row.code),
        [],
      );
    });
  }
  test('every list answers for each of its codes', () => {
    const sets = openCodeSets(starterEditions());
    for (const { manifest, codes } of starterLists) {
      for (const row of readRows(codes)) {
        const found = sets.find(manifest.id, row.code.toLowerCase(), '2026-11-02');
        assert.notEqual(found.status, 'unknown', `${manifest.id} ${row.code}`);
        if (found.status !== 'unknown') assert.equal(found.entry.title, row.title);
      }
    }
  });
});

// What the programs embed is what people edit: every shipped list opens, is current, and nothing is unpacked before it is asked for.
import assert from 'node:assert/strict';
import { brotliDecompressSync } from 'node:zlib';
import { openEdition } from '../../codesets/edition';
import { openCodeSets } from '../../codesets/open';
import { readRows } from '../../codesets/rows';
import { shippedEditions } from '../../codesets/shipped';
import { starterLists } from '../../codesets/starter';

suite('shipped code sets', () => {
  const unpack = (text: string): Uint8Array => brotliDecompressSync(Buffer.from(text, 'base64'));

  test('are the starter lists, code by code', () => {
    const shipped = shippedEditions(unpack);
    assert.deepEqual(
      shipped.map(({ manifest }) => manifest),
      starterLists.map(({ manifest }) => manifest),
    );
    shipped.forEach((source, index) => {
      const edition = openEdition(source.open());
      assert.ok(typeof edition !== 'string', String(edition));
      const rows = readRows(starterLists[index].codes);
      assert.equal(edition.count, rows.length);
      const last = rows[rows.length - 1];
      assert.equal(edition.titleAt(edition.rowOf(last.code.replace('.', ''))), last.title);
    });
  });

  test('only the set that is asked for is unpacked, and only once', () => {
    let unpacked = 0;
    const sets = openCodeSets(
      shippedEditions((text) => {
        unpacked++;
        return unpack(text);
      }),
    );
    assert.equal(sets.editions().length, starterLists.length);
    assert.equal(unpacked, 0);
    assert.equal(sets.find('icd-10-cm', 'E11.65', '2026-11-02').status, 'active');
    assert.equal(sets.find('icd-10-cm', 'I10', '2026-11-02').status, 'active');
    assert.equal(unpacked, 1);
  });
});

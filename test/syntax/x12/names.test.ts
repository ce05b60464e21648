// Names of segments as numbers: the same ones that the texts have.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameNumber, nameText } from '../../../server/syntax/x12/names';
import { readX12 } from '../../../server/syntax/x12/read';
import { corpusFiles, noCorpus } from './corpus';

suite('names of segments as numbers', () => {
  test('each name has a number of its own, from which it is read back', () => {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    const name = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 3 });
    fc.assert(fc.property(name, (one) => assert.equal(nameText(nameNumber(one)), one)));
    fc.assert(fc.property(name, (one) => assert.equal(nameText(nameNumber(one.toLowerCase())), one)));
  });

  test('what is no name has none', () => {
    for (const text of ['', 'ABCD', 'A B', 'É', 'A-', '日', 'N¹']) assert.equal(nameNumber(text), 0, text);
    assert.equal(nameText(0), '');
  });

  test('a name ends with the segment or with the separator of its interchange', () => {
    const names = (text: string): string[] => [...readX12(text).segments.names].map(nameText);
    assert.deepEqual(names('HI*ABK~hl*1~LX~NM1:2*3~REFS*1~'), ['HI', 'HL', 'LX', '', '']);
    assert.deepEqual(names('ST|837|1~BHT|0019~'), ['ST', 'BHT']);
  });

  const files = corpusFiles();
  test(noCorpus ?? `${files.length} public files`, function () {
    if (noCorpus) this.skip();
    for (const { text } of files) {
      const { segments, joined } = readX12(text);
      if (joined) continue;
      for (let i = 0; i < segments.count; i += 1) {
        const id = segments.id(i).toUpperCase();
        assert.equal(nameText(segments.names[i]), /^[A-Z0-9]{1,3}$/.test(id) ? id : '');
      }
    }
  });
});

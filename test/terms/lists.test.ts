// The lists of the terms room are well-formed, sorted, free of doubles, and large enough.
import assert from 'node:assert/strict';
import abbreviationText from '../../server/terms/abbreviations.tsv';
import everydayText from '../../server/terms/everyday-words.txt';
import glossaryText from '../../server/terms/glossary.tsv';
import { rowsOf } from '../../server/terms/tables';
import partText from '../../server/terms/word-parts.tsv';
import { keyOf } from '../../server/terms/words';

const categories = ['anatomy', 'condition', 'procedure', 'test', 'drug class', 'billing', 'clinical'];
const lists = { glossary: glossaryText, abbreviations: abbreviationText, parts: partText };

suite('terms: lists', () => {
  for (const [name, text] of Object.entries(lists)) {
    test(`${name}: sorted, no line twice, clean columns`, () => {
      const lines = text.replace(/\n$/, '').split('\n');
      const width = lines[0]?.split('\t').length ?? 0;
      const rows = lines.slice(1);
      assert.deepEqual(rows, [...rows].sort(inOrder));
      assert.equal(new Set(rows).size, rows.length);
      assert.deepEqual(
        rows.filter((row) => row.split('\t').length > width || row.trimEnd() !== row),
        [],
      );
      assert.deepEqual(
        rows.filter((row) => /[`*_\r]| {2}|\t | \t/.test(row)),
        [],
      );
    });
  }

  test('the glossary has every term once, with a category and one or two sentences', () => {
    const rows = rowsOf(glossaryText);
    assert.ok(rows.length >= 1500, `${rows.length} terms`);
    assert.deepEqual(doubles(rows.map(([term = '']) => keyOf(term))), []);
    assert.deepEqual(
      rows.filter(([, , category = '']) => !categories.includes(category)),
      [],
    );
    const definitions = rows.map(([, , , definition = '']) => definition);
    assert.deepEqual(
      definitions.filter((text) => !/^[A-Z0-9].{6,260}\.$/.test(text) || text.split(/\. [A-Z]/).length > 2),
      [],
    );
  });

  test('no other name of a term stands at two terms', () => {
    const names = rowsOf(glossaryText)
      .flatMap(([term = '', forms = '']) => [term, ...forms.split('; ')])
      .filter((name) => name !== '');
    assert.deepEqual(doubles(names.map((name) => name.toLowerCase())), []);
  });

  test('abbreviations with several meanings have one usual one; error-prone ones say what to write', () => {
    const rows = rowsOf(abbreviationText);
    assert.ok(rows.length >= 800, `${rows.length} meanings`);
    assert.deepEqual(doubles(rows.map(([abbreviation, meaning]) => `${abbreviation}: ${meaning}`)), []);
    for (const abbreviation of new Set(rows.map(([spelling = '']) => spelling))) {
      const meanings = rows.filter(([spelling]) => spelling === abbreviation);
      const usual = meanings.filter(([, , , flags = '']) => flags.includes('usual')).length;
      assert.equal(usual, meanings.length > 1 ? 1 : 0, `${abbreviation} has ${usual} usual meanings`);
    }
    for (const [abbreviation, , , flags = '', caution = ''] of rows) {
      assert.ok(
        flags.split('; ').every((flag) => ['', 'do-not-use', 'usual'].includes(flag)),
        abbreviation,
      );
      assert.equal(flags.includes('do-not-use'), caution !== '', abbreviation);
      if (caution) assert.match(caution, /(?:write|give) .*\.$/, abbreviation);
    }
  });

  test('word parts are spelled as their kind is', () => {
    const rows = rowsOf(partText);
    assert.ok(rows.length >= 500, `${rows.length} parts`);
    assert.deepEqual(doubles(rows.map(([part = '']) => part)), []);
    const shapes: Record<string, RegExp> = { prefix: /^[a-z]+-$/, root: /^[a-z]+\/[aeio]$/, suffix: /^-[a-z]+$/ };
    assert.deepEqual(
      rows.filter(([part = '', kind = '']) => !shapes[kind]?.test(part)),
      [],
    );
    assert.deepEqual(
      rows.filter(([, kind, meaning, use = '']) => !meaning || !['', 'shared', ...(kind === 'suffix' ? ['ending'] : [])].includes(use)),
      [],
    );
  });

  test('everyday words are small letters, in order', () => {
    const words = everydayText.trimEnd().split('\n');
    assert.deepEqual(words, [...new Set(words)].sort(inOrder));
    assert.deepEqual(
      words.filter((word) => !/^[a-z]+$/.test(word)),
      [],
    );
  });
});

function inOrder(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function doubles(items: readonly string[]): string[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.has(item) || !seen.add(item));
}

// Points of a search: an edition is left out only where none of its codes could come among those wanted.
import assert from 'node:assert/strict';
import { type Edition, openEdition } from '../../codesets/edition';
import type { Query } from '../../codesets/search/query';
import { scoreEdition } from '../../codesets/search/score';
import { starterEditions } from './starter-sets';

const editions = starterEditions().flatMap(({ open }): Edition[] => {
  const edition = openEdition(open());
  return typeof edition === 'string' ? [] : [edition];
});

/** Words as they are typed, each with some code that it may mean. */
function queryOf(text: string, codes: readonly string[] = []): Query {
  const words = text.split(' ');
  return { said: words.map((word) => ({ ways: [{ words: [word], quality: 1, codes, literal: true }] })), words, unspecified: false };
}

const QUERIES = [
  queryOf('a'),
  queryOf('pain'),
  queryOf('right knee'),
  { ...queryOf('knee pain'), side: 'left' as const },
  { ...queryOf('fracture'), visit: 'initial' as const },
  queryOf('hypertension', ['I10']),
  queryOf('injection'),
  queryOf('service not covered'),
];

suite('rows that cannot come among those wanted', () => {
  test('the best row of an edition is found wherever it has more points than asked for', () => {
    for (const edition of editions) {
      for (const query of QUERIES) {
        const all = scoreEdition(edition, query, 20, new Map());
        if (all.length === 0) continue;
        const used = new Map([[all[all.length - 1].row, 2]]);
        for (const known of [new Map<number, number>(), used]) {
          const [best] = scoreEdition(edition, query, 20, known);
          const found = scoreEdition(edition, query, 20, known, undefined, false, best.score - 0.01);
          assert.deepEqual(found[0], best, `${edition.manifest.id}: ${query.words.join(' ')}`);
        }
      }
    }
  });
  test('nothing is looked for where more is asked for than any row can have', () => {
    for (const edition of editions) assert.deepEqual(scoreEdition(edition, QUERIES[1], 20, new Map(), undefined, false, 40), []);
  });
});

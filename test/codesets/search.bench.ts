// Prints how good and how fast the search is over the full official list, beside minisearch and fuse.js on the same queries.
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { CodeEntry } from '../../codesets/code-set';
import { importRelease } from '../../codesets/importers';
import { openEdition } from '../../codesets/edition';
import { openCodeSets } from '../../codesets/open';
import { inStarter, starterEditions } from './starter-sets';
import { officialFile, whyNoOfficial } from './official';
import { evaluate, everydayQueries, laterLists, unseenQueries } from './search-evaluation';

const date = '2026-09-01';
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const milliseconds = (time: number): string => `${time.toFixed(2)} ms`;

/** The time that a share of all calls does not exceed. */
function within(times: readonly number[], share: number): number {
  return [...times].sort((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}

function report(name: string, times: readonly number[], first: number, ten: number): void {
  console.log(
    `${name.padEnd(52)} hit@1 ${percent(first)}  hit@10 ${percent(ten)}  ` +
      `p50 ${milliseconds(within(times, 0.5))}  p99 ${milliseconds(within(times, 0.99))}  max ${milliseconds(within(times, 1))}`,
  );
}

const starter = openCodeSets(starterEditions());
evaluate(starter, date);
const small = evaluate(starter, date);
report('starter list, ICD-10-CM', small.times, small.first, small.ten);

const why = whyNoOfficial();
if (why) console.log(`full list: ${why}`);
else {
  const file = officialFile('icd10cm/fy2026-code-descriptions.zip', /order-2026/);
  const began = performance.now();
  const release = importRelease([file], { source: '', retrieved: '', sha256: '' }, undefined, inStarter);
  if (typeof release === 'string') throw new Error(release);
  const [{ manifest, bytes }] = release;
  const time = milliseconds(performance.now() - began);
  console.log(`import of a year                   ${time}, ${(bytes.length / 1e6).toFixed(1)} MB compiled`);
  const before = process.memoryUsage();
  const opening = performance.now();
  const sets = openCodeSets([{ manifest, open: () => bytes.slice() }, ...starterEditions()]);
  sets.search('htn', { date });
  const after = process.memoryUsage();
  const grown = (after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / 1e6;
  console.log(`open and first answer              ${milliseconds(performance.now() - opening)}, ${grown.toFixed(1)} MB more in memory`);
  const cold = evaluate(sets, date);
  report('full list, first time', cold.times, cold.first, cold.ten);
  evaluate(sets, date);
  const warm = evaluate(sets, date);
  report('full list', warm.times, warm.first, warm.ten);
  const second = evaluate(sets, date, unseenQueries);
  report('full list, second list of queries', second.times, second.first, second.ten);
  for (const { name, queries, firstSight } of laterLists) {
    const [now, small] = [evaluate(sets, date, queries), evaluate(starter, date, queries)];
    report(`full list, ${name}`, now.times, now.first, now.ten);
    report(`starter list, ${name}`, small.times, small.first, small.ten);
    const shares = ([first, ten]: readonly [number, number]): string => `hit@1 ${percent(first)} hit@10 ${percent(ten)}`;
    console.log(`  at first sight: full ${shares(firstSight.full)}, starter ${shares(firstSight.starter)}  (${queries.length} queries)`);
  }
  console.log(`not found: ${warm.misses.join('; ') || 'nothing'}`);
  const keystrokes = everydayQueries.flatMap(({ query }) => Array.from(query, (_, index) => query.slice(0, index + 1)));
  const typing = keystrokes.map((query) => {
    const start = performance.now();
    sets.search(query, { date, limit: 20 });
    return performance.now() - start;
  });
  const [half, nearlyAll] = [within(typing, 0.5), within(typing, 0.99)];
  console.log(
    `every keystroke of every query     p50 ${milliseconds(half)}  p99 ${milliseconds(nearlyAll)}  (${typing.length} searches, all sets)`,
  );

  const edition = openEdition(bytes);
  if (typeof edition !== 'string') {
    const rows = Array.from({ length: edition.count }, (_, row) => edition.entryAt(row));
    const mini = new MiniSearch<CodeEntry>({
      fields: ['code', 'title'],
      idField: 'code',
      searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' },
    });
    mini.addAll(rows);
    for (const [name, list] of [
      ['minisearch, first list', everydayQueries],
      ['minisearch, second list', unseenQueries],
      ['minisearch, sixth list', laterLists[3].queries],
    ] as const) {
      const result = evaluate(sets, date, list, (query) =>
        mini
          .search(query)
          .slice(0, 10)
          .map((found) => String(found.id)),
      );
      report(name, result.times, result.first, result.ten);
    }
    const fuse = new Fuse(rows, { keys: ['code', 'title'], ignoreLocation: true });
    const times = ['htn', 'type 2 diab hyperg', 'right knee pain'].map((query) => {
      const start = performance.now();
      const found = fuse
        .search(query, { limit: 10 })
        .map((result) => result.item.code)
        .slice(0, 3)
        .join(' ');
      const time = performance.now() - start;
      console.log(`fuse.js ${query.padEnd(26)} ${milliseconds(time)}  ${found || 'nothing'}`);
      return time;
    });
    console.log(`fuse.js over three of these queries  median ${milliseconds(within(times, 0.5))}`);
  }
}

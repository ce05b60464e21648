// How long the server works at a completion while a diagnosis is typed, key by key, with all sets; the way there and back is not in it.
import { unpackFiles } from '../../../codesets/archive';
import { importRelease } from '../../../codesets/importers';
import { openCodeSets } from '../../../codesets/open';
import { completions } from '../../../server/features/completion/completion';
import { officialArchive, whyNoOfficial } from '../../codesets/official';
import { everydayQueries, unseenQueries } from '../../codesets/search-evaluation';
import { inStarter, starterEditions } from '../../codesets/starter-sets';
import { worldWith } from '../../kit/scene';

const RELEASES = ['icd10cm/fy2026-code-descriptions.zip', 'icd10pcs/fy2026-pcs-order.zip', 'hcpcs/2020-oct-anweb.xlsx'];
/** Each key so many times. */
const PASSES = 3;
const URI = 'file:///practice/bench.encounter',
  HEAD = 'encounter E1\n  date  2026-09-01\n  diagnoses\n    A  ';

export default async function run(): Promise<void> {
  const why = whyNoOfficial();
  if (why) {
    console.log(why);
    return;
  }
  const editions = starterEditions();
  for (const archive of RELEASES) {
    const files = await unpackFiles([officialArchive(archive)]);
    const release = importRelease(files, { source: '', retrieved: '', sha256: '' }, undefined, inStarter);
    if (typeof release === 'string') throw new Error(release);
    for (const { manifest, bytes } of release) editions.push({ manifest, open: () => bytes.slice() });
  }
  const world = { ...worldWith({}), codes: openCodeSets(editions) };
  const times: number[] = [];
  const best = new Map<string, number>();
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const { query } of [...everydayQueries, ...unseenQueries]) {
      for (let length = 1; length <= query.length; length += 1) {
        const text = HEAD + query.slice(0, length);
        const start = performance.now();
        world.project.set(URI, text, 'superbill');
        const document = world.project.superbill(URI);
        if (document) completions(document, text.length, world, true);
        const time = performance.now() - start;
        times.push(time);
        best.set(text, Math.min(best.get(text) ?? Infinity, time));
      }
    }
  }
  console.log(`the first completion of all: ${ms(times[0])}`);
  report(`each of ${times.length} keys`, times);
  report(`the best of ${PASSES} times, without what else the machine does`, [...best.values()]);
}

function report(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const within = (share: number): string => ms(sorted[Math.floor((sorted.length - 1) * share)]);
  console.log(`${what}: p50 ${within(0.5)}  p99 ${within(0.99)}  max ${within(1)}  (aim: p99 within 5 ms)`);
}

const ms = (time: number): string => `${time.toFixed(2)} ms`;

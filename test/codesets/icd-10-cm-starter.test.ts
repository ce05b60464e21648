// The starter list of ICD-10-CM: its order and families, and every code and title against the official releases.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from '../../codesets/code-set';
import { readZipEntry } from './zip';

const folder = path.join(process.cwd(), 'codesets', 'icd-10-cm');
const releases = path.join(process.cwd(), '..', 'shared', 'data', 'icd10cm');

interface Row {
  readonly code: string;
  readonly bare: string;
  readonly title: string;
  readonly billable: string;
}
interface Official {
  readonly title: string;
  readonly billable: string;
}

const text = readFileSync(path.join(folder, 'codes.tsv'), 'utf8');
const rows = readRows(text);
const known = new Set(rows.map((row) => row.bare));

suite('ICD-10-CM starter list', () => {
  test('has its header, three columns a row and a line end after the last row', () => {
    const lines = text.split('\n');
    assert.equal(lines[0], 'code\ttitle\tbillable');
    assert.equal(lines.at(-1), '');
    assert.deepEqual(
      lines.slice(1, -1).filter((line) => line.split('\t').length !== 3 || line !== line.trim()),
      [],
    );
    assert.ok(!text.includes('\r'));
  });

  test('is sorted by code in byte order, without duplicates', () => {
    const wrong = rows.filter((row, index) => index > 0 && (rows[index - 1]?.code ?? '') >= row.code);
    assert.deepEqual(
      wrong.map((row) => row.code),
      [],
    );
  });

  test('has well-formed codes and titles', () => {
    const wrong = rows.filter(
      (row) =>
        !/^[A-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})?$/.test(row.code) ||
        !/^[01]$/.test(row.billable) ||
        row.title === '' ||
        row.title !== row.title.replace(/\s+/g, ' ').trim(),
    );
    assert.deepEqual(
      wrong.map((row) => row.code),
      [],
    );
  });

  test('has the category and every level above each code', () => {
    const orphans = rows.flatMap((row) =>
      above(row.bare)
        .filter((code) => !known.has(code))
        .map((code) => `${row.code} lacks ${code}`),
    );
    assert.deepEqual(orphans, []);
  });

  test('calls a code billable exactly when nothing stands below it', () => {
    const withChildren = new Set(rows.flatMap((row) => prefixes(row.bare)));
    const wrong = rows.filter((row) => (row.billable === '1') === withChildren.has(row.bare));
    assert.deepEqual(
      wrong.map((row) => `${row.code} ${row.billable}`),
      [],
    );
  });

  test('covers what practices bill', () => {
    const billable = rows.filter((row) => row.billable === '1').length;
    assert.ok(billable >= 3000, `${billable} billable codes`);
  });

  test('agrees with its manifest', () => {
    const manifest: Manifest = JSON.parse(readFileSync(path.join(folder, 'set.json'), 'utf8'));
    const sha256 = createHash('sha256').update(text).digest('hex');
    assert.deepEqual(
      { count: manifest.count, sha256: manifest.sha256, columns: manifest.columns },
      { count: rows.length, sha256, columns: ['code', 'title', 'billable'] },
      `set.json is stale: it should say "count": ${rows.length}, "sha256": "${sha256}"`,
    );
  });

  test('stands on chapters and blocks that hold every category', () => {
    const ranges = readFileSync(path.join(folder, 'blocks.tsv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
    const holds = (kind: string, category: string) =>
      ranges.filter(([range = '', of]) => {
        const [first = '', last = first] = range.split('-');
        return of === kind && first <= category && category <= last;
      }).length;
    const categories = rows.filter((row) => row.bare.length === 3).map((row) => row.bare);
    assert.equal(ranges.filter(([, kind]) => kind === 'chapter').length, 22);
    assert.deepEqual(
      categories.filter((category) => holds('chapter', category) !== 1 || holds('block', category) !== 1),
      [],
    );
  });

  test('equals the official releases of fiscal years 2026 or 2027', function () {
    if (!existsSync(releases)) {
      console.log('      skipped: ../shared/data/icd10cm is not on this machine');
      this.skip();
    }
    const years = [release('fy2027-derived-order.zip'), release('fy2026-code-descriptions.zip')];
    assert.deepEqual(
      rows.flatMap((row) => difference(row, years)),
      [],
    );
  });

  test('has all billable siblings of each billable code', function () {
    if (!existsSync(releases)) {
      console.log('      skipped: ../shared/data/icd10cm is not on this machine');
      this.skip();
    }
    const official = [...release('fy2027-derived-order.zip')].filter(([, { billable }]) => billable === '1').map(([code]) => code);
    const families = new Set(rows.filter((row) => row.billable === '1' && row.bare.length > 3).map((row) => family(row.bare)));
    assert.deepEqual(
      official.filter((code) => code.length > 3 && families.has(family(code)) && !known.has(code)),
      [],
    );
  });
});

function readRows(source: string): Row[] {
  return source
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code = '', title = '', billable = ''] = line.split('\t');
      return { code, bare: code.replace('.', ''), title, billable };
    });
}

/** Every shorter code, down to the category. */
function prefixes(bare: string): string[] {
  return Array.from({ length: Math.max(0, bare.length - 3) }, (_, index) => bare.slice(0, index + 3));
}

/** The codes above, without the placeholders that fill up to a seventh character. */
function above(bare: string): string[] {
  return prefixes(bare).filter((code) => code.length === 3 || !/X$/.test(code));
}

/** What a code shares with its siblings: all but its last character, placeholders aside. */
function family(bare: string): string {
  return bare.slice(0, -1).replace(/X+$/, '');
}

const read = new Map<string, Map<string, Official>>();

/** The codes of an order file by code without dot; each file is read once. */
function release(file: string): Map<string, Official> {
  const before = read.get(file);
  if (before) return before;
  const order = readZipEntry(readFileSync(path.join(releases, file)), /order[-_]20\d\d\.txt$/);
  assert.ok(order, `${file} holds no order file`);
  const lines = order
    .toString('latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const codes = new Map(lines.map((line) => [line.slice(6, 14).trim(), { title: line.slice(77).trim(), billable: line.charAt(14) }]));
  read.set(file, codes);
  return codes;
}

/** What a row says otherwise than all of these releases; empty where it agrees with one. */
function difference(row: Row, years: readonly Map<string, Official>[]): string[] {
  const found = years.map((year) => year.get(row.bare)).filter((official) => official !== undefined);
  if (found.length === 0) return [`${row.code} is in neither release`];
  if (found.some((official) => official.title === row.title && official.billable === row.billable)) return [];
  return [`${row.code}: ${row.title} (${row.billable}); official: ${found[0]?.title} (${found[0]?.billable})`];
}

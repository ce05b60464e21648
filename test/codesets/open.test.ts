// Look-ups by date over one edition and over several side by side; the tree of diagnosis codes.
import assert from 'node:assert/strict';
import type { Manifest } from '../../codesets/code-set';
import { compileEdition } from '../../codesets/compile';
import { holdsCode, openEdition, readManifest } from '../../codesets/edition';
import { type EditionSource, openCodeSets } from '../../codesets/open';
import { type Row, readBlocks, readRows } from '../../codesets/rows';

const blocks = readBlocks('range\tkind\ttitle\nA00-B99\tchapter\tOne\nA00-A09\tblock\tTwo\nA10-B99\tblock\tThree');
const first = 'code\ttitle\tbillable\nA00\tCholera\t0\nA00.0\tCholera, classical\t1\nA00.9\tCholera, unspecified\t1\nB01\tOld one\t1';
const second = 'code\ttitle\tbillable\nA00\tCholera\t0\nA00.0\tCholera, classical\t0\nA00.01\tNew one\t1\nA00.9\tCholera, unspecified\t1';

function source(edition: string, from: string, to: string | undefined, rows: readonly Row[]): EditionSource {
  const manifest: Manifest = {
    id: 'icd-10-cm',
    title: 'Diagnoses',
    publisher: '',
    edition,
    effective: { from, ...(to ? { to } : {}) },
    source: '',
    retrieved: '',
    sha256: '',
    licence: '',
    columns: ['code', 'title', 'billable'],
    count: rows.length,
  };
  return { manifest, open: () => compileEdition(manifest, rows, blocks) };
}

const years = openCodeSets([
  source('FY2026', '2025-10-01', '2026-09-30', readRows(first)),
  source('FY2027', '2026-10-01', '2027-09-30', readRows(second)),
  source('starter', '2000-01-01', undefined, readRows(`${first}\nZ99\tOnly in the starter\t1`)),
]);

suite('code sets', () => {
  test('a code is found with and without dot, in any case', () => {
    for (const code of ['A00.9', 'a009', ' a00.9 ']) {
      const found = years.find('icd-10-cm', code, '2026-01-01');
      assert.equal(found.status === 'active' && found.entry.code, 'A00.9');
      assert.equal(found.status === 'active' && found.entry.title, 'Cholera, unspecified');
    }
  });
  test('a code that comes next year is not yet good, with its first day', () => {
    const before = years.find('icd-10-cm', 'A00.01', '2026-09-30');
    assert.equal(before.status === 'retired' && before.entry.from, '2026-10-01');
    assert.equal(years.find('icd-10-cm', 'A00.01', '2026-10-01').status, 'active');
  });
  test('a code that was deleted is retired, with its last day', () => {
    assert.equal(years.find('icd-10-cm', 'B01', '2026-09-30').status, 'active');
    const after = years.find('icd-10-cm', 'B01', '2026-10-01');
    assert.equal(after.status === 'retired' && after.entry.to, '2026-09-30');
  });
  test('an absent code is surely unknown only where the edition covers the date', () => {
    assert.deepEqual(years.find('icd-10-cm', 'Z99', '2026-10-01'), { status: 'unknown', unsure: false });
    assert.deepEqual(years.find('icd-10-cm', 'Z98', '2029-01-01'), { status: 'unknown', unsure: true });
    assert.deepEqual(years.find('rarc', 'N1', '2026-10-01'), { status: 'unknown', unsure: true });
    assert.equal(years.find('icd-10-cm', '', '2026-10-01').status, 'unknown');
  });
  test('the code that took the place of a deleted one is told by its title', () => {
    const before = `${first}\nC10.1\tSame title, of something\t1\nC10.2\tTwice there\t1`;
    const after = `${second}\nC10.8\tSame title, of something\t1\nC10.9\tSame title, of something else\t1\nC11\tTwice there\t1\nC12\tTwice there\t1`;
    const sets = openCodeSets([
      source('FY2025', '2024-10-01', '2025-09-30', readRows(before)),
      source('FY2026', '2025-10-01', '2026-09-30', readRows(before)),
      source('FY2027', '2026-10-01', '2027-09-30', readRows(after)),
    ]);
    const gone = sets.find('icd-10-cm', 'C10.1', '2026-10-01');
    assert.deepEqual(
      [gone.status, gone.status === 'retired' && gone.replacedBy, gone.status === 'retired' && gone.entry.to],
      ['retired', 'C10.8', '2026-09-30'],
    );
    const unclear = sets.find('icd-10-cm', 'C10.2', '2026-10-01');
    assert.equal(unclear.status === 'retired' && unclear.replacedBy, undefined);
    const early = sets.find('icd-10-cm', 'C10.8', '2025-01-01');
    assert.equal(early.status === 'retired' && early.entry.from, '2026-10-01');
  });
  test('of a date that no edition covers nothing is sure', () => {
    const found = years.find('icd-10-cm', 'A00.0', '2024-01-01');
    assert.equal(found.status === 'active' && found.unsure, true);
    assert.equal(years.find('icd-10-cm', 'A00.0', '2026-01-01').unsure, undefined);
    // What a later or the shipped list has stands in where the edition at hand is of another time.
    const later = years.find('icd-10-cm', 'Z99', '2029-01-01');
    assert.equal(later.status === 'active' && later.unsure, true);
    const starter = openCodeSets([source('starter FY2027', '2026-10-01', undefined, readRows(first))]);
    assert.deepEqual(
      [starter.find('icd-10-cm', 'A00', '2026-09-30').unsure, starter.find('icd-10-cm', 'A00', '2026-10-01').unsure],
      [true, undefined],
    );
  });
  test('a list of every quarter speaks for three months', () => {
    const manifest = { ...source('2026-10', '2026-10-01', undefined, []).manifest, id: 'hcpcs' as const };
    const sets = openCodeSets([{ manifest, open: () => compileEdition(manifest, readRows('code\ttitle\nA0001\tOne')) }]);
    assert.deepEqual(sets.find('hcpcs', 'A0002', '2026-12-31'), { status: 'unknown', unsure: false });
    assert.deepEqual(sets.find('hcpcs', 'A0002', '2027-01-01'), { status: 'unknown', unsure: true });
  });
  test('a code that has become a category is not billable any more', () => {
    const then = years.find('icd-10-cm', 'A00.0', '2026-09-30');
    const now = years.find('icd-10-cm', 'A00.0', '2026-10-01');
    assert.equal(then.status === 'active' && then.entry.billable, true);
    assert.equal(now.status === 'active' && now.entry.billable, false);
  });
  test('children and parents, through category, block and chapter', () => {
    const codes = (entries: readonly { code: string }[]): string[] => entries.map((entry) => entry.code);
    assert.deepEqual(codes(years.children('icd-10-cm', 'a00', '2026-10-01')), ['A00.0', 'A00.9']);
    assert.deepEqual(codes(years.children('icd-10-cm', 'A00.0', '2026-10-01')), ['A00.01']);
    assert.deepEqual(codes(years.children('icd-10-cm', 'A00.01', '2026-10-01')), []);
    assert.deepEqual(codes(years.parents('icd-10-cm', 'A0001', '2026-10-01')), ['A00.0', 'A00', 'A00-A09', 'A00-B99']);
    assert.deepEqual(codes(years.children('icd-10-cm', 'A00-B99', '2026-10-01')), ['A00-A09', 'A10-B99']);
    assert.deepEqual(codes(years.children('icd-10-cm', 'A00-A09', '2026-10-01')), ['A00']);
    assert.deepEqual(codes(years.parents('icd-10-cm', 'A00-A09', '2026-10-01')), ['A00-B99']);
    assert.deepEqual(years.children('hcpcs', 'A00', '2026-10-01'), []);
  });
  test('dates of single codes, and the code that takes the place of one', () => {
    const manifest = { ...source('2026', '2000-01-01', undefined, []).manifest, id: 'hcpcs' as const };
    const rows = readRows('code\ttitle\tfrom\tto\treplacedBy\nJ1\tOld drug\t\t2025-12-31\tJ2\nJ2\tNew drug\t2026-01-01\t\t');
    const sets = openCodeSets([{ manifest, open: () => compileEdition(manifest, rows) }]);
    const gone = sets.find('hcpcs', 'j1', '2026-01-01');
    assert.equal(gone.status === 'retired' && gone.replacedBy, 'J2');
    assert.equal(sets.find('hcpcs', 'J1', '2025-12-31').status, 'active');
    assert.equal(sets.find('hcpcs', 'J2', '2025-12-31').status, 'retired');
    assert.deepEqual(
      sets.list('hcpcs', '2026-06-01').map((entry) => entry.code),
      ['J2'],
    );
  });
  test('numbers with and without leading zeros', () => {
    const manifest = { ...source('2026', '2000-01-01', undefined, []).manifest, id: 'place-of-service' as const };
    const sets = openCodeSets([{ manifest, open: () => compileEdition(manifest, readRows('code\ttitle\n02\tTwo\n11\tOffice\n2\tX')) }]);
    const office = sets.find('place-of-service', '011', '2026-01-01');
    assert.equal(office.status === 'active' && office.entry.title, 'Office');
  });
  test('a zero before letters belongs to the code', () => {
    const manifest = { ...source('2026', '2000-01-01', undefined, []).manifest, id: 'modifiers' as const };
    const sets = openCodeSets([{ manifest, open: () => compileEdition(manifest, readRows('code\ttitle\n25\tTwenty-five\nFT\tFT')) }]);
    assert.equal(sets.find('modifiers', '0FT', '2026-01-01').status, 'unknown');
    assert.equal(sets.find('modifiers', 'FT', '2026-01-01').status, 'active');
  });
  test('all editions, newest first', () => {
    assert.deepEqual(
      years.editions().map((manifest) => manifest.edition),
      ['FY2027', 'FY2026', 'starter'],
    );
  });
});

suite('compiled editions', () => {
  const bytes = source('FY2026', '2025-10-01', undefined, readRows(`${first}\nC00.1\tMénière's “disease”, Type I\t1`)).open();
  test('titles come back letter by letter', () => {
    const edition = openEdition(bytes);
    assert.ok(typeof edition !== 'string');
    assert.equal(edition.titleAt(edition.rowOf('C001')), "Ménière's “disease”, Type I");
  });
  test('the head of a file tells its manifest', () => {
    const manifest = readManifest(bytes.slice(0, 4096));
    assert.ok(typeof manifest !== 'string');
    assert.equal(manifest.edition, 'FY2026');
    assert.equal(manifest.count, 5);
  });
  test('damage anywhere is found, and the reason given', () => {
    for (let place = 0; place < bytes.length; place += 37) {
      const damaged = bytes.slice();
      damaged[place] ^= 0x20;
      assert.equal(typeof openEdition(damaged), 'string', `byte ${place}`);
    }
    for (const length of [0, 7, 15, 16, 100, bytes.length - 8]) assert.equal(typeof openEdition(bytes.slice(0, length)), 'string');
  });
  test('a damaged edition is reported and left out; the others answer', () => {
    const good = source('FY2026', '2025-10-01', undefined, readRows(first));
    const bad = { ...source('FY2027', '2026-10-01', undefined, readRows(second)), open: () => bytes.slice(0, 99) };
    const problems: string[] = [];
    const sets = openCodeSets([good, bad], (problem) => problems.push(problem));
    assert.equal(sets.find('icd-10-cm', 'B01', '2026-11-01').status, 'active');
    assert.deepEqual(problems, ['Diagnoses FY2027: the file is cut off']);
  });
  test('a few bytes tell whether a code is there', () => {
    const bytes = source('FY2026', '2025-10-01', undefined, readRows(first)).open();
    const holds = (key: string, from = bytes): boolean => holdsCode((at, length) => from.subarray(at, at + length), key);
    assert.deepEqual(
      ['A00', 'A000', 'A009', 'B01', 'A0', 'A001', 'A0000', 'B011', '', 'ZZZ', 'A'].filter((key) => holds(key)),
      ['A00', 'A000', 'A009', 'B01'],
    );
    assert.equal(holds('A00', new Uint8Array()), false);
    assert.equal(holds('A00', new Uint8Array(64).fill(7)), false);
    assert.equal(holds('A00', bytes.subarray(0, 30)), false);
  });
  test('an edition of another year is opened only for a code that it has', () => {
    const opened: string[] = [];
    const watched = (edition: string, from: string, to: string, text: string): EditionSource => {
      const made = source(edition, from, to, readRows(text)),
        bytes = made.open();
      const holds = (key: string): boolean => holdsCode((at, length) => bytes.subarray(at, at + length), key);
      return { manifest: made.manifest, holds, open: () => (opened.push(edition), bytes) };
    };
    const sets = openCodeSets([
      watched('FY2026', '2025-10-01', '2026-09-30', first),
      watched('FY2027', '2026-10-01', '2027-09-30', second),
    ]);
    assert.equal(sets.find('icd-10-cm', 'B12', '2026-11-01').status, 'unknown');
    assert.deepEqual(opened, ['FY2027']);
    assert.equal(sets.find('icd-10-cm', 'B01', '2026-11-01').status, 'retired');
    assert.deepEqual(opened, ['FY2027', 'FY2026']);
  });
  test('an edition without a single code', () => {
    const empty = openCodeSets([source('FY2026', '2025-10-01', undefined, [])]);
    assert.equal(empty.find('icd-10-cm', 'A00', '2026-01-01').status, 'unknown');
    assert.deepEqual(empty.list('icd-10-cm', '2026-01-01'), []);
    assert.deepEqual(empty.search('cholera', { date: '2026-01-01' }), []);
  });
});

// Importers: publishers' layouts told by content, wrong or cut files refused whole with the line and the reason.
import assert from 'node:assert/strict';
import { type CompiledEdition, type SourceFile, importRelease } from '../../codesets/importers';
import { openEdition } from '../../codesets/edition';
import { openCodeSets } from '../../codesets/open';
import { officialFile, whyNoOfficial } from './official';

const origin = { source: 'a file', retrieved: '2026-11-21', sha256: 'ab' };
const file = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });
const order = (lines: readonly [string, 0 | 1, string][]): string =>
  lines
    .map(
      ([code, billable, title], index) =>
        `${String(index + 1).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${title.slice(0, 60).padEnd(60)} ${title}`,
    )
    .join('\r\n');
const small = order([
  ['A00', 0, 'Cholera'],
  ['A009', 1, 'Cholera, unspecified'],
  ['Z99', 0, 'Dependence'],
  ['Z998', 1, 'Other dependence'],
]);
const record = (code: string, kind: string, title: string, dates = '2020010120200101        N'): string =>
  `${code.padStart(5)}00100${kind}${title.padEnd(80)}${'short'.padEnd(28)}`.padEnd(268) + dates.padEnd(52);
const hcpcs = [
  '***Disclaimers',
  record('A0021', '3', 'Ambulance service, outside'),
  record('A0021', '4', 'state, per mile'),
  record('D0120', '3', 'Dental'),
  record('V2020', '3', 'Frames', '201501012015010120251231N'),
  record('   A1', '7', 'Dressing for one wound'),
].join('\n');

function imported(files: readonly SourceFile[], edition?: string): CompiledEdition[] {
  const result = importRelease(files, origin, edition);
  assert.ok(typeof result !== 'string', String(result));
  return result;
}

function refused(text: string, reason: RegExp, name = 'icd10cm-order-2026.txt', edition?: string): void {
  const result = importRelease([file(name, text)], origin, edition);
  assert.ok(typeof result === 'string', 'was not refused');
  assert.match(result, reason);
}

suite('import of order files', () => {
  test('diagnoses: codes, billable flags, titles, fiscal year', () => {
    const [edition] = imported([file('icd10cm-order-2026.txt', small), file('notes.pdf', '%PDF\0')]);
    assert.equal(edition.manifest.edition, 'FY2026');
    assert.deepEqual(edition.manifest.effective, { from: '2025-10-01', to: '2026-09-30' });
    const sets = openCodeSets([{ manifest: edition.manifest, open: () => edition.bytes }]);
    const found = sets.find('icd-10-cm', 'A00.9', '2026-01-01');
    assert.equal(found.status === 'active' && found.entry.title, 'Cholera, unspecified');
    assert.equal(sets.parents('icd-10-cm', 'A009', '2026-01-01').at(-1)?.code, 'A00-B99');
  });
  test('the layout is told by the content, the year may be said by the user', () => {
    assert.equal(imported([file('x.dat', small)], 'FY2025')[0].manifest.edition, 'FY2025');
    refused(small, /fiscal year stands in none/, 'x.dat');
  });
  test('procedures are told from diagnoses by their codes', () => {
    const text = order([
      ['001', 0, 'Bypass'],
      ['0016070', 1, 'Bypass Cerebral'],
      ['XY0', 0, 'Other'],
      ['XY0YX37', 1, 'Other one'],
    ]);
    assert.equal(imported([file('order_2026.txt', text)])[0].manifest.id, 'icd-10-pcs');
  });
  test('what is wrong is refused with line and reason', () => {
    refused(small.replace('00003', '00007'), /line 3: has the order number 00007 where 00003 belongs/);
    refused(small.replace('A009 ', 'A00  '), /line 2: A00 stands there twice/);
    refused(`${small}\r\ngarbage`, /line 5: is not laid out/);
    refused(small.slice(0, small.indexOf('00003')), /the list ends with A00.9: the file is cut off/);
    refused(`${small.slice(0, -20)}`, /line 4: Z998 has no long title|line 4/);
    refused(`${small}\n${'x'.repeat(50_000)}`, /line 5: is far too long/);
  });
  test('a release without any known file is refused and named', () => {
    refused('hello\nworld', /no file of a known layout was found. It holds notes.txt/, 'notes.txt');
    assert.match(String(importRelease([], origin)), /It is empty/);
  });
});

suite('import of other files', () => {
  test('HCPCS: continuation, dates, modifiers beside ours, dental left out', () => {
    const [codes, modifiers] = imported([file('HCPC2020.txt', hcpcs)]);
    assert.equal(codes.manifest.edition, '2020-01');
    const sets = openCodeSets([codes, modifiers].map(({ manifest, bytes }) => ({ manifest, open: () => bytes })));
    const found = sets.find('hcpcs', 'a0021', '2026-01-01');
    assert.equal(found.status === 'active' && found.entry.title, 'Ambulance service, outside state, per mile');
    assert.equal(sets.find('hcpcs', 'V2020', '2026-01-01').status, 'retired');
    assert.equal(sets.find('hcpcs', 'D0120', '2026-01-01').status, 'unknown');
    assert.equal(sets.find('modifiers', 'a1', '2026-01-01').status, 'active');
    assert.equal(sets.find('modifiers', '25', '2026-01-01').status, 'active');
  });
  test('HCPCS: what is wrong is refused', () => {
    refused(hcpcs.replace(/V2020.*/, ''), /the list ends with D0120/);
    refused(hcpcs.replace('A0021001004', 'A0022001004'), /line 3: continues A0022/);
    refused(hcpcs.replace(/(V2020.{100}).*/, '$1'), /line 5: V2020 is cut off before its dates/);
    refused(`${hcpcs}\nend of file`, /line 7: is not a record/);
  });
  test('HCPCS as a spreadsheet', () => {
    const heading = 'HCPC\tSEQNUM\tRECID\tLONG DESCRIPTION\tSHORT DESCRIPTION\tADD DT\tACT EFF DT\tTERM DT';
    const text = `Some remark\n\n${heading}\nA1\t0010\t7\tDressing for one wound\tOne wound\t20020701\t20020701
A0021\t0010\t3\tAmbulance service,\tAmb\t20200101\t20200101\nA0021\t0020\t4\tper mile
V2020\t0010\t3\tFrames\tFrames\t20150101\t20150101\t20251231`;
    const [codes, modifiers] = imported([file('HCPC2020_OCT_ANWEB.xlsx', text)]);
    assert.deepEqual([codes.manifest.count, codes.manifest.edition], [2, '2020-01']);
    const sets = openCodeSets([codes, modifiers].map(({ manifest, bytes }) => ({ manifest, open: () => bytes })));
    const found = sets.find('hcpcs', 'A0021', '2020-02-01');
    assert.equal(found.status === 'active' && found.entry.title, 'Ambulance service, per mile');
    assert.equal(sets.find('hcpcs', 'V2020', '2026-02-01').status, 'retired');
    assert.equal(sets.find('modifiers', 'A1', '2020-02-01').status, 'active');
    refused(text.replace('A0021\t0010', 'A002\t0010'), /line 5: A002 is not a record/);
    refused(text.replace('Frames\tFrames', '\tFrames'), /line 7: V2020 has no description/);
    refused(text.replace(/V2020.*/, ''), /the list ends with A0021/);
  });
  test('HCPCS as a spreadsheet whose columns stand in another order, and as a plain table', () => {
    const turned =
      'RECID\tTERM DT\tLONG DESCRIPTION\tHCPC\tADD DT\n7\t\tDressing for one wound\tA1\t20020701\n' +
      '3\t20251231\tFrames\tV2020\t20150101';
    const [codes] = imported([file('list.xlsx', turned)]);
    const sets = openCodeSets([{ manifest: codes.manifest, open: () => codes.bytes }]);
    assert.equal(sets.find('hcpcs', 'V2020', '2026-02-01').status, 'retired');
    const table = 'kind\tcode\tshort\tlong\nmodifier\tA1\tOne wound\tDressing for one wound\ncode\tV2020\tFrames\tFrames, any';
    const [plain, modifiers] = imported([file('2025-oct.tsv', table)]);
    assert.deepEqual([plain.manifest.edition, plain.manifest.count, modifiers.manifest.id], ['2025-10', 1, 'modifiers']);
    assert.equal(imported([file('x.tsv', table)], '2025-07')[0].manifest.edition, '2025-07');
    refused(table, /first day stands neither in its rows nor in a file name/, 'x.tsv');
    refused(table.replace('code\tV2020', 'other\tV2020'), /line 3: V2020 is not a record/, '2025-oct.tsv');
  });
  test('a text that a spreadsheet saved in UTF-16', () => {
    const words = '99213\tVisit\tA visit\tA visit of our own words\n99214\tVisit\tA visit\tA longer visit\n';
    for (const [mark, swap] of [
      [0xfeff, false],
      [0xfffe, true],
    ] as const) {
      const units = Uint16Array.from([mark, ...[...words].map((sign) => (swap ? sign.charCodeAt(0) << 8 : sign.charCodeAt(0)))]);
      const [edition] = imported([{ name: 'cpt.txt', bytes: new Uint8Array(units.buffer) }], '2026');
      assert.deepEqual([edition.manifest.id, edition.manifest.count], ['cpt', 2]);
    }
  });
  test('a file that lies twice in a release is read once; an empty one is said to be empty', () => {
    assert.equal(imported([file('a/icd10cm-order-2026.txt', small), file('b/icd10cm-order-2026.txt', small)]).length, 1);
    refused('', /It is empty/, 'empty.txt');
  });
  test('taxonomy csv with quotes', () => {
    const text =
      '"Code","Grouping","Classification","Specialization","Definition","Notes","Display Name","Section"\n' +
      '"207Q00000X","Group","Family Medicine","","A ""quoted"" text,\nover two lines","","Family Medicine Physician","Individual"\n';
    const [edition] = imported([file('nucc_taxonomy_261.csv', text)]);
    assert.equal(edition.manifest.edition, '261');
    const sets = openCodeSets([{ manifest: edition.manifest, open: () => edition.bytes }]);
    const found = sets.find('taxonomy', '207q00000x', '2026-01-01');
    assert.equal(found.status === 'active' && found.entry.title, 'Family Medicine Physician');
    refused(text.replace('207Q00000X', '207'), /line 2: 207 is not a taxonomy code/);
    refused(text.slice(0, 130), /quote that never ends/);
  });
  test("a user's CPT file, with and without header", () => {
    const lines = ['99999', '99998'].map((code) => `${code}\tSHORT\tMedium one\tA long one`).join('\n');
    for (const text of [`Code\tShort\tMedium\tLong\n${lines}`, lines]) {
      const [edition] = imported([file('cpt 2026.txt', text)]);
      assert.equal(edition.manifest.id, 'cpt');
      const sets = openCodeSets([{ manifest: edition.manifest, open: () => edition.bytes }]);
      const found = sets.find('cpt', '99998', '2026-06-01');
      assert.equal(found.status === 'active' && found.entry.title, 'A long one');
    }
    refused(`${lines}\n99999\tagain`, /line 3: 99999 stands there twice/, 'cpt2026.txt');
    refused(`${lines}\n99997\t`, /line 3: 99997 has no description/, 'cpt2026.txt');
  });
  test('no text makes an importer fall over', () => {
    const samples = [small, hcpcs, 'Code,Grouping,Classification,\n"', '99213\tx\n99214\ty'];
    for (const text of samples) {
      for (let cut = 0; cut <= text.length; cut += 19) {
        const bytes = new TextEncoder().encode(text.slice(0, cut) + text.slice(cut + 3));
        importRelease([{ name: 'x 2026', bytes }], origin);
        importRelease([{ name: 'x 2026', bytes: bytes.map((byte, index) => (index % 97 === 5 ? byte ^ 0x90 : byte)) }], origin);
      }
    }
  });
});

suite('import of official releases', function () {
  const why = whyNoOfficial();
  const titled = why ? `official releases (${why})` : 'official releases';
  (why ? test.skip : test)(`${titled}: every fiscal year side by side, a date decides`, () => {
    const editions = ['2026', '2027'].flatMap((year) => {
      const archive = year === '2027' ? 'icd10cm/fy2027-derived-order.zip' : `icd10cm/fy${year}-code-descriptions.zip`;
      return imported([officialFile(archive, /icd10cm.order.20\d\d\.txt$/)]);
    });
    assert.deepEqual(
      editions.map(({ manifest }) => manifest.count),
      [98_186, 98_403],
    );
    const sets = openCodeSets(editions.map(({ manifest, bytes }) => ({ manifest, open: () => bytes })));
    const [before, after] = editions.map(({ bytes }) => openEdition(bytes));
    assert.ok(typeof before !== 'string' && typeof after !== 'string');
    const row = Array.from({ length: after.count }, (_, index) => index).find((index) => before.rowOf(after.keyAt(index)) < 0);
    assert.ok(row !== undefined);
    const added = after.entryAt(row);
    assert.equal(sets.find('icd-10-cm', added.code, '2026-09-30').status, 'retired');
    assert.equal(sets.find('icd-10-cm', added.code, '2026-10-01').status, 'active');
    const gone = sets.find('icd-10-cm', 'T52.8X1A', '2026-10-01');
    assert.deepEqual([gone.status, gone.status === 'retired' && gone.replacedBy], ['retired', 'T52.891A']);
    assert.equal(sets.find('icd-10-cm', 'T52.8X1A', '2026-09-30').status, 'active');
    const entry = sets.find('icd-10-cm', 'E11.65', '2026-10-01');
    assert.equal(entry.status === 'active' && entry.entry.title, 'Type 2 diabetes mellitus with hyperglycemia');
  });
  (why ? test.skip : test)(`${titled}: HCPCS text file`, () => {
    const [codes, modifiers] = imported([officialFile('hcpcs/2019-alpha-numeric-hcpcs-file.zip', /ANWEB\.txt$/)]);
    assert.equal(codes.manifest.edition, '2019-01');
    assert.ok(codes.manifest.count > 6000 && modifiers.manifest.count > 300, `${codes.manifest.count} ${modifiers.manifest.count}`);
    const sets = openCodeSets([{ manifest: codes.manifest, open: () => codes.bytes }]);
    const drug = sets.find('hcpcs', 'J3301', '2019-06-01');
    assert.equal(drug.status === 'active' && drug.entry.title, 'Injection, triamcinolone acetonide, not otherwise specified, 10 mg');
  });
});

// Diagnosis edits, add-on edits and what fees are made from: read from the publisher's layouts, asked for by name and date.
import assert from 'node:assert/strict';
import type { CodeSets } from '../../codesets/code-set';
import { factsOn, valueOn, writeDated } from '../../codesets/dated';
import { importRelease } from '../../codesets/importers';
import { openCodeSets } from '../../codesets/open';
import { officialFile, whyNoOfficial } from './official';

const origin = { source: 'a file', retrieved: '2026-11-21', sha256: 'ab' };
const release = (name: string, text: string, edition?: string): ReturnType<typeof importRelease> =>
  importRelease([{ name, bytes: new TextEncoder().encode(text) }], origin, edition);

function open(...results: ReturnType<typeof importRelease>[]): CodeSets {
  return openCodeSets(
    results.flatMap((result) => {
      assert.ok(typeof result !== 'string', String(result));
      return result.map(({ manifest, bytes }) => ({ manifest, open: () => bytes }));
    }),
    assert.fail,
  );
}

function refused(name: string, text: string, reason: RegExp): void {
  const result = release(name, text);
  assert.match(typeof result === 'string' ? result : 'was not refused', reason);
}

suite('values that hold from one day to another', () => {
  test('a date decides which of them', () => {
    const cell = writeDated([
      { value: '12', to: '2019-09-30' },
      { value: '9', from: '2019-10-01' },
      { value: '9', from: '2019-10-01' },
    ]);
    assert.deepEqual([valueOn(cell, '2019-09-30'), valueOn(cell, '2019-10-01')], ['12', '9']);
    assert.equal(valueOn(writeDated([{ value: 'a', to: '2019-09-30' }]), '2020-01-01'), undefined);
    assert.equal(valueOn('as written', '2020-01-01'), 'as written');
    assert.equal(factsOn({ gone: writeDated([{ value: 'a', to: '2019-09-30' }]) }, '2020-01-01'), undefined);
  });
});

const flags =
  'code\tstart\tend\tattributes\nO800\t20151001\t20190930\tmaternity,unacceptable\nO800\t20191001\t\tmaternity\nZ998\t20201001\t\tunspecified\n';
const ages =
  'type\tmin\tmax\tstart\tend\nAdult\t15\t124\t19840301\t\nMaternity\t12\t55\t19840301\t20190930\nMaternity\t9\t64\t20191001\t\n' +
  'Newborn\t0\t0\t19840301\t\nPediatric\t0\t17\t19840301\t\n';

suite('diagnosis edits', () => {
  const sets = open(release('mce-v43.1-diagnosis-flags.tsv', flags), release('mce-v43.1-age-ranges.tsv', ages));
  test('attributes and ages on a date', () => {
    assert.deepEqual(sets.fact('icd-10-cm', 'diagnosis-edits', 'O80.0', '2019-09-30'), { maternity: 'yes', unacceptable: 'yes' });
    assert.deepEqual(sets.fact('icd-10-cm', 'diagnosis-edits', 'O80.0', '2019-10-01'), { maternity: 'yes' });
    assert.equal(sets.fact('icd-10-cm', 'diagnosis-edits', 'Z99.8', '2020-09-30'), undefined);
    assert.deepEqual(sets.fact('icd-10-cm', 'age-ranges', 'maternity', '2019-09-30'), { min: '12', max: '55' });
    assert.deepEqual(sets.fact('icd-10-cm', 'age-ranges', 'maternity', '2026-11-02'), { min: '9', max: '64' });
    assert.equal(sets.editions()[0].edition, 'v43.1');
  });
  test('what is wrong is refused', () => {
    refused('x', flags.replace('20191001', '2019'), /line 3: O800 has no date/);
    refused('x', flags.replace(/Z998.*/, ''), /the list ends with O800: the file is cut off/);
    refused('x', flags.replace('Z998\t20201001\t\tunspecified', 'Z998\t20201001'), /line 4: Z998 has no attribute/);
    refused('x', flags.replace('O800\t20151001', '800\t20151001'), /line 2: 800 is not a diagnosis code/);
    refused('x', ages.replace(/Pediatric.*/, ''), /has no ages for pediatric/);
    refused('x', ages.replace('\t12\t', '\ttwelve\t'), /line 3: Maternity has no ages/);
  });
});

const fixed = (cells: readonly string[]): string => cells.map((cell, column) => cell.padEnd([1, 5, 7, 5, 7, 7, 7, 0][column])).join('');
const edits = [
  ['1', '01953', '', '01952', '', '2013091', '', ''],
  ['1', '20931', '', '20930', '2025365', '2013091', '', ''],
  ['1', '20931', '', '22551', '', '2013091', '2024060', 'see the manual'],
  ['2', '99292', '2025365', 'CCCCC', '', '2013091', '', ''],
  ['3', '0054T', '', '27506', '', '2026001', '', ''],
];
const heading =
  'AOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\tAOC_Edit_DelDT\tSpecial_Instruction_Notes';
const columns = edits.map(fixed).join('\r\n');
const sheet = ['CPT codes are copyright', heading, ...edits.map((cells) => cells.join('\t'))].join('\n');

suite('add-on edits', () => {
  for (const [name, text] of [
    ['AOC_V2026Q1-MCR.txt', columns],
    ['AOC_V2026Q1-MCR.xlsx', sheet],
  ]) {
    test(`the services of which one must stand beside an add-on: ${name}`, () => {
      const sets = open(release(name, text));
      const on = (code: string, date: string): unknown => sets.fact('hcpcs', 'add-ons', code, date);
      assert.deepEqual(on('01953', '2026-11-02'), { type: '1', primaries: '01952' });
      assert.deepEqual(on('20931', '2024-02-29'), { type: '1', primaries: '20930\n22551', note: 'see the manual' });
      assert.deepEqual(on('20931', '2024-03-01'), { type: '1', primaries: '20930' });
      assert.equal(on('20931', '2026-01-01'), undefined);
      assert.deepEqual(on('99292', '2025-12-31'), { type: '2' });
      assert.deepEqual([on('0054t', '2025-12-31'), on('0054t', '2026-01-01')], [undefined, { type: '3', primaries: '27506' }]);
      assert.equal(sets.editions()[0].edition, '2026-Q1');
    });
  }
  test('what is wrong is refused', () => {
    refused('x', columns.replace('2013091', '2013399'), /line 1: 01953 01952 has no date/);
    refused('x', `${columns}\nmore of it`, /line 6: is not an add-on edit/);
    refused('x', columns.slice(0, -8), /line 5: is not an add-on edit/);
    refused('x.xlsx', sheet.replace('27506', '275'), /line 7: is not an add-on edit/);
  });
});

const localities = Array.from({ length: 110 }, (_, index) => [String(10_000 + index), String(index % 100).padStart(2, '0')] as const);
const indices = `ADDENDUM E. CY 2026\n,,,\nMAC,State,Locality Number,Locality Name,2026 PW GPCI,2026 PE GPCI,2026 MP GPCI\n${localities
  .map(([mac, locality]) => `${mac},AL,${locality},"NAME, ${mac}*",1.01,0.869,0.575`)
  .join('\n')}\n,,,\n*a remark,,,`;
const rates = `Contractor,Locality,Locality Name,National Anes CF of 20.3178\n${localities
  .map(([mac, locality]) => `${mac} ,${locality} ,NAME,19.31 `)
  .join('\n')}\n,,,`;

suite('fees beside relative values', () => {
  test('localities and anesthesia', () => {
    const units = 'CY 2026 base units\nCode\tBase Units\n00100\t5\n102\t6\n01999\t0\n';
    const sets = open(release('GPCI2026.csv', indices), release('ANES2026.csv', rates), release('anes2026.txt', units));
    assert.deepEqual(sets.fact('hcpcs', 'cost-indices', '1000101', '2026-11-02'), {
      state: 'AL',
      name: 'NAME, 10001',
      work: '1.01',
      office: '0.869',
      malpractice: '0.575',
    });
    assert.equal(sets.fact('hcpcs', 'cost-indices', '1000101', '2027-01-01'), undefined);
    assert.equal(sets.fact('hcpcs', 'anesthesia-rates', '1000101', '2026-11-02')?.conversion, '19.31');
    assert.equal(sets.fact('hcpcs', 'anesthesia-rates', 'NATIONAL', '2026-11-02')?.conversion, '20.3178');
    assert.deepEqual(sets.fact('hcpcs', 'anesthesia-units', '00102', '2026-11-02'), { base: '6' });
  });
  test('what is wrong is refused', () => {
    refused('GPCI2026.csv', indices.split('\n').slice(0, 60).join('\n'), /has 57 localities: the list is cut off/);
    refused('GPCI2026.csv', indices.replace('0.869', 'many'), /line 4: 10000 has no locality or no rates/);
    refused('ANES2026.csv', `${rates}\nwhat,is,this`, /what is not a contractor/);
    refused('ANES.csv', rates, /the year stands neither/);
    refused('anes2026.txt', 'Code\tBase Units\n00100\t5\n00102\t', /line 3: 00102 has no base units/);
  });
});

suite('official layers', () => {
  const why = whyNoOfficial();
  (why ? test.skip : test)(`diagnosis edits, localities, anesthesia${why ? ` (${why})` : ''}`, () => {
    const files = ['edits/mce-v43.1-diagnosis-flags.tsv.gz', 'edits/mce-v43.1-age-ranges.tsv', 'fees/GPCI2025.csv', 'fees/ANES2025.csv'];
    const sets = open(
      importRelease(
        files.map((name) => officialFile(name, /./)),
        origin,
      ),
    );
    assert.deepEqual(Object.fromEntries(sets.editions().map(({ layer, count }) => [layer, count])), {
      'anesthesia-rates': 110,
      'cost-indices': 109,
      'age-ranges': 4,
      'diagnosis-edits': 17_416,
    });
    assert.deepEqual(sets.fact('icd-10-cm', 'diagnosis-edits', 'A34', '2026-11-02'), { maternity: 'yes' });
    assert.deepEqual(sets.fact('hcpcs', 'cost-indices', '0210201', '2025-11-02'), {
      state: 'AK',
      name: 'ALASKA',
      work: '1.5',
      office: '1.081',
      malpractice: '0.592',
    });
    assert.equal(sets.fact('hcpcs', 'anesthesia-rates', '0210201', '2025-11-02')?.conversion, '27.86');
  });
});

// The alphabetic indexes lead the search to codes; addenda and the conversion table name what took the place of a deleted code.
import assert from 'node:assert/strict';
import { unpackFiles } from '../../codesets/archive';
import type { CodeSets } from '../../codesets/code-set';
import { importRelease } from '../../codesets/importers';
import { openCodeSets } from '../../codesets/open';
import { officialArchive, whyNoOfficial } from './official';

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

const order = (codes: readonly [string, 0 | 1, string][]): string =>
  codes
    .map(
      ([code, billable, title], index) =>
        `${String(index + 1).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${title.slice(0, 60).padEnd(60)} ${title}`,
    )
    .join('\n');
const diagnoses = order([
  ['T39', 0, 'Poisoning by nonopioid analgesics'],
  ['T39011A', 1, 'Poisoning by aspirin, accidental (unintentional), initial encounter'],
  ['T45', 0, 'Poisoning by systemic agents'],
  ['T45515A', 1, 'Adverse effect of anticoagulants, initial encounter'],
  ['T45515D', 1, 'Adverse effect of anticoagulants, subsequent encounter'],
  ['W11', 0, 'Fall on and from ladder'],
  ['W11XXXA', 1, 'Fall on and from ladder, initial encounter'],
  ['Z99', 0, 'Dependence'],
  ['Z998', 1, 'Other dependence'],
]);
const drugs = `<?xml version="1.0"?>
<ICD10CM.index><version>2026</version>
<indexHeading><head col="1">Substance</head><head col="2">Poisoning Accidental</head><head col="3">Adverse effect</head></indexHeading>
<letter><title>W</title><mainTerm><title>Warfarin<nemod>(sodium)</nemod></title><cell col="2">--</cell><cell col="3">T45.515</cell></mainTerm></letter>
</ICD10CM.index>`;
const causes = `<?xml version="1.0"?>
<ICD10CM.index><version>2026</version><title>ICD-10-CM External Cause of Injuries Index</title>
<letter><title>F</title><mainTerm><title>Fall</title><term level="1"><title>stepladder</title><code>W11.-</code></term>
<term level="1"><title>steps, collapsible</title><see>Fall, stepladder</see></term></mainTerm></letter></ICD10CM.index>`;

suite('indexes', () => {
  const sets = open(release('icd10cm-order-2026.txt', diagnoses), release('drug.xml', drugs), release('eindex.xml', causes));
  const found = (query: string): string | undefined => sets.search(query, { date: '2026-01-01', sets: ['icd-10-cm'] })[0]?.code;
  test('words of an index that are in no title lead to its code', () => {
    assert.equal(found('warfarin adverse effect'), 'T45.515A');
    assert.equal(found('adverse effect warfarin subsequent'), 'T45.515D');
    assert.equal(found('fall stepladder'), 'W11.XXXA');
    assert.equal(found('fall collapsible steps'), 'W11.XXXA');
  });
  test('each index has its place beside the codes', () => {
    assert.deepEqual(
      sets.editions().map(({ layer, edition, count }) => [layer, edition, count]),
      [
        [undefined, 'FY2026', 9],
        ['drugs', 'FY2026', 1],
        ['external-causes', 'FY2026', 2],
      ],
    );
  });
  test('what is wrong is refused', () => {
    refused('d.xml', drugs.replace('T45.515', 'the code'), /line 4: the code is not a code/);
    refused('d.xml', drugs.replace('col="3">T', 'col="9">T'), /line 4: T45.515 stands in a column without a heading/);
    refused('d.xml', drugs.slice(0, -40), /is not well-formed XML/);
    refused('d.xml', drugs.replace(/<mainTerm.*mainTerm>/, ''), /has no entries/);
    refused('d.xml', drugs.replace('2026', ''), /fiscal year stands in none/);
  });
});

const change = (label: string, billable: 0 | 1, code: string, title: string): string =>
  `${`${label}:`.padEnd(13)}${billable} ${code.padEnd(8)}${title.slice(0, 60).padEnd(61)}${title}`;
const counts = (added: number, deleted: number, revised: number): string =>
  `\nCodes\n  10 codes in one\n  12 codes in another\n    ${added} additions\n    ${deleted} deletions\n    ${revised} revisions\nof which\n      0 revisions to long title only\n`;
const addenda = [
  change('Delete', 1, 'D71', 'Functional disorders'),
  change('Add', 0, 'D71', 'Functional disorders'),
  change('Add', 1, 'D711', 'Defect one'),
  change('Delete', 1, 'T528X1A', 'Toxic effect of other solvents'),
  change('Add', 1, 'T52891A', 'Toxic effect of other solvents'),
  change('Delete', 1, 'S301XXA', 'Contusion of wall'),
  change('Add', 1, 'S30101A', 'Contusion of right wall'),
  change('Add', 1, 'S30102A', 'Contusion of left wall'),
  change('Delete', 1, 'R999', 'Gone'),
  change('Revise from', 1, 'A7741', 'Old spelling'),
  change('Revise to', 1, 'A7741', 'New spelling'),
  counts(5, 4, 1),
].join('\r\n');

suite('what took the place of a deleted code', () => {
  const sets = open(release('icd10cm-order-2026.txt', diagnoses), release('icd10cm-order-addenda-2026.txt', addenda));
  const answer = (of: CodeSets, code: string): unknown => {
    const lookup = of.find('icd-10-cm', code, '2025-10-01');
    return lookup.status === 'retired' ? [lookup.entry.title, lookup.entry.to, lookup.replacedBy ?? lookup.replacements] : lookup.status;
  };
  test('the addenda tell of deleted codes without the edition that had them', () => {
    assert.deepEqual(answer(sets, 'T52.8X1A'), ['Toxic effect of other solvents', '2025-09-30', 'T52.891A']);
    assert.deepEqual(answer(sets, 'S30.1XXA'), ['Contusion of wall', '2025-09-30', ['S30.101A', 'S30.102A']]);
    assert.deepEqual(answer(sets, 'R99.9'), ['Gone', '2025-09-30', undefined]);
    assert.equal(answer(sets, 'D71'), 'unknown');
    assert.deepEqual(sets.fact('icd-10-cm', 'changes', 'A77.41', '2026-01-01'), { change: 'revised', before: 'Old spelling' });
    assert.equal(sets.fact('icd-10-cm', 'changes', 'D71', '2026-01-01')?.change, 'divided');
  });
  test('the conversion table comes first', () => {
    const table =
      'ICD-10-CM Conversion Table\nCurrent code assignment\tEffective\tPrevious Code(s) Assignment\n' +
      'R99.1\tOctober 1, 2025\tR99.9\nT52.891A\t10/1/2025\tT52.8X1A, R99.8\nT52.892A\t2026\tR99.8\n';
    const more = open(
      release('icd10cm-order-2026.txt', diagnoses),
      release('icd10cm-order-addenda-2026.txt', addenda),
      release('conversion 2026.txt', table),
    );
    assert.deepEqual(answer(more, 'R99.9'), ['Gone', '2025-09-30', 'R99.1']);
    assert.equal(more.fact('icd-10-cm', 'conversions', 'R99.8', '2026-01-01')?.replacedBy, 'T52.891A\nT52.892A');
    refused('conversion 2026.txt', table.replace('10/1/2025', 'soon'), /line 4: is not laid out as present code/);
  });
  test('what is wrong is refused', () => {
    refused('addenda 2026.txt', addenda.slice(0, 500), /cut off|lines are missing/);
    refused('addenda 2026.txt', addenda.replace(/^.*R999.*\r\n/m, ''), /has 3 deletions where it counts 4/);
    refused('addenda 2026.txt', addenda.replace('Delete:      1 R999', 'Remove:      1 R999'), /line 9: is not a change/);
  });
});

suite('official indexes and changes', function () {
  const why = whyNoOfficial();
  const because = why ? ` (${why})` : '';
  (why ? test.skip : test)(`index entries lead to codes of a later year${because}`, async () => {
    const files = await unpackFiles(
      ['icd10cm/fy2026-code-descriptions.zip', 'icd10cm/fy2022-eindex-drug-neoplasm.zip'].map(officialArchive),
    );
    const sets = open(importRelease(files, origin));
    assert.deepEqual(
      sets.editions().map(({ layer, edition, count }) => `${layer ?? 'codes'} ${edition} ${count}`),
      ['codes FY2026 98186', 'changes FY2026 687', 'drugs FY2022 40000', 'external-causes FY2022 6792', 'neoplasms FY2022 9018'],
    );
    const found = (query: string): readonly string[] =>
      sets.search(query, { date: '2026-09-01', limit: 5, sets: ['icd-10-cm'] }).map(({ code }) => code);
    assert.equal(found('fall from ladder')[0], 'W11.XXXA');
    assert.equal(found('poisoning aspirin')[0], 'T39.011A');
    assert.equal(found('warfarin adverse effect')[0], 'T45.515A');
    assert.ok(
      found('neoplasm breast upper outer').some((code) => code.startsWith('C50.4')),
      String(found('neoplasm breast upper outer')),
    );
    const gone = sets.find('icd-10-cm', 'T78.07XA', '2025-10-01');
    assert.ok(gone.status === 'retired' && gone.entry.to === '2025-09-30');
  });
});

// What payers check against: code pairs, units, relative values, diagnoses exempt from present-on-admission.
import assert from 'node:assert/strict';
import { unpackFiles } from '../../codesets/archive';
import type { CodeSets } from '../../codesets/code-set';
import { importRelease } from '../../codesets/importers';
import { openCodeSets } from '../../codesets/open';
import { officialArchive, officialFile, whyNoOfficial } from './official';

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

const pairs = [
  'CPT codes are copyright',
  'Column1/Column2 Edits',
  '',
  '20610\t20600\t\t20200101\t*\t1\tMisuse of Column Two code with Column One code',
  '20610\t36415\t*\t19960101\t20191231\t0\tStandards of medical / surgical practice',
  '20610\t36415\t\t20210101\t*\t9\tStandards of medical / surgical practice',
  'G0008\t99211\t\t20200101\t*\t1\tMore extensive procedure',
  '',
].join('\r\n');

suite('code pairs', () => {
  const sets = open(release('ccipra-v323r0-f1.txt', pairs), release('ccipra-v323r0-f2.txt', pairs.replaceAll('20610', '99213')));
  const said = (one: string, other: string, date: string): string | undefined => {
    const pair = sets.pair(one, other, date);
    return pair && `${pair.modifier} ${pair.from}..${pair.to ?? ''} ${pair.rationale.slice(0, 6)}`;
  };
  test('a pair is found in its order and on its dates, in every part of the list', () => {
    assert.equal(said('20610', '20600', '2026-11-02'), '1 2020-01-01.. Misuse');
    assert.equal(said('20600', '20610', '2026-11-02'), undefined);
    assert.equal(said('20610', '36415', '2019-12-31'), '0 1996-01-01..2019-12-31 Standa');
    assert.equal(said('20610', '36415', '2020-06-01'), undefined);
    assert.equal(said('20610', '36415', '2021-06-01'), '9 2021-01-01.. Standa');
    assert.equal(said('g0008', '99211', '2026-11-02'), '1 2020-01-01.. More e');
    assert.equal(said('99213', '20600', '2026-11-02'), '1 2020-01-01.. Misuse');
    assert.equal(said('00000', '20600', '2026-11-02'), undefined);
  });
  test('the version tells the quarter, the hospital list stands apart', () => {
    assert.deepEqual(
      sets.editions().map(({ edition, effective }) => [edition, effective.from]),
      [
        ['v323r0-f2', '2026-10-01'],
        ['v323r0-f1', '2026-10-01'],
      ],
    );
    const hospital = open(release('ccioph-v323r0-f1.txt', pairs));
    assert.equal(hospital.pair('20610', '20600', '2026-11-02'), undefined);
    assert.equal(hospital.pair('20610', '20600', '2026-11-02', 'hospital-pairs')?.modifier, '1');
    const renamed = open(release('pairs.txt', pairs.replace('Column1/Column2 Edits', 'Outpatient Hospital Column1/Column2 Edits')));
    assert.deepEqual(
      renamed.editions().map(({ layer, title }) => [layer, title]),
      [['hospital-pairs', 'NCCI code pairs, outpatient hospitals']],
    );
  });
  test('what is wrong is refused', () => {
    refused('x.txt', pairs.replace('20200101\t*\t1\tMis', '2020\t*\t1\tMis'), /line 4: 20610 20600 has no date/);
    refused('x.txt', pairs.replace('*\t9', '*\t7'), /line 6: 20610 36415 has the modifier indicator 7/);
    refused('x.txt', pairs.slice(0, -40), /line 7: is not a code pair|cut off/);
    refused('x.txt', `${pairs}trailer\r\n`, /line 8: is not a code pair/);
  });
});

suite('units, relative values, present on admission', () => {
  const mue =
    '"CPT codes are copyright, all rights reserved"\n"HCPCS/\nCPT Code","Practitioner Services MUE Values","MUE Adjudication Indicator","MUE Rationale"\n' +
    '20610,2,"2 Date of Service Edit: Policy","Anatomic Consideration"\nJ3301,16,3 Date of Service Edit: Clinical,Clinical: Data\n';
  test('units a day by code and quarter', () => {
    const sets = open(release('MCR_MUE_PractitionerServices_Eff_10-01-2026.csv', mue));
    assert.deepEqual(sets.fact('hcpcs', 'units', '20610', '2026-11-02'), {
      units: '2',
      indicator: '2',
      rationale: 'Anatomic Consideration',
    });
    assert.equal(sets.fact('hcpcs', 'units', 'j3301', '2026-11-02')?.units, '16');
    assert.equal(sets.fact('hcpcs', 'units', '20610', '2026-09-30'), undefined);
    assert.equal(sets.fact('hcpcs', 'units', '99999', '2026-11-02'), undefined);
    refused('Eff_10-01-2026.csv', mue.replace('20610,2', '20610,two'), /line 4: 20610 has no units/);
    refused('POA_FY26.txt', 'Order26\tPOAexemptCode\tDescription\n01238\tB90.0\tSequelae\n', /has 1 codes: the list is cut off/);
    refused('mue.csv', mue, /first day stands in none/);
  });
  test('clinicians, hospitals and suppliers have a table each, told by its heading, whatever the file is called', () => {
    const table = (whose: string, units: number): string => mue.replace('Practitioner', whose).replace('20610,2', `20610,${units}`);
    const files = [
      ['Practitioner', 2],
      ['Outpatient Hospital', 4],
      ['DME Supplier', 6],
    ] as const;
    const sets = open(...files.map(([whose, units]) => release('mue_10-01-2026.csv', table(whose, units))));
    assert.deepEqual(
      (['units', 'hospital-units', 'supplier-units'] as const).map((layer) => sets.fact('hcpcs', layer, '20610', '2026-11-02')?.units),
      ['2', '4', '6'],
    );
    assert.deepEqual(
      sets
        .editions()
        .map(({ layer, title, edition }) => `${layer}: ${title}, ${edition}`)
        .sort(),
      [
        'hospital-units: Medically unlikely edits, outpatient hospitals, 2026-10',
        'supplier-units: Medically unlikely edits, equipment suppliers, 2026-10',
        'units: Medically unlikely edits, practitioners, 2026-10',
      ],
    );
    refused('mue_10-01-2026.csv', mue.replace('Practitioner Services ', ''), /heading does not say whose limits these are/);
  });
  test('the spreadsheet of units without its text is read too', () => {
    const sheet =
      'CPT codes are copyright\nHCPCS/ CPT Code\tOutpatient Hospital Services MUE Values\tMUE Adjudication Indicator\tMUE Rationale\n' +
      '20610\t4\t2 Date of Service Edit: Policy\tAnatomic, Consideration\n';
    const sets = open(release('MCR_MUE_OutpatientHospitalServices_Eff_10-01-2026.xlsx', sheet));
    assert.deepEqual(sets.fact('hcpcs', 'hospital-units', '20610', '2026-11-02'), {
      units: '4',
      indicator: '2',
      rationale: 'Anatomic, Consideration',
    });
  });
  test('nothing imported, nothing said', () => {
    assert.equal(openCodeSets([]).fact('hcpcs', 'units', '20610', '2026-11-02'), undefined);
    assert.equal(openCodeSets([]).pair('20610', '20600', '2026-11-02'), undefined);
  });
  test('no text makes an importer fall over', () => {
    for (const [name, text] of [
      ['ccipra-v323r0-f1.txt', pairs],
      ['Eff_10-01-2026.csv', mue],
    ]) {
      for (let cut = 0; cut < text.length; cut += 7) {
        release(name, text.slice(0, cut) + text.slice(cut + 5));
        release(name, `${text.slice(0, cut)}${'\t9'.repeat(cut)}\u0001"${text.slice(cut)}`);
      }
    }
  });
  const why = whyNoOfficial();
  const because = why ? ` (${why})` : '';
  (why ? test.skip : test)(`official relative values${because}`, () => {
    const { bytes } = officialFile('fees/PPRRVU2025_Oct-descriptors-blanked.csv.gz', /./);
    const sets = open(importRelease([{ name: 'PPRRVU2025_Oct.csv', bytes }], origin));
    const visit = sets.fact('hcpcs', 'relative-values', '99213', '2025-11-02');
    assert.deepEqual([visit?.status, visit?.work, visit?.global, visit?.conversion], ['A', '1.30', 'XXX', '32.3465']);
    assert.equal(sets.fact('hcpcs', 'relative-values', '7055126', '2025-11-02')?.professional, '1');
    assert.equal(sets.editions()[0].edition, '2025-10');
  });
  (why ? test.skip : test)(`official list of diagnoses exempt from present on admission${because}`, async function () {
    const sets = open(importRelease(await unpackFiles([officialArchive('icd10cm/fy2026-poa-exempt.zip')]), origin));
    assert.deepEqual(
      sets.editions().map(({ edition, count }) => [edition, count]),
      [['FY2026', 38_349]],
    );
    assert.deepEqual(sets.fact('icd-10-cm', 'poa-exempt', 'Z99.2', '2026-09-30'), { exempt: 'yes' });
    assert.equal(sets.fact('icd-10-cm', 'poa-exempt', 'I10', '2026-09-30'), undefined);
    assert.equal(sets.fact('icd-10-cm', 'poa-exempt', 'Z99.2', '2026-10-01'), undefined);
  });
});

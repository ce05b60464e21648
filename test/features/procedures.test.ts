// ICD-10-PCS axis by axis: only valid characters come next, each is explained, and without the codes it is said what to import.
import assert from 'node:assert/strict';
import { compileEdition } from '../../codesets/compile';
import type { CodeSets, Manifest } from '../../codesets/code-set';
import { openCodeSets } from '../../codesets/open';
import type { Row } from '../../codesets/rows';
import { cardText } from '../../server/features/card';
import { procedureDrafts } from '../../server/features/completion/procedures';
import { completions } from '../../server/features/completion/completion';
import { explain } from '../../server/features/explain/explain';
import { nearestCode } from '../../server/features/explain/nearest';
import { hover } from '../../server/features/hover';
import { nextValues } from '../../server/features/procedure-axes';
import { codeSets } from '../kit/code-sets';
import { scene } from '../kit/scene';

const DATE = '2026-03-02';

/** A few tables in the publisher's words: one axis differs from the next in each. */
const ROWS: readonly (readonly [code: string, title: string])[] = [
  ['0FB', 'Hepatobiliary System and Pancreas, Excision'],
  ['0FB00ZX', 'Excision of Liver, Open Approach, Diagnostic'],
  ['0FB00ZZ', 'Excision of Liver, Open Approach'],
  ['0FT', 'Hepatobiliary System and Pancreas, Resection'],
  ['0FT00ZZ', 'Resection of Liver, Open Approach'],
  ['0FT10ZZ', 'Resection of Right Lobe Liver, Open Approach'],
  ['0FT40ZZ', 'Resection of Gallbladder, Open Approach'],
  ['0FT44ZG', 'Resection of Gallbladder, Percutaneous Endoscopic Approach, Hand-Assisted'],
  ['0FT44ZZ', 'Resection of Gallbladder, Percutaneous Endoscopic Approach'],
  ['041', 'Lower Arteries, Bypass'],
  ['0410090', 'Bypass Abdominal Aorta to Abdominal Aorta with Autologous Venous Tissue, Open Approach'],
  ['0410091', 'Bypass Abdominal Aorta to Celiac Artery with Autologous Venous Tissue, Open Approach'],
  ['04100A0', 'Bypass Abdominal Aorta to Abdominal Aorta with Autologous Arterial Tissue, Open Approach'],
  ['0413090', 'Bypass Hepatic Artery to Renal Artery with Autologous Venous Tissue, Open Approach'],
  ['0SR', 'Lower Joints, Replacement'],
  ['0SR90J9', 'Replacement of Right Hip Joint with Synthetic Substitute, Cemented, Open Approach'],
  ['0SR90JZ', 'Replacement of Right Hip Joint with Synthetic Substitute, Open Approach'],
  ['0SRA0J9', 'Replacement of Right Hip Joint, Acetabular Surface with Synthetic Substitute, Cemented, Open Approach'],
  ['0SRA0JZ', 'Replacement of Right Hip Joint, Acetabular Surface with Synthetic Substitute, Open Approach'],
  ['0SRC0J9', 'Replacement of Right Knee Joint with Synthetic Substitute, Cemented, Open Approach'],
  ['0SRC0JZ', 'Replacement of Right Knee Joint with Synthetic Substitute, Open Approach'],
  ['GZ5', 'Mental Health, Individual Psychotherapy'],
  ['GZ50ZZZ', 'Individual Psychotherapy, Interactive'],
  ['GZ51ZZZ', 'Individual Psychotherapy, Behavioral'],
];

const MANIFEST: Manifest = {
  id: 'icd-10-pcs',
  title: 'ICD-10-PCS procedure codes',
  publisher: 'CMS',
  edition: 'FY2026',
  effective: { from: '2025-10-01', to: '2026-09-30' },
  source: 'test',
  retrieved: '2026-01-01',
  sha256: '',
  licence: 'Public domain',
  columns: ['code', 'title'],
  count: ROWS.length,
};
const rows = [...ROWS]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, title]): Row => ({ code, title, billable: code.length === 7, more: {} }));
const imported: CodeSets = openCodeSets([{ manifest: MANIFEST, open: () => compileEdition(MANIFEST, rows, [], undefined) }]);

const values = (typed: string) => nextValues(typed, DATE, imported).map((one) => `${one.character} ${one.name}`);
const offered = (typed: string) => procedureDrafts(typed, DATE, imported).map((one) => `${one.label} ${one.detail}`);

suite('inpatient procedures axis by axis', () => {
  test('sections, body systems, operations', () => {
    assert.equal(values('').length, 17);
    assert.deepEqual(values('0'), ['4 Lower Arteries', 'F Hepatobiliary System and Pancreas', 'S Lower Joints']);
    assert.deepEqual(values('0F'), ['B Excision', 'T Resection']);
    assert.deepEqual(values('GZ'), ['5 Individual Psychotherapy']);
  });
  test('what the titles tell of a character', () => {
    assert.deepEqual(values('0FT'), ['0 Liver', '1 Right Lobe Liver', '4 Gallbladder']);
    assert.deepEqual(values('0ft4'), ['0 Open', '4 Percutaneous Endoscopic']);
    assert.deepEqual(values('041'), ['0 Abdominal Aorta', '3 Hepatic Artery']);
    assert.deepEqual(values('0SR'), ['9 Hip', 'A Hip Acetabular Surface', 'C Knee']);
    assert.deepEqual(values('GZ5'), ['0 Interactive', '1 Behavioral']);
    assert.deepEqual(values('04100'), ['9 Venous', 'A Arterial']);
    assert.deepEqual(values('0FT44Z'), ['G Hand-Assisted', 'Z none']);
  });
  test('nothing where no code goes on', () => {
    for (const typed of ['0FT9', '0I', 'ZZ', '0FT44ZZ', '0FT44ZZZ', '!']) assert.deepEqual(values(typed), [], typed);
  });
  test('few codes are offered whole, many by their next character', () => {
    assert.deepEqual(offered('0FT4'), ['0FT40ZZ Resection of Gallbladder, Open Approach', '0FT44… Percutaneous Endoscopic']);
    assert.deepEqual(offered('0F'), ['0FB… Excision', '0FT… Resection']);
    const [begun] = procedureDrafts('0F', DATE, imported);
    assert.deepEqual([begun.text, begun.retrigger, begun.note], ['0FB', true, 'root operation']);
  });
  test('every way leads to a code and to no other', () => {
    const leaves: string[] = [];
    const walk = (typed: string): void => {
      for (const { character } of nextValues(typed, DATE, imported)) {
        if (typed.length === 6) leaves.push(typed + character);
        else walk(typed + character);
      }
    };
    walk('0');
    walk('G');
    assert.deepEqual(
      leaves.sort(),
      ROWS.filter(([code]) => code.length === 7)
        .map(([code]) => code)
        .sort(),
    );
  });
  test('without the codes it is said what to import', () => {
    const [only, ...others] = procedureDrafts('0FT', DATE, codeSets());
    assert.deepEqual(others, []);
    assert.match(only.documentation ?? '', /Import the order file/);
    assert.equal(only.text, '0FT');
  });

  test('a whole code that is none: as far as it goes, and what may follow there', () => {
    const near = nearestCode('0FT44Z9', DATE, imported);
    assert.equal(near?.said, '0FT44Z9 is no inpatient procedure on 2026-03-02. As far as it goes:');
    assert.deepEqual(near?.card.lines.slice(-3), ['Next, qualifier:', '• G Hand-Assisted', '• Z none']);
    assert.equal(nearestCode('0FT44ZZ', DATE, codeSets()), undefined);
  });

  const { world } = scene('encounter E<|>1\n');
  const said = (query: string, codes: CodeSets) =>
    explain(query, DATE, { ...world, codes })
      .map(cardText)
      .join('\n\n');
  test('a code is explained by its characters', () => {
    const text = said('0FT44ZZ', imported);
    for (const line of [
      '0FT44ZZ — Resection of Gallbladder',
      'Root operation T: Resection: cuts out all of a part',
      'Body part 4: Gallbladder',
      'Approach 4: Percutaneous Endoscopic: through small punctures',
    ])
      assert.ok(text.includes(line), text);
    assert.ok(said('0ft', imported).includes('• 4 Gallbladder') && said('0FT4', imported).includes('Next, approach:'));
  });
  test('also where nothing is imported', () => {
    const text = said('0FT44ZZ', codeSets());
    assert.ok(text.includes('Root operation T: Resection') && text.includes('Import the order file'), text);
    assert.equal(said('0FT', codeSets()), '');
  });

  const note = (marked: string) => {
    const { document, offset, world: beside } = scene(`encounter E1\n  date  2026-03-02\n  note\n    ${marked}\n`);
    return { document, offset, world: { ...beside, codes: imported } };
  };
  test('in a note: the next character, and the code under the pointer', () => {
    const at = note('Done: 0FT4<|> today');
    assert.deepEqual(
      completions(at.document, at.offset, at.world, true).items.map((one) => one.label),
      ['0FT40ZZ', '0FT44…'],
    );
    for (const words of ['pulse 101<|>', 'HTN<|>', 'A1C<|>']) {
      const other = note(words);
      assert.deepEqual(completions(other.document, other.offset, other.world, true).items, [], words);
    }
    const over = note('Done: 0FT4<|>4ZZ.');
    assert.match(JSON.stringify(hover(over.document, over.offset, over.world)?.contents), /Resection of Gallbladder/);
  });
});

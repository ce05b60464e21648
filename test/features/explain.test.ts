// What the card of a code says, the most important first: notes and lists cut, Medicare's figures where they were imported.
import assert from 'node:assert/strict';
import type { CodeSets, Layer } from '../../codesets/code-set';
import type { CodeNote } from '../../codesets/notes';
import { cardText } from '../../server/features/card';
import { explain, suggest } from '../../server/features/explain/explain';
import { nearestCode } from '../../server/features/explain/nearest';
import { codeSets } from '../kit/code-sets';
import { scene } from '../kit/scene';

const DATE = '2026-11-02';
const { world } = scene('encounter E<|>1\n');

const NOTES: readonly CodeNote[] = [
  { kind: 'includes', at: 'E11', lines: ['diabetes NOS'], edition: 'FY2026' },
  { kind: 'excludes 1', at: 'E11', lines: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'], edition: 'FY2026' },
  { kind: 'use additional code', at: 'E11', lines: ['code to identify control using:', 'insulin (Z79.4)'], edition: 'FY2026' },
  { kind: 'note', at: 'E00-E89', lines: ['A long story'], edition: 'FY2026' },
];
const CHAPTER: readonly CodeNote[] = [{ kind: 'note', at: 'E00-E89', lines: ['A story '.repeat(50).trim()], edition: 'FY2026' }];
const FACTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'diagnosis-edits E11.65': { adult: 'yes' },
  'age-ranges adult': { min: '15', max: '124' },
  'poa-exempt E11.65': { exempt: 'yes' },
  'relative-values 20610': {
    status: 'A',
    work: '0.79',
    office: '1.02',
    facility: '0.42',
    malpractice: '0.12',
    conversion: '32.3465',
    global: '000',
    bilateral: '1',
  },
  'relative-values 11730': { status: 'B', global: 'ZZZ' },
  'units 20610': { units: '2', indicator: '3', rationale: 'Clinical: Data' },
  'hospital-units 20610': { units: '4', indicator: '3', rationale: 'Clinical: Data' },
  'supplier-units 20610': { units: '2', indicator: '2', rationale: '' },
  'add-ons 11732': { type: '1', primaries: '11730\n11740' },
  'relative-values 11732': { status: 'A' },
};
const codes: CodeSets = {
  ...codeSets(),
  notes: (_set, code) => (code === 'E11.65' ? NOTES : /^E11\.9|^E00-/.test(code) ? CHAPTER : []),
  fact: (_set, layer: Layer, code) => FACTS[`${layer} ${code}`],
};
const said = (query: string, from: CodeSets = codes) =>
  explain(query, DATE, { ...world, codes: from })
    .map(cardText)
    .join('\n\n')
    .split('\n')
    .map((line) => line.trim());

/** The same where a full edition settles what is no code. */
const settled: CodeSets = {
  ...codeSets(),
  find: (set, code, date) => {
    const found = codeSets().find(set, code, date);
    return found.status === 'unknown' ? { status: 'unknown', unsure: false } : found;
  },
};

suite('explain: diagnoses', () => {
  test('whether it is billed, then what goes with it, at last where it stands', () => {
    const lines = said('E11.65');
    assert.deepEqual(lines.slice(0, 6), [
      'E11.65 — Type 2 diabetes mellitus with hyperglycemia',
      'Billable · for adults, ages 15 to 124 · exempt from present on admission',
      'Use additional code, at E11: code to identify control using: insulin (Z79.4)',
      'Excludes1, never together, at E11: one; two; three; four; five; six; seven; eight',
      'Includes, at E11: diabetes NOS',
      'Note, at chapter 4 (E00-E89): A long story',
    ]);
    assert.match(lines[6], /^In: E11\.6 /);
    assert.match(lines[7], /^Diagnosis \(ICD-10-CM\).*notes of FY2026$/);
  });
  test('a long note of a chapter is cut, and the chapter’s card has all of it', () => {
    assert.match(said('E11.9')[2], /^Note, at chapter 4 \(E00-E89\): (A story )+A … \(superbill explain E00-E89\)$|A story … \(superbill/);
    for (const asked of ['E00-E89', 'e00-e89', 'chapter 4']) {
      const lines = said(asked);
      assert.equal(lines[0], 'Chapter 4, E00-E89 — Endocrine, nutritional and metabolic diseases', asked);
      assert.equal(lines[1], `Note: ${CHAPTER[0].lines[0]}`);
      assert.ok(lines.includes('• E08-E13 Diabetes mellitus'));
    }
    const block = said('E08-E13');
    assert.equal(block[0], 'E08-E13 — Diabetes mellitus');
    assert.ok(
      block.includes('• E11 Type 2 diabetes mellitus') &&
        block.includes('In: chapter 4 (E00-E89) Endocrine, nutritional and metabolic diseases'),
    );
    assert.deepEqual(said('E00-E07-E09'), ['']);
  });
  test('no child of a family is left out', () => {
    const lines = said('S52');
    const children = codes.children('icd-10-cm', 'S52', DATE).map(({ code, title }) => `• ${code} ${title}`);
    assert.deepEqual(
      lines.filter((line) => line.startsWith('• ')),
      children,
    );
  });
  test('a code that ended is told as it was, with its last day and what to use', () => {
    const lines = said('T78.07XA', codeSets());
    assert.equal(lines[1], 'Not valid on 2026-11-02: its last day was 2025-09-30; use T78.070A, T78.071A or T78.079A');
    assert.equal(lines[2], 'Was billable');
  });
  test('nothing is said of what was not imported', () => assert.deepEqual(said('E11.65', codeSets()).slice(1, 2), ['Billable']));
});

suite('explain: services', () => {
  test('charge, what Medicare pays, units, follow-up', () =>
    assert.deepEqual(said('20610'), [
      '20610 — Large joint injection',
      'Fee for one unit: 110.00',
      'Medicare, before the region: about 62.43 in the office, 43.02 in a facility (1.93 relative units, 0.79 for the work)',
      'The visit of the same day is included',
      'Both sides: modifier 50 pays 150 %',
      'At most 2 units a day (MUE, Clinical: Data)',
      'Hospital outpatients: at most 4 units a day (MUE, Clinical: Data)',
      'From the practice’s charge master',
    ]));
  test('a service that nobody here has words for', () =>
    assert.deepEqual(said('11730').slice(0, 3), [
      '11730',
      'Medicare: never paid apart: part of other services',
      'Added to another service, with its follow-up days',
    ]));
  test('without the fee schedule of the day, the newest before it is named', () => {
    const before = {
      ...codes.editions()[0],
      layer: 'relative-values' as const,
      edition: '2025-10',
      effective: { from: '2025-10-01', to: '2025-12-31' },
    };
    const old: CodeSets = {
      ...codes,
      editions: () => [before],
      fact: (set, layer, code, date) => (date <= '2025-12-31' ? codes.fact(set, layer, code, date) : undefined),
    };
    assert.deepEqual(said('11730', old), [
      '11730',
      'Medicare: never paid apart: part of other services',
      'Added to another service, with its follow-up days',
      'By the fee schedule of 2025-10: none for 2026-11-02 is on this machine',
      'Has the form of a CPT code; this range is for surgery of skin, tissue below it, and breast',
      'Its words are the AMA’s: import your CPT file, or write them into fees',
    ]);
  });
  test('a CPT code of which nothing is known tells its range; what lies in none is not known', () => {
    assert.match(said('99285', codeSets())[1], /emergency department visits$/);
    assert.match(said('0001U', codeSets())[1], /laboratory tests/);
    assert.deepEqual(said('99999', codeSets()), ['']);
  });
  test('a service with its modifiers, as a line of services bears it', () => {
    const titles = (query: string) => said(query, codeSets()).filter((_, i, all) => i === 0 || all[i - 1] === '');
    assert.deepEqual(titles('20610-RT-59'), [
      '20610 — Large joint injection',
      'RT — Right side',
      '59 — Separate from another procedure that day',
    ]);
    assert.deepEqual(titles('20610-ZZ').slice(1), ['ZZ — no modifier that is known here']);
    assert.deepEqual(said('20610-', codeSets()), ['']);
  });
  test('an add-on names what it goes with', () => assert.ok(said('11732').includes('Added to 11730, 11740, never alone')));
});

suite('explain: anything a person asks', () => {
  const first = (query: string) => said(query, codeSets())[0];
  const all = (query: string) => said(query, codeSets()).join('\n');
  test('codes', () => {
    assert.equal(first('E11.65'), 'E11.65 — Type 2 diabetes mellitus with hyperglycemia');
    assert.match(first('CO-16'), /^CO-16 — /);
    for (const asked of ['E11', 'E11.-', 'e11-']) assert.match(first(asked), /^E11 — /, asked);
    assert.match(first('S52.5-'), /^S52\.5 — /);
    assert.match(first('N265'), /^N265 — .*NPI/);
    assert.match(first('99213'), /^99213 — Office visit/);
    assert.match(first('J3301'), /^J3301 — .*triamcinolone/i);
  });
  test('words and short forms', () => {
    assert.match(all('cholecystectomy'), /removal of the gallbladder[\s\S]*bile · bladder/);
    assert.match(first('SOB'), /shortness of breath/);
    assert.match(first('htn'), /hypertension/);
    assert.match(first('ms'), /^MS: multiple sclerosis/);
    assert.match(first('colles fracture'), /^Colles' fracture/);
    assert.match(first('heart attack'), /myocardial infarction/);
    for (const spelt of ['tib-fib', 'tib fib', 'Tib/Fib']) assert.match(first(spelt), /tibia and fibula/, spelt);
  });
  test('a type of bill with its frequency; what is written just so comes first', () => {
    for (const asked of ['0131', 'tob 131', 'type of bill 0131', 'bill type 131'])
      assert.match(all(asked), /^0?131 — Hospital, outpatient\nFrequency 1: /, asked);
    assert.match(first('0450'), /^0450 — Emergency room/);
  });
  test('a status as acknowledgements write it', () => {
    for (const asked of ['A7:164', 'a7:164:85', 'A7 164']) {
      assert.deepEqual(
        said(asked, codeSets())
          .filter((line) => line.includes(' — '))
          .map((line) => line.slice(0, 4)),
        ['A7 —', '164 '],
        asked,
      );
    }
    assert.match(first('A7'), /^A7 — /);
    assert.match(all('A7:9999'), /9999 — no claim status that is known here/);
    assert.deepEqual(said('Q7:164', codeSets()), ['']);
  });
  test('a modifier and a place before what else they may be', () => {
    assert.match(first('RT'), /^RT/);
    assert.match(all('RT'), /RT — Right side/);
    for (const asked of ['11', 'pos 11', '11 (place)', 'place 11']) assert.match(first(asked), /^11 — Office/, asked);
    assert.match(first('carc 11'), /^11 — Diagnosis does not support/);
    assert.equal(said('modifier 25', codeSets()).filter((line) => line.includes(' — ')).length, 1);
    for (const asked of ['POS11', 'place of service 11', 'pos code 11']) assert.match(first(asked), /^11 — Office/, asked);
    assert.match(first('modifier LT'), /^LT — Left/);
    for (const asked of ['occurrence code 11', 'value code 80', 'condition code 44', 'revenue code 0636']) {
      const cards = said(asked, codeSets()).filter((line) => line.includes(' — '));
      assert.ok(cards.length === 1 && cards[0].startsWith(`${asked.split(' ')[2]} — `), asked);
    }
    assert.match(first('status post'), /^status post/);
  });
  test('of a word that only longer terms have, those; of a slip, the right spelling', () => {
    assert.deepEqual(suggest('taxonomy'), ['taxonomy code']);
    assert.ok(suggest('hypertention').includes('hypertension'));
    assert.deepEqual(suggest('xyzzy'), []);
  });
  test('a code that is none: how far it goes', () => {
    const near = (query: string) => nearestCode(query, DATE, codeSets());
    assert.match(near('E11.655')?.said ?? '', /^E11\.655 is not in the list of diagnoses on this machine/);
    assert.match(near('E11.655')?.card.title ?? '', /^E11\.65 — /);
    assert.match(near('z99999')?.card.title ?? '', /^Z99 — /);
    assert.match(nearestCode('E11.655', DATE, settled)?.said ?? '', /^E11\.655 is no diagnosis code on 2026-11-02\. /);
    for (const asked of ['U99.999', '99999', 'xyzzy', '']) assert.equal(near(asked), undefined, asked);
  });
});

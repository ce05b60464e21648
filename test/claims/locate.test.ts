// Every word of an encounter that goes into a claim is found again from the claim's segments, also after edits.
import assert from 'node:assert/strict';
import { findLine, locate837, locateSent } from '../../server/claims/locate';
import { wordsOf } from '../../server/claims/words';
import type { Place } from '../../server/rules/rule';
import { ENCOUNTER, PRACTICE } from '../kit/frame';
import { claimsOf, fileOf, read, segmentsOf } from './kit';

const RICH = ENCOUNTER.replace(
  '  place      11',
  '  place      11\n  referring  HOUSE\n  authorization A123456\n  accident auto 2026-10-30 IL',
).replace('20610-RT  A   110.00', 'J3301-JZ-XU  BA  x4  48.00  ndc 00003-0293-05 ML1  ordering HOUSE  note "left over"');

function text(place: Place | undefined): string {
  return place ? place.source.text.slice(place.span.start, place.span.end) : '';
}

/** The word in the encounter and the word where the value stands, for a segment of the file. */
function wordsAt(beginning: string, element?: number, component?: number, encounter = RICH, edited = encounter): string[] {
  const file = fileOf(encounter);
  const segment = segmentsOf(file).findIndex((line) => line.startsWith(beginning));
  assert.notEqual(segment, -1, `${beginning} is in the file`);
  const [located] = locate837(read(file)).at(segment, element, component);
  assert.equal(located.control, 'E1-1');
  const words = wordsOf(claimsOf(edited)[0], located.place);
  return [text(words.encounter), text(words.definition)].filter(Boolean);
}

suite('locate', () => {
  const cases: [string, number | undefined, number | undefined, string[]][] = [
    ['NM1*IL', 9, undefined, ['DOE-JANE', 'W123456789']],
    ['NM1*IL', 3, undefined, ['DOE-JANE', 'Doe, Jane Q']],
    ['DMG', 2, undefined, ['DOE-JANE', '1968-03-14']],
    ['DMG', 3, undefined, ['DOE-JANE', 'F']],
    ['NM1*85', 9, undefined, ['E1', '1234567893']],
    ['N4*SPRINGFIELD*IL*627011234', 3, undefined, ['E1', '100 Main St, Springfield IL 62701-1234']],
    ['REF*EI', 2, undefined, ['E1', '36-1234567']],
    ['NM1*PR', 9, undefined, ['DOE-JANE', '60054']],
    ['CLM', 5, 1, ['11']],
    ['CLM', 11, undefined, ['accident auto 2026-10-30 IL']],
    ['REF*G1', 2, undefined, ['A123456']],
    ['HI', 2, undefined, ['E11.65']],
    ['NM1*DN', 9, undefined, ['HOUSE', '1003000126']],
    ['NM1*82', 9, undefined, ['CURIE', '1992012348']],
    ['SV1*HC:99213', 1, 2, ['99213']],
    ['SV1*HC:J3301', 1, 4, ['XU']],
    ['SV1*HC:J3301', 2, undefined, ['48.00']],
    ['SV1*HC:J3301', 4, undefined, ['x4']],
    ['SV1*HC:J3301', 7, 2, ['A']],
    ['DTP*472', 3, undefined, ['2026-11-02']],
    ['LIN', 3, undefined, ['00003-0293-05']],
    ['NTE*ADD', 2, undefined, ['"left over"']],
    ['NM1*DK', undefined, undefined, ['HOUSE', '1003000126']],
  ];
  for (const [segment, element, component, expected] of cases) {
    test(`${segment} ${element ?? ''} is ${expected[0]}`, () => {
      const found = wordsAt(segment, element, component);
      assert.deepEqual(
        found.map((one) => one.replace(/^"|"$/g, '')),
        expected.map((one) => one.replace(/^"|"$/g, '')),
      );
    });
  }

  test('a line is found again after lines were moved', () => {
    const edited = RICH.replace(/( {4}99213.*\n)( {4}J3301.*\n)/, '$2$1');
    assert.notEqual(edited, RICH);
    assert.deepEqual(wordsAt('SV1*HC:J3301', 4, undefined, RICH, edited), ['x4']);
    assert.deepEqual(wordsAt('SV1*HC:99213', 1, 3, RICH, edited), ['25']);
  });

  test('what is not written any more is pointed at by what is near', () => {
    assert.deepEqual(wordsAt('REF*G1', 2, undefined, RICH, RICH.replace(/ {2}authorization.*\n/, '')), ['E1']);
    assert.deepEqual(wordsAt('SV1*HC:J3301', 4, undefined, RICH, RICH.replace(' x4 ', ' ')), ['J3301']);
  });

  test('the provider’s segments belong to all of the provider’s claims, a claim’s to one', () => {
    const file = fileOf([1, 2, 3].map((n) => ENCOUNTER.replace('E1', `E${n}`)).join('\n'));
    const located = locate837(read(file));
    const lines = segmentsOf(file);
    const controls = (segment: number): string[] => located.at(segment).map((one) => one.control);
    assert.deepEqual(controls(lines.findIndex((line) => line.startsWith('NM1*85'))), ['E1-1', 'E2-1', 'E3-1']);
    assert.deepEqual(controls(lines.findIndex((line) => line.startsWith('BHT'))), ['E1-1', 'E2-1', 'E3-1']);
    assert.deepEqual(controls(lines.lastIndexOf('NM1*IL*1*DOE*JANE*Q***MI*W123456789')), ['E3-1']);
    assert.deepEqual(controls(lines.findIndex((line) => line.startsWith('CLM*E2'))), ['E2-1']);
    assert.deepEqual(
      located.claims.map((claim) => [claim.control, lines[claim.first].slice(0, 8), lines[claim.end].slice(0, 2)]),
      [
        ['E1-1', 'CLM*E1-1', 'HL'],
        ['E2-1', 'CLM*E2-1', 'HL'],
        ['E3-1', 'CLM*E3-1', 'SE'],
      ],
    );
    assert.equal(findLine(located.claims[1], 'E2-1.2', '20610', 1)?.position, 2);
    assert.equal(findLine(located.claims[1], '', '20610', 1)?.position, 2);
  });

  test('a position of a 999', () => {
    const document = read(fileOf(RICH));
    const position = segmentsOf(document.text).findIndex((line) => line.startsWith('REF*G1')) - 1;
    assert.deepEqual(locateSent(document, { group: '17', transaction: '0001', position, element: 2 }), [
      { control: 'E1-1', place: { kind: 'authorization' } },
    ]);
    assert.deepEqual(locateSent(document, { group: '99', transaction: '0001', position }), []);
  });

  test('any prefix of a file is located without failing', () => {
    const file = fileOf(RICH, PRACTICE);
    for (let end = 0; end < file.length; end += 7) {
      const document = read(file.slice(0, end));
      const located = locate837(document);
      for (let i = 0; i < document.segments.count; i++) located.at(i, 1, 1);
    }
  });
});

// diagnosis/invalid-pair.
import assert from 'node:assert/strict';
import { compileEdition } from '../../../codesets/compile';
import { openCodeSets } from '../../../codesets/open';
import { readBlocks, readRows } from '../../../codesets/rows';
import { starterLists } from '../../../codesets/starter';
import { checkDocument } from '../../../server/rules/run';
import { checkLines } from '../../kit/check';
import { PRACTICE, frame } from '../../kit/frame';
import { readDocument, worldOf } from '../../kit/world';
import { frameX12, told } from '../x12/kit';

/** A starter list with one page of the tabular list behind it. */
const starter = starterLists
  .filter(({ manifest }) => manifest.id === 'icd-10-cm')
  .map(({ manifest, codes, blocks }) => ({
    manifest,
    open: () => compileEdition(manifest, readRows(codes), blocks ? readBlocks(blocks) : []),
  }));
const layer = { ...starter[0].manifest, layer: 'notes' as const, edition: 'FY2026', effective: { from: '2025-10-01' } };
const notes = [
  {
    code: 'J44',
    title: '',
    billable: false,
    more: { 'excludes 1': 'bronchitis NOS (J40)\nlung diseases due to external agents (J60-J70)\nchronic bronchitis (J44.-)' },
  },
];
const book = openCodeSets([...starter, { manifest: layer, open: () => compileEdition(layer, notes) }]);

function found(first: string, second: string): string[] {
  const document = readDocument(frame(`diagnoses\n  A  ${first}\n  B  ${second}`));
  const world = worldOf([readDocument(PRACTICE, 'file:///practice/front-desk.practice'), document], book);
  return checkDocument(document, world)
    .filter((one) => one.rule === 'diagnosis/invalid-pair')
    .map((one) => one.message);
}

suite('diagnosis/invalid-pair', () => {
  test('two kinds of diabetes, without the book', () =>
    checkLines(`
diagnoses
  A  E11.65
  B  E10.65
     ^^^^^^ warning diagnosis/invalid-pair: E10.65 beside E11.65: a patient has one kind of diabetes (Excludes1)
`));

  test('what a note names, by code and by range, on either of the two', () => {
    assert.equal(found('J44.9', 'J40').length, 1);
    assert.equal(found('J40', 'J44.9').length, 1);
    assert.equal(found('J44.9', 'J68.0').length, 1);
    assert.equal(found('J44.9', 'J71').length, 0);
    assert.equal(found('J44.9', 'J44.1').length, 0);
  });

  test('a normal birth at 39 weeks, of one living child', () => {
    const of = (...others: string[]): string[] =>
      told(frameX12(`HI*ABK:O80${others.map((one) => `*ABF:${one}`).join('')}`), ['error']).filter((one) =>
        one.startsWith('diagnosis/invalid-pair'),
      );
    assert.deepEqual(of('Z370', 'Z3A39'), []);
    assert.deepEqual(of('Z370', 'Z3A40'), []);
    assert.equal(of('Z371', 'Z3A39').length, 1);
    assert.equal(of('Z370', 'Z3A12').length, 1);
  });
});

// The check functions themselves: each must be able to fail.
import assert from 'node:assert/strict';
import { applyEdits, checkDiagnostics, checkFix, checkLines, checkLinesFix, cursor } from './check';
import { ENCOUNTER, PRACTICE, frame } from './frame';
import { findingsOf } from './world';

suite('markers', () => {
  test('a cursor', () => assert.deepEqual(cursor('ab<|>c'), { text: 'abc', offset: 2, span: { start: 2, end: 2 } }));
  test('a range', () => assert.deepEqual(cursor('a<|b|>c'), { text: 'abc', offset: 1, span: { start: 1, end: 2 } }));
  test('none', () => assert.throws(() => cursor('abc'), /no marker/));
  test('no end', () => assert.throws(() => cursor('a<|bc'), /no end/));
  test('two', () => assert.throws(() => cursor('<|>a<|>'), /more than one/));
  test('edits are applied from the end', () => {
    assert.equal(
      applyEdits('abcd', [
        { span: { start: 0, end: 1 }, text: 'xx' },
        { span: { start: 3, end: 4 }, text: '' },
      ]),
      'xxbc',
    );
  });
});

suite('the frame', () => {
  test('the practice has no findings', () => assert.deepEqual(findingsOf(PRACTICE, ''), []));
  test('the encounter has no findings', () => assert.deepEqual(findingsOf(ENCOUNTER), []));
  test('lines take the place of the same lines', () => assert.match(frame('place 22'), /\n {2}date {7}2026-11-02\n {2}place 22\n/));
  test('a line can be left out', () => assert.doesNotMatch(frame('no place'), /place/));
});

const WRONG = `
provider CURIE2
  name      Curie, Marie
  nmae      Curie
  ^^^^ error fix document/unknown-keyword: “nmae” is not understood here: did you mean “name”?
  npi       1992012348
  taxonomy  207Q00000X
`;

suite('checkDiagnostics', () => {
  test('passes on what is there', () => checkDiagnostics(WRONG));
  test('fails on a finding that is not listed', () => assert.throws(() => checkDiagnostics(WRONG.replace(/\n *\^.*/, ''))));
  test('fails on a label without a finding', () =>
    assert.throws(() => checkDiagnostics(WRONG.replace('nmae      Curie\n', 'npi  1992012348\n'))));
  test('fails on another place', () => assert.throws(() => checkDiagnostics(WRONG.replace('^^^^', ' ^^^'))));
  test('fails on another width', () => assert.throws(() => checkDiagnostics(WRONG.replace('^^^^', '^^^'))));
  test('fails on another severity', () => assert.throws(() => checkDiagnostics(WRONG.replace('error fix', 'warning fix'))));
  test('fails without the fix', () => assert.throws(() => checkDiagnostics(WRONG.replace('error fix', 'error'))));
  test('fails on another rule', () => assert.throws(() => checkDiagnostics(WRONG.replace('unknown-keyword', 'unknown-word'))));
  test('fails on another message', () => assert.throws(() => checkDiagnostics(WRONG.replace('understood', 'known'))));
  test('fails on a label that is none', () =>
    assert.throws(() => checkDiagnostics(WRONG.replace('error fix', 'mistake')), /is not a label/));
  test('fails on a label without a line', () => assert.throws(() => checkDiagnostics('^^ error a/b: c'), /no line above/));
});

suite('checkLines', () => {
  const lines = 'plaec 11\n^^^^^ error fix document/unknown-keyword: “plaec” is not understood here: did you mean “place”?';
  test('finds the labelled line in the frame', () => checkLines(lines));
  test('fails on another place', () => assert.throws(() => checkLines(lines.replace('^^^^^', ' ^^^^'))));
  test('fails on a finding that is not listed', () => assert.throws(() => checkLines('plaec 11')));
  test('fails on a label without a finding', () => assert.throws(() => checkLines(lines.replace('plaec 11', 'place 11'))));
});

suite('checkFix', () => {
  const before = 'provider CURIE2\n  nm<|>ae  Curie, Marie\n  npi  1992012348\n  taxonomy  207Q00000X\n';
  const after = before.replace('nm<|>ae', 'name');
  test('applies the only fix', () => checkFix(before, after));
  test('applies the fix with a title', () => checkFix(before, after, 'Change to “name”'));
  test('fails on another result', () => assert.throws(() => checkFix(before, after.replace('name', 'nome'))));
  test('fails where no finding is at the cursor', () =>
    assert.throws(() => checkFix(before.replace('nm<|>ae', 'nmae').replace('npi', 'n<|>pi'), after), /exactly one fix/));
  test('fails on a title that is not offered', () => assert.throws(() => checkFix(before, after, 'Change to “npi”'), /no fix/));
  test('in the frame', () => checkLinesFix('ref<|>ering HOUSE', 'referring HOUSE'));
  test('in the frame: fails on another result', () => assert.throws(() => checkLinesFix('ref<|>ering HOUSE', 'referring CURIE')));
});

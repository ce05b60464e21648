// The readable view: data as it is in the file, names behind it, and the way there and back.
import assert from 'node:assert/strict';
import { inlayHints } from '../../../server/features/x12/hints';
import { definitions } from '../../../server/features/x12/definitions';
import { readX12 } from '../../../server/syntax/x12/read';
import { readableView } from '../../../server/syntax/x12/readable';
import { x12Scene } from '../../kit/scene';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';

const oneLine = CLAIM_FILE.replaceAll('\n', '');
const view = readableView(readX12(oneLine));

suite('X12 readable view', () => {
  test('a segment a line, indented, no data changed', () => {
    assert.equal(view.text.replace(/^ +|\n/gm, ''), oneLine);
    assert.match(view.text, /^ {2}GS\*HC/m);
    assert.match(view.text, /^ {8,}CLM\*E1001/m);
  });
  test('a terminator that is missing in the file is missing in the view', () => {
    const { text } = readableView(readX12(CLAIM_FILE.replace('REF*G1*A123456~', 'REF*G1*A123456')));
    assert.match(text, /\n +REF\*G1\*A123456\n +HI\*ABK/);
    assert.equal(text.match(/~/g)?.length, (CLAIM_FILE.match(/~/g)?.length ?? 0) - 1);
  });

  test('each place has its place in the other', () => {
    for (let at = 0; at < oneLine.length; at += 7) {
      if (oneLine[at] !== '~') assert.equal(view.toFile(view.toView(at)), at);
    }
  });
  test('a wrapped or quoted file is shown as it was before, and leads to the true places', () => {
    const wrapped = (oneLine.match(/.{1,71}/g) ?? []).join('\r\n');
    for (const text of [wrapped, CLAIM_FILE.replace(/^/gm, '> ')]) {
      const of = readableView(readX12(text));
      assert.equal(of.text, view.text);
      const plain = (from: string): string => from.replace(/[\r\n]+(> )?/g, '');
      for (let at = oneLine.indexOf('GS*'); at < oneLine.length; at += 7) {
        const shown = view.toView(at);
        assert.equal(plain(text.slice(of.toFile(shown))).slice(0, 3), oneLine.slice(view.toFile(shown)).slice(0, 3));
        assert.equal(of.toView(of.toFile(shown)), shown);
      }
    }
  });
  test('between words that share a line nothing is written', () => {
    const wrapped = (oneLine.match(/.{1,71}/g) ?? []).join('\n').replace('~HI', '~\nHI');
    const { document, world } = x12Scene(wrapped);
    assert.deepEqual(inlayHints(document, { start: 0, end: wrapped.length }, world), []);
  });
  test('it is a document itself: its segments are named, its pointers lead to diagnoses', () => {
    const { document, world } = x12Scene(view.text);
    const line = view.text.slice(0, view.text.indexOf('NM1*82')).split('\n').length - 1;
    const named = inlayHints(document, { start: 0, end: view.text.length }, world, true).filter((hint) => hint.position.line === line);
    assert.deepEqual(
      named.map((hint) => hint.label),
      ['Rendering provider'],
    );
    assert.equal(named[0].position.character, view.text.split('\n')[line].length);
    const all = inlayHints(document, { start: 0, end: view.text.length }, world, true).map((hint) => String(hint.label));
    assert.ok(
      all.some((label) => /· Unilateral primary osteoarthritis, right knee · Type 2 diabetes/.test(label)),
      all.join('\n'),
    );
    const [place] = definitions(document, view.text.indexOf('1:2~') + 2, world);
    assert.equal(place && view.text.slice(place.span.start, place.span.end), 'E1165');
  });
});

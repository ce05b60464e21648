// Open texts follow the editor: after any changes the text and its lines are those of the whole, and a change is told only where it holds.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { LineIndex } from '../../server/features/positions';
import { OPEN_TEXTS } from '../../server/lsp/open-text';

const position = fc.record({ line: fc.nat(6), character: fc.nat(8) });
const change = fc
  .record({
    range: fc.option(fc.record({ start: position, end: position }), { nil: undefined }),
    text: fc.constantFrom('', 'a', '\n', '\r', '\r\n', 'b\nc', 'é*~'),
  })
  .map(({ range, text }) => (range ? { range, text } : { text }));

/** The text after one change, by another hand. */
function edited(text: string, change: { range?: Range; text: string }): string {
  if (!change.range) return change.text;
  const whole = TextDocument.create('file:///a.837', 'x12', 1, text);
  const places = [whole.offsetAt(change.range.start), whole.offsetAt(change.range.end)].sort((a, b) => a - b);
  return text.slice(0, places[0]) + change.text + text.slice(places[1]);
}

type Change = Parameters<typeof OPEN_TEXTS.update>[1][number];

/** Follows events, and compares with the editor's text after each. */
function follow(text: string, events: readonly (readonly Change[])[]): void {
  let open = OPEN_TEXTS.create('file:///a.837', 'x12', 1, text);
  let expected: string = text;
  for (const changes of events) {
    const before = open;
    open = OPEN_TEXTS.update(open, [...changes], 2);
    expected = changes.reduce(edited, expected);
    // Long texts would be printed.
    assert.ok(open.text === expected, `${open.text.length} characters for ${expected.length}`);
    assert.deepEqual(open.lines, new LineIndex(open.text));
    if (!open.change) continue;
    const { since, start, oldEnd, newEnd } = open.change;
    assert.equal(since, before.lines);
    assert.ok(before.text.slice(0, start) + open.text.slice(start, newEnd) + before.text.slice(oldEnd) === open.text);
  }
}

const events = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 4 });

suite('open texts', () => {
  test('any changes leave the text that the editor has', () => {
    fc.assert(fc.property(fc.constantFrom('', 'ISA*1~\nGS*2~\r\nST~', 'a\rb\n\nc'), events, follow));
  });

  test('so they do in long texts, with letters of any kind', () => {
    const segments = 'N4*MONTREAL*QC~\n'.repeat(70_000);
    const large = fc.constantFrom('', '\n'.repeat(200_000), 'É'.repeat(3), 'Ł~日\n');
    fc.assert(
      fc.property(fc.constantFrom(segments, `é${segments}`, `Ł${segments}`), events, large, events, (text, first, more, then) => {
        const behind: Change = { range: { start: { line: 3, character: 2 }, end: { line: 5, character: 1 } }, text: more };
        follow(text, [...first, [behind], ...then]);
      }),
      { numRuns: 12 },
    );
  });
});

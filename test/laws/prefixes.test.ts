// Laws about reading: any prefix of any document gives a tree that covers every sign, and problems that lie inside of it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Entry, SuperbillTree } from '../../server/syntax/superbill/nodes';
import { parseSuperbill } from '../../server/syntax/superbill/parse';
import { readX12 } from '../../server/syntax/x12/read';
import { RULES } from '../../server/rules/table';
import { entriesOf } from '../../server/features/locate';
import type { Rule } from '../../server/rules/rule';
import { examples } from '../kit/examples';
import { ENCOUNTER, PRACTICE, frame } from '../kit/frame';
import { CLAIM_FILE } from '../syntax/x12/claim-file';

function checkCover({ text, lines, blocks, problems }: SuperbillTree): void {
  let at = 0;
  for (const line of lines) {
    assert.equal(line.span.start, at, 'a gap between lines');
    assert.ok(line.content.start >= line.span.start && line.content.start <= line.content.end && line.content.end <= line.span.end);
    at = line.span.end;
  }
  assert.equal(at, text.length, 'the lines do not cover the text');
  const written = lines.filter((line) => line.content.start < line.content.end).length;
  let read = 0;
  for (const entry of entriesOf(blocks)) read += 1 + noteLines(entry, text);
  assert.ok(read >= written, `${written - read} lines are in no entry`);
  for (const { span } of problems)
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, 'a problem outside of the text');
  for (const entry of entriesOf(blocks))
    for (const { span } of entry.tokens)
      assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, 'a token outside of the text');
}

function noteLines({ spec, tokens, line }: Entry, text: string): number {
  const note = spec?.free ? tokens.find((token) => token.kind === 'note') : undefined;
  return note && note.span.end > line.span.end ? text.slice(line.span.end, note.span.end).split(/\r\n|\r|\n/).length : 0;
}

/** Whole documents that tests stand on. */
function documents(): string[] {
  const folder = path.join('test', 'documents');
  const kept = readdirSync('test').includes('documents')
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(practice|patient|encounter|payer)$/.test(name))
    : [];
  const rules = (Object.entries(RULES) as [string, Rule][])
    .filter(([id]) => !id.startsWith('x12/'))
    .flatMap(([, rule]) => [...rule.bad, ...rule.good]);
  return [
    ...examples().map((one) => one.text),
    ...kept.map((name) => readFileSync(path.join(folder, name), 'utf8')),
    PRACTICE,
    ENCOUNTER,
    ...rules.map(frame),
  ];
}

suite('laws: prefixes', function () {
  test('superbill documents', () => {
    for (const text of new Set(documents())) {
      const step = Math.max(1, Math.floor(text.length / 12));
      for (let end = 0; end <= text.length; end += step) checkCover(parseSuperbill(text.slice(0, end)));
      checkCover(parseSuperbill(text));
      checkCover(parseSuperbill(text.replaceAll('\n', '\r\n')));
      checkCover(parseSuperbill(text.replaceAll('\n', '\r')));
    }
  });

  test('X12 files', () => {
    for (let end = 0; end <= CLAIM_FILE.length; end += 1) {
      const { segments } = readX12(CLAIM_FILE.slice(0, end));
      let at = 0;
      for (let i = 0; i < segments.count; i += 1) {
        const span = segments.span(i);
        assert.ok(span.start >= at && span.end >= span.start && span.end <= end);
        assert.match(CLAIM_FILE.slice(at, span.start), /^[~\s]*$/, 'signs that are in no segment');
        at = span.end;
      }
    }
  });
});

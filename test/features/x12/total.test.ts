// No text makes a feature of X12 files fail: cut anywhere, damaged, of other hands.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeActions } from '../../../server/features/x12/actions';
import { completions } from '../../../server/features/x12/completion';
import { definitions } from '../../../server/features/x12/definitions';
import { x12Findings } from '../../../server/features/x12/findings';
import { oneSegmentALine } from '../../../server/features/x12/format';
import { inlayHints } from '../../../server/features/x12/hints';
import { hover } from '../../../server/features/x12/hover';
import { documentSymbols, foldingRanges } from '../../../server/features/x12/outline';
import { references } from '../../../server/features/x12/references';
import { renameSpan } from '../../../server/features/x12/rename';
import { semanticTokens } from '../../../server/features/x12/tokens';
import { explainFile } from '../../../server/features/report/report';
import { reportHtml } from '../../../server/features/report/html';
import { reportText } from '../../../server/features/report/text';
import { readX12, type X12Document } from '../../../server/syntax/x12/read';
import { readableView } from '../../../server/syntax/x12/readable';
import { acknowledge } from '../../../server/training-payer/acknowledge';
import { applyEdits } from '../../kit/check';
import { checkNesting } from '../../kit/check-features';
import { x12Scene } from '../../kit/scene';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';
import { corpusFiles, noCorpus } from '../../syntax/x12/corpus';
import { ACKNOWLEDGEMENT_FILE, CLAIM_ACKNOWLEDGEMENT_FILE, REMITTANCE_FILE } from '../../syntax/x12/valid-files';
import { sentBook } from './kit';

/** What a program says that has lost its way. */
const NONSENSE = /undefined|NaN|\[object/;

const segmentsOf = ({ segments, text }: X12Document) =>
  Array.from({ length: segments.count }, (_, i) => text.slice(segments.starts[i], segments.ends[i]));

function everything(text: string, places = 20): void {
  const scene = x12Scene(text);
  const world = { ...scene.world, sent: sentBook() },
    { document } = scene;
  for (const hint of inlayHints(document, { start: 0, end: text.length }, world)) assert.notEqual(hint.label, '');
  inlayHints(document, { start: 0, end: text.length }, world, true);
  const laidOut = readX12(applyEdits(text, oneSegmentALine(document)));
  assert.deepEqual(segmentsOf(laidOut), segmentsOf(document.x12));
  checkNesting(documentSymbols(document));
  for (const { startLine, endLine } of foldingRanges(document)) assert.ok(startLine < endLine);
  semanticTokens(document);
  const view = readableView(document.x12);
  const report = explainFile(document.x12, world);
  assert.doesNotMatch(reportText(report) + reportHtml(report), NONSENSE);
  acknowledge(document.x12, x12Findings(document, world));
  const step = Math.max(1, Math.floor(text.length / places));
  for (let offset = 0; offset <= text.length; offset += step) {
    // No cursor stands between the two signs of a line end.
    if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
    for (const { textEdit, label } of completions(document, offset, world, true).items) {
      assert.ok(textEdit && 'range' in textEdit && label !== '');
      const span = document.lines.span(textEdit.range);
      assert.ok(span.start <= offset && offset <= span.end, `${label} does not hold the cursor`);
    }
    for (const { source, span } of [...definitions(document, offset, world), ...references(document, offset, world)]) {
      assert.ok(span.start >= 0 && span.start <= span.end && span.end <= source.text.length);
    }
    const told = hover(document, offset, world)?.contents;
    if (told !== undefined) assert.doesNotMatch(JSON.stringify(told), NONSENSE);
    assert.ok(view.toFile(view.toView(offset)) <= text.length);
    const span = renameSpan(document, offset);
    assert.ok(!span || (span.start <= offset && offset <= span.end));
  }
  codeActions(document, { start: 0, end: text.length }, undefined, world);
}

suite('X12 features on any text', function () {
  for (const [name, text] of Object.entries({ CLAIM_FILE, REMITTANCE_FILE, ACKNOWLEDGEMENT_FILE, CLAIM_ACKNOWLEDGEMENT_FILE })) {
    test(`${name}, cut anywhere`, () => {
      for (let end = 0; end < text.length; end += 61) everything(text.slice(0, end), 8);
      for (let start = 1; start < text.length; start += 173) everything(text.slice(start), 8);
    });
  }

  test('damaged', () => {
    const sign = fc.constantFrom('~', '*', ':', '^', '\n', '\r\n', ' ', 'HL', 'SE*', 'é', '');
    fc.assert(
      fc.property(fc.nat(CLAIM_FILE.length), fc.nat(12), sign, (at, length, put) => {
        everything(CLAIM_FILE.slice(0, at) + put + CLAIM_FILE.slice(at + length), 6);
      }),
      { numRuns: 100 },
    );
  });

  test('of other hands', function () {
    if (noCorpus) {
      console.log(noCorpus);
      this.skip();
    }
    for (const { text } of corpusFiles().filter((one) => one.text.length < 60_000)) everything(text, 10);
  });
});

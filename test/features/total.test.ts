// No text makes a feature fail: every prefix of the sample practice, and mutations of it, at every offset.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeActions } from '../../server/features/code-actions';
import { codeLenses } from '../../server/features/code-lens';
import { completions } from '../../server/features/completion/completion';
import { resolveCompletion } from '../../server/features/completion/resolve';
import { diagnostics } from '../../server/features/diagnostics';
import { documentLinks } from '../../server/features/document-links';
import { foldingRanges } from '../../server/features/folding';
import { formatEdit } from '../../server/features/formatting';
import { prepareHierarchy, subtypes, supertypes } from '../../server/features/hierarchy';
import { hover } from '../../server/features/hover';
import { inlayHints } from '../../server/features/inlay-hints';
import type { SuperbillDocument } from '../../server/features/project';
import { definitions, references, renameSpan } from '../../server/features/references';
import { semanticTokens } from '../../server/features/semantic-tokens';
import { documentSymbols } from '../../server/features/symbols';
import type { World } from '../../server/features/world';
import { checkNesting, drawTokens } from '../kit/check-features';
import { type Example, examples, mutated } from '../kit/examples';
import { applyTextEdits, worldWith } from '../kit/scene';

const all = examples();

/** The sample practice with one of its documents exchanged. */
function practiceWith({ uri }: Example, text: string): { world: World; document: SuperbillDocument } {
  const world = worlds();
  world.project.set(uri, text, 'superbill');
  const document = world.project.superbill(uri);
  assert.ok(document);
  return { world, document };
}

let opened: World | undefined;

/** Opened once: documents that a test exchanges are put back by the next `set`. */
function worlds(): World {
  opened ??= worldWith({});
  for (const { uri, text } of all) opened.project.set(uri, text, 'superbill');
  return opened;
}

function everyFeature(document: SuperbillDocument, world: World): void {
  const { text } = document;
  diagnostics(document, world);
  codeLenses(document, world);
  documentLinks(document, world);
  foldingRanges(document).forEach(({ startLine, endLine }) => assert.ok(startLine < endLine && endLine < document.lines.lineCount));
  inlayHints(document, { start: 0, end: text.length }, world);
  checkNesting(documentSymbols(document));
  drawTokens(text, semanticTokens(document).data);
  const edit = formatEdit(document.tree);
  if (edit) assert.ok(edit.span.start <= edit.span.end && edit.span.end <= text.length);
}

function everyFeatureAt(document: SuperbillDocument, offset: number, world: World): void {
  const { items } = completions(document, offset, world, true);
  for (const item of items.slice(0, 3)) {
    assert.ok(item.textEdit && 'range' in item.textEdit);
    applyTextEdits(document, [item.textEdit]);
    resolveCompletion(item, world);
  }
  hover(document, offset, world);
  definitions(document, offset, world);
  renameSpan(document, offset);
  for (const item of prepareHierarchy(document, offset, world))
    [...supertypes(item, world), ...subtypes(item, world)].forEach(({ name }) => assert.ok(name));
}

suite('any text', function () {
  for (const example of all) {
    test(`every prefix of ${example.name}: features at its end`, () => {
      const { text } = example;
      const step = Math.ceil(text.length / 80);
      for (let end = 0; end <= text.length; end += step) {
        const { document, world } = practiceWith(example, text.slice(0, end));
        everyFeatureAt(document, end, world);
        if (end % (5 * step) === 0) everyFeature(document, world);
      }
    });

    test(`every offset of ${example.name}`, () => {
      const { document, world } = practiceWith(example, example.text);
      everyFeature(document, world);
      for (let offset = 0; offset <= document.text.length; offset += 5) everyFeatureAt(document, offset, world);
      for (let offset = 0; offset <= document.text.length; offset += 40) {
        references(document, offset, world);
        codeActions(document, { start: offset, end: Math.min(document.text.length, offset + 8) }, undefined, world);
      }
    });
  }

  test('mutations of every document', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all).chain((example) => fc.tuple(fc.constant(example), mutated(example.text), fc.nat())),
        ([example, text, place]) => {
          const { document, world } = practiceWith(example, text);
          everyFeature(document, world);
          const offset = place % (text.length + 1);
          everyFeatureAt(document, offset, world);
          codeActions(document, { start: offset, end: offset }, undefined, world);
        },
      ),
      { numRuns: 100, seed: 20261121 },
    );
  });

  test('random signs', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'encouterpatidg sv-.#"\n\t\r 0123456789ABxM$/*\u0000\ufeff\u00a0é'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(signs, (text) => {
        const { document, world } = practiceWith(all[0], text);
        everyFeature(document, world);
        for (let offset = 0; offset <= text.length; offset += 7) everyFeatureAt(document, offset, world);
      }),
      { numRuns: 100, seed: 20261121 },
    );
  });
});

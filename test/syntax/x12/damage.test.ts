// Damage of any kind to any file: nothing throws, every place lies inside of the text. Single faults are found where they are.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../server/syntax/tree';
import { describe, loopsOf } from '../../../server/syntax/x12/describe';
import { foldings, outline, type OutlineNode } from '../../../server/syntax/x12/outline';
import { readX12 } from '../../../server/syntax/x12/read';
import { tokens } from '../../../server/syntax/x12/tokens';
import { validate } from '../../../server/syntax/x12/validate';
import { writeX12 } from '../../../server/syntax/x12/write';
import { CLAIM_FILE } from './claim-file';
import { corpusFiles, noCorpus } from './corpus';
import { mutants } from './mutants';
import {
  REMITTANCE_FILE,
  ACKNOWLEDGEMENT_FILE,
  CLAIM_ACKNOWLEDGEMENT_FILE,
  INSTITUTIONAL_FILE,
  INQUIRY_FILE,
  DENTAL_FILE,
} from './valid-files';

/** Asks everything that can be asked of a text. */
function useAll(text: string): void {
  const document = readX12(text);
  const inside = ({ start, end }: Span): void => assert.ok(start >= 0 && start <= end && end <= text.length);
  assert.equal(writeX12(document), text);
  for (const found of validate(document)) {
    inside(found.span);
    for (const edit of found.fix?.edits ?? []) inside(edit.span);
  }
  const walk = (nodes: readonly OutlineNode[]): void =>
    nodes.forEach((node) => {
      inside(node.span);
      inside(node.selection);
      walk(node.children);
    });
  walk(outline(document));
  foldings(document).forEach(inside);
  let at = 0;
  for (const { span } of tokens(document)) {
    assert.ok(span.start >= at);
    inside(span);
    at = span.end;
  }
  for (const interchange of document.interchanges) {
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) {
        for (const { first, end } of loopsOf(document, transaction)?.instances ?? []) {
          assert.ok(first >= transaction.first && end <= transaction.end && first <= end);
        }
      }
    }
  }
  for (let offset = 0; offset <= text.length; offset += 1 + (text.length >> 4)) {
    const found = describe(document, offset);
    if (found) inside(found.span);
  }
}

suite('damaged X12', () => {
  const own = [
    CLAIM_FILE,
    REMITTANCE_FILE,
    ACKNOWLEDGEMENT_FILE,
    CLAIM_ACKNOWLEDGEMENT_FILE,
    INSTITUTIONAL_FILE,
    INQUIRY_FILE,
    DENTAL_FILE,
  ];
  const files = [...own, ...corpusFiles().map((file) => file.text.slice(0, 4000))];

  test('any prefix, deletion, swap or changed character of any file', () => {
    const damage = fc.tuple(fc.constantFrom(...files), fc.nat(), fc.nat(60), fc.constantFrom('cut', 'delete', 'flip', 'swap'), fc.nat(255));
    fc.assert(
      fc.property(damage, ([file, place, length, how, byte]) => {
        const at = place % (file.length + 1);
        const lines = file.split('~');
        const line = place % lines.length;
        useAll(
          how === 'cut'
            ? file.slice(0, at)
            : how === 'delete'
              ? file.slice(0, at) + file.slice(at + length)
              : how === 'flip'
                ? file.slice(0, at) + String.fromCharCode(byte) + file.slice(at + 1)
                : [...lines.slice(0, line), ...lines.slice(line + 1), lines[line] ?? ''].join('~'),
        );
      }),
      { numRuns: 100 },
    );
  });

  test(noCorpus ?? 'every public file as it is', function () {
    if (noCorpus) this.skip();
    for (const file of corpusFiles()) useAll(file.text.slice(0, 60_000));
  });

  test('more of one thing than anybody writes', () => {
    const head = CLAIM_FILE.slice(0, CLAIM_FILE.indexOf('BHT'));
    for (const piece of [
      '~',
      'ISA*',
      '  N3*A~',
      'HL*1**20*1~',
      'CLM*A~',
      'ST*837*1~',
      'SE*1*1~',
      'GS*HC*A~',
      'REF*',
      '*',
      ':',
      '^',
      'x',
      '\n',
    ]) {
      useAll(head + piece.repeat(3000));
      useAll(`${head}REF${piece.repeat(3000)}~`);
    }
  });

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), useAll), { numRuns: 60 });
  });
});

suite('single faults', () => {
  for (const [name, text] of [
    ['837P', CLAIM_FILE],
    ['837I', INSTITUTIONAL_FILE],
    ['837D', DENTAL_FILE],
    ['835', REMITTANCE_FILE],
    ['999', ACKNOWLEDGEMENT_FILE],
    ['277CA', CLAIM_ACKNOWLEDGEMENT_FILE],
    ['270', INQUIRY_FILE],
  ] as const) {
    test(`${name}: clean as it is`, () => {
      assert.deepEqual(
        validate(readX12(text)).map((found) => `${found.reference}: ${found.message}`),
        [],
      );
    });

    test(`${name}: each fault is found on its segment`, () => {
      const all = mutants(text);
      const missed = all.filter(
        (mutant) =>
          !validate(readX12(mutant.text)).some(
            (found) =>
              (found.severity === 'error' || found.kind === 'duplicate-segment') &&
              mutant.segments.some((segment) => Math.abs(found.segment - segment) <= mutant.near),
          ),
      );
      assert.ok(all.length >= 60, `${all.length} mutants`);
      assert.ok(
        missed.length <= 0.02 * all.length,
        `${missed.length} of ${all.length} missed: ${missed
          .map((mutant) => mutant.name)
          .slice(0, 20)
          .join('; ')}`,
      );
    });
  }
});

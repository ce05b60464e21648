// Validation piece by piece finds what validation of the whole text finds.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readX12 } from '../../../server/syntax/x12/read';
import { validateStream } from '../../../server/syntax/x12/stream';
import { validate, type X12Problem } from '../../../server/syntax/x12/validate';
import { CLAIM_FILE } from './claim-file';
import { corpusFiles, noCorpus } from './corpus';
import { mutants } from './mutants';
import { INSTITUTIONAL_FILE, REMITTANCE_FILE } from './valid-files';

const told = (found: readonly X12Problem[]): string[] =>
  found
    .map(({ span, segment, position, loop, reference, message }) =>
      [span.start, span.end, segment, position, loop, reference, message].join(' '),
    )
    .sort();

function inPieces(text: string, size: number): string[] {
  const found: X12Problem[] = [];
  const stream = validateStream((each) => found.push(each));
  for (let at = 0; at < text.length; at += size) stream.push(text.slice(at, at + size));
  stream.end();
  return told(found);
}

const whole = (text: string): string[] => told(validate(readX12(text)));

/** A file that is longer than what is read at once, with a fault in every tenth transaction. */
function longFile(): string {
  const [isa = '', gs = '', ...rest] = CLAIM_FILE.split('~\n');
  const inside = rest.slice(0, -3);
  const transactions = Array.from({ length: 2500 }, (_, i) =>
    inside
      .map((line) => line.replace('*0001', `*${String(i + 1).padStart(4, '0')}`))
      .map((line) => (i % 10 === 0 && line.startsWith('DMG') ? 'DMG*D8*19680230*F' : line))
      .join('~\n'),
  );
  return [isa, gs, ...transactions, 'GE*2500*1', 'IEA*1*000000905', ''].join('~\n');
}

suite('validating X12 in pieces', () => {
  test('a long file, cut anywhere', () => {
    const text = longFile();
    assert.ok(text.length > 2_000_000);
    const expected = whole(text);
    assert.equal(expected.length, 250);
    for (const size of [text.length, 64 * 1024, 100_003]) assert.deepEqual(inPieces(text, size), expected);
  });

  test('single faults', () => {
    for (const text of [CLAIM_FILE, REMITTANCE_FILE, INSTITUTIONAL_FILE]) {
      for (const mutant of mutants(text)) assert.deepEqual(inPieces(mutant.text, 500), whole(mutant.text), mutant.name);
    }
  });

  test('several interchanges of different delimiters', () => {
    const text = CLAIM_FILE + REMITTANCE_FILE.replaceAll('*', '|') + CLAIM_FILE.replace('SE*32', 'SE*31');
    assert.deepEqual(inPieces(text, 77), whole(text));
  });

  test(noCorpus ?? 'public files', function () {
    if (noCorpus) this.skip();
    for (const file of corpusFiles()) assert.deepEqual(inPieces(file.text, 5000), whole(file.text), file.path);
  });

  test('any text ends without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.integer({ min: 1, max: 50 }), (text, size) => {
        inPieces(text, size);
      }),
      { numRuns: 60 },
    );
  });
});

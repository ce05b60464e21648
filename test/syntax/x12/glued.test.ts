// Segments without a terminator between them, in files of one line: one error, and both are read.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readX12 } from '../../../server/syntax/x12/read';
import { rereadX12 } from '../../../server/syntax/x12/reread';
import { validateStream } from '../../../server/syntax/x12/stream';
import { validate, type X12Problem } from '../../../server/syntax/x12/validate';
import { writeX12 } from '../../../server/syntax/x12/write';
import { CLAIM_FILE } from './claim-file';
import { corpusFiles, noCorpus } from './corpus';
import * as samples from './samples';
import * as valid from './valid-files';

const told = (found: readonly X12Problem[]): string[] =>
  found.map(({ kind, segment, span }) => `${kind} ${segment} ${span.start} ${span.end}`);
const findings = (text: string): string[] => told(validate(readX12(text)));

function inPieces(text: string): string[] {
  const found: X12Problem[] = [];
  const stream = validateStream((each) => found.push(each));
  for (let at = 0; at < text.length; at += 100) stream.push(text.slice(at, at + 100));
  stream.end();
  return told(found);
}

const { interchange: _, ...files } = valid;
const own = Object.values({ CLAIM_FILE, ...files, ...samples }).map((text) => text.replaceAll('~\n', '~'));
const line = CLAIM_FILE.replaceAll('\n', '');
/** The text without its n-th terminator. */
function without(text: string, n: number): string {
  const parts = text.split('~');
  return [...parts.slice(0, n), `${parts[n]}${parts[n + 1]}`, ...parts.slice(n + 2)].join('~');
}

suite('a terminator that was lost', () => {
  test('between any two segments of a claim', () => {
    const count = line.split('~').length - 2;
    for (let n = 0; n < count; n++) {
      const text = without(line, n);
      const { start, end } = readX12(line).segments.span(n);
      assert.deepEqual(findings(text), [`missing-terminator ${n} ${start} ${end}`], text.slice(start, end + 20));
      assert.deepEqual(inPieces(text), findings(text), String(n));
      assert.equal(writeX12(readX12(text)), text);
      const [{ fix }] = validate(readX12(text));
      assert.deepEqual(fix?.edits, [{ span: { start: end, end }, text: '~' }]);
    }
  });

  test('in files of all kinds it is told once, nearly everywhere', () => {
    let all = 0,
      once = 0;
    for (const text of own) {
      const count = text.split('~').length - 2;
      for (let n = 0; n < count; n++) {
        all++;
        const found = validate(readX12(without(text, n))).filter(({ severity }) => severity === 'error');
        if (found.length === 1 && found[0].kind === 'missing-terminator' && found[0].segment === n) once++;
      }
    }
    assert.ok(once > 0.97 * all, `${once} of ${all}`);
  });

  test('two at once', () => {
    assert.deepEqual(
      findings(without(without(line, 10), 27)).map((each) => each.split(' ')[0]),
      ['missing-terminator', 'missing-terminator'],
    );
  });

  test('a segment that is missing is no such thing', () => {
    const isTold = (text: string): boolean => readX12(text).problems.some(({ kind }) => kind === 'missing-terminator');
    for (const text of own) {
      const parts = text.split('~');
      for (let n = 3; n < parts.length - 4; n++) assert.ok(!isTold(parts.toSpliced(n, 1).join('~')), parts[n]);
    }
    const names = line.replace('NM1*IL*1*DOE*JANE*Q', 'NM1*IL*1*COOPER*JO*Q').replace('N3*100 MAIN ST', 'N3*100 MAIN ST*SUITE LX');
    for (const text of [names, names.replace('NM1*IL*1*COOPER*JO', 'NM1*IL*1*HUTCHINS*III')])
      assert.ok(!isTold(text.replace('REF*G1*A123456~', '')));
  });

  test(noCorpus ?? 'nor in public files', function () {
    if (noCorpus) this.skip();
    for (const { path, text } of corpusFiles()) {
      const told = readX12(text).problems.some(({ kind, span }) => kind === 'missing-terminator' && /[A-Z]/.test(text.charAt(span.end)));
      assert.ok(!told, path);
    }
  });

  test('after any change as anew', () => {
    const places = fc.tuple(
      fc.constantFrom(line, without(line, 10), without(line, 20), CLAIM_FILE),
      fc.array(fc.tuple(fc.nat(1300), fc.nat(6), fc.constantFrom('', '~', 'LX*', 'A', '~REF*G1*A1~')), { minLength: 1, maxLength: 3 }),
    );
    fc.assert(
      fc.property(places, ([text, edits]) => {
        let document = readX12(text);
        for (const [at, length, put] of edits) {
          const changed = document.text.slice(0, at) + put + document.text.slice(at + length);
          document = rereadX12(document, changed).document;
          const anew = readX12(changed);
          assert.deepEqual([...document.segments.starts], [...anew.segments.starts]);
          assert.deepEqual([...document.segments.ends], [...anew.segments.ends]);
          assert.deepEqual(document.problems, anew.problems);
          assert.deepEqual(document.interchanges, anew.interchanges);
        }
      }),
      { numRuns: 500 },
    );
  });
});

// An ISA that declares other delimiters than the file uses is told once, and the file read by those that it uses.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readX12 } from '../../../server/syntax/x12/read';
import { rereadX12 } from '../../../server/syntax/x12/reread';
import { validateStream } from '../../../server/syntax/x12/stream';
import { validate, type X12Problem } from '../../../server/syntax/x12/validate';
import { CLAIM_FILE } from './claim-file';
import * as samples from './samples';
import { CLAIM_ACKNOWLEDGEMENT_FILE, DENTAL_FILE, INQUIRY_FILE, INSTITUTIONAL_FILE, REMITTANCE_FILE } from './valid-files';

const told = (found: readonly X12Problem[]): string[] =>
  found.map(({ kind, reference, span, codes }) => `${kind} ${reference} ${span.start}-${span.end} ${codes.ta105 ?? ''}`);
const findings = (text: string): string[] => told(validate(readX12(text)));

function inPieces(text: string, size: number): string[] {
  const found: X12Problem[] = [];
  const stream = validateStream((each) => found.push(each));
  for (let at = 0; at < text.length; at += size) stream.push(text.slice(at, at + size));
  stream.end();
  return told(found);
}

/** The text with one character of ISA changed. */
const declaring = (text: string, element: 11 | 16, sign: string): string => {
  const at = element === 11 ? 82 : 104;
  return text.slice(0, at) + sign + text.slice(at + 1);
};
const ELEMENT = CLAIM_FILE.slice(0, 105) + CLAIM_FILE.slice(105).replaceAll('*', '|');
const oneLine = CLAIM_FILE.replaceAll('\n', '');

suite('delimiters other than ISA says', () => {
  test('a component separator that stands nowhere', () => {
    for (const text of [CLAIM_FILE, INSTITUTIONAL_FILE, REMITTANCE_FILE, CLAIM_ACKNOWLEDGEMENT_FILE, samples.STATUS_ANSWER_FILE]) {
      for (const sign of ['>', '<', '|']) assert.deepEqual(findings(declaring(text, 16, sign)), ['invalid-delimiters ISA16 104-105 027']);
      assert.deepEqual(findings(text), []);
    }
  });

  test('one sign for components and repetitions is told as such, and read as both', () => {
    const text = declaring(samples.BENEFIT_FILE, 16, samples.BENEFIT_FILE[82]);
    assert.deepEqual(
      validate(readX12(text)).map(({ kind, segmentId }) => `${kind} ${segmentId}`),
      ['invalid-delimiters ISA'],
    );
  });

  test('the fix declares the one in use', () => {
    const text = declaring(CLAIM_FILE, 16, '>');
    const [found] = validate(readX12(text));
    assert.deepEqual(found.fix?.edits, [{ span: { start: 104, end: 105 }, text: ':' }]);
    assert.equal(found.message, 'ISA16 says that > separates components, but in this file : does: a receiver splits them by ISA16');
  });

  test('one composite with another sign is told where it stands', () => {
    const found = validate(readX12(CLAIM_FILE.replace('11:B:1', '11>B>1')));
    assert.ok(found.length > 0 && found.every(({ reference }) => reference.startsWith('CLM05')));
  });

  test('a sign in data of all kinds is none of it', () => {
    const text = CLAIM_FILE.replace('RIVERSIDE FAMILY', 'RIVERSIDE/FAMILY').replace('REF*G1*A123456', 'REF*G1*A12/3456');
    assert.deepEqual(findings(text), []);
  });

  test('a repetition separator that stands nowhere', () => {
    assert.deepEqual(findings(declaring(samples.BENEFIT_FILE, 11, '!')), ['invalid-delimiters ISA11 82-83 026']);
    assert.deepEqual(findings(declaring(INQUIRY_FILE, 11, '!')), ['invalid-delimiters ISA11 82-83 026']);
    // Nothing is repeated in these: any sign will do.
    for (const text of [CLAIM_FILE, DENTAL_FILE, REMITTANCE_FILE]) assert.deepEqual(findings(declaring(text, 11, '!')), []);
  });

  test('both exchanged are two faults', () => {
    assert.deepEqual(findings(declaring(declaring(CLAIM_FILE, 11, ':'), 16, '^')), [
      'invalid-delimiters ISA11 82-83 026',
      'invalid-delimiters ISA16 104-105 027',
    ]);
  });

  test('another element separator behind ISA', () => {
    assert.deepEqual(findings(ELEMENT), ['invalid-delimiters ISA 0-105 026']);
    const [{ fix }] = validate(readX12(ELEMENT));
    assert.equal(fix?.edits[0].text, ELEMENT.slice(0, 105).replaceAll('*', '|'));
  });

  test('another terminator behind ISA, or none', () => {
    assert.deepEqual(findings(`${CLAIM_FILE.slice(0, 105)}~${CLAIM_FILE.slice(106).replaceAll('~', "'")}`), [
      'invalid-delimiters ISA 105-106 004',
    ]);
    const lost = (text: string): string => text.slice(0, 105) + text.slice(106);
    assert.deepEqual(findings(lost(CLAIM_FILE)), ['missing-terminator ISA 0-105 004']);
    assert.deepEqual(findings(lost(oneLine)), ['missing-terminator ISA 0-105 004']);
  });

  test('line ends are a terminator', () => assert.deepEqual(findings(CLAIM_FILE.replaceAll('~\n', '\n')), []));

  const odd = [
    declaring(CLAIM_FILE, 16, '>'),
    declaring(samples.BENEFIT_FILE, 11, '!'),
    ELEMENT,
    CLAIM_FILE.slice(0, 105) + CLAIM_FILE.slice(106),
  ];

  test('in pieces as in the whole', () => {
    const text = [...odd, CLAIM_FILE, REMITTANCE_FILE].join('');
    assert.deepEqual(inPieces(text, 77).sort(), findings(text).sort());
    // An ISA near the end of what is read at once is judged by what comes behind it.
    const behind = odd.map((each) => CLAIM_FILE.repeat(1250) + each).join('');
    assert.deepEqual(inPieces(behind, 1000).sort(), findings(behind).sort());
  }).timeout(20_000);

  test('after any change as anew', () => {
    const change = fc.tuple(
      fc.constantFrom(...odd, CLAIM_FILE),
      fc.nat(1200),
      fc.nat(8),
      fc.constantFrom('', ':', '>', '~', '*', 'HI*BK:A1~', '1'),
    );
    fc.assert(
      fc.property(change, ([text, at, length, put]) => {
        const changed = text.slice(0, at) + put + text.slice(at + length);
        const own = rereadX12(readX12(text), changed).document,
          anew = readX12(changed);
        assert.deepEqual([...own.segments.starts], [...anew.segments.starts]);
        assert.deepEqual(own.problems, anew.problems);
        assert.deepEqual(own.segments.separators(2), anew.segments.separators(2));
        assert.deepEqual(own.interchanges, anew.interchanges);
      }),
      { numRuns: 400 },
    );
  });
});

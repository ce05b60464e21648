// A head or an end of an envelope that is missing, doubled or misnamed is one error, where it stands or should stand.
import assert from 'node:assert/strict';
import { readX12 } from '../../../server/syntax/x12/read';
import { validateStream } from '../../../server/syntax/x12/stream';
import { validate, type X12Problem } from '../../../server/syntax/x12/validate';
import { CLAIM_FILE } from './claim-file';
import { ACKNOWLEDGEMENT_FILE, INQUIRY_FILE, REMITTANCE_FILE } from './valid-files';

const told = (found: readonly X12Problem[], { segments }: ReturnType<typeof readX12>): string[] =>
  found.map(({ kind, segment, segmentId, codes }) =>
    [kind, segmentId, 'at', segments.id(segment), segment, ...Object.values(codes)].join(' '),
  );

/** What is told, in the whole and in pieces. */
function findings(text: string): string[] {
  const document = readX12(text);
  const own = told(validate(document), document);
  const pieced: X12Problem[] = [];
  const stream = validateStream((each) => pieced.push(each));
  for (let at = 0; at < text.length; at += 100) stream.push(text.slice(at, at + 100));
  stream.end();
  assert.deepEqual(told(pieced, document).sort(), [...own].sort());
  return own;
}

const lines = (text: string): string[] => text.trim().split(/~\n?/).filter(Boolean);
const written = (segments: readonly string[]): string => segments.map((each) => `${each}~\n`).join('');
/** The file with the segments of a name replaced. */
const changed = (id: string, by: (segment: string) => readonly string[], text = CLAIM_FILE): string =>
  written(lines(text).flatMap((each) => (each.startsWith(`${id}*`) ? by(each) : [each])));
const without = (id: string, text?: string): string => changed(id, () => [], text);
const renamed = (id: string, name: string): string => changed(id, (segment) => [segment.replace(id, name)]);

suite('heads and ends of envelopes', () => {
  test('one that is missing', () => {
    assert.deepEqual(findings(without('SE')), ['missing-trailer SE at REF 32 2']);
    assert.deepEqual(findings(without('GE')), ['missing-trailer GE at SE 33 3']);
    assert.deepEqual(findings(without('IEA')), ['missing-trailer IEA at GE 34 023']);
    assert.deepEqual(findings(without('GS')), ['missing-segment ST at ST 1']);
    assert.deepEqual(findings(without('ISA')), ['missing-segment ISA at GS 0 022']);
  });

  test('a missing ST, in files of all kinds', () => {
    assert.deepEqual(findings(without('ST')), ['missing-segment ST at BHT 2 022']);
    assert.deepEqual(findings(without('ST', REMITTANCE_FILE)), ['missing-segment ST at BPR 2 022']);
    assert.deepEqual(findings(without('ST', ACKNOWLEDGEMENT_FILE)), ['missing-segment ST at AK1 2 022']);
    assert.deepEqual(findings(without('ST', INQUIRY_FILE)), ['missing-segment ST at BHT 2 022']);
  });

  test('one of several transactions without its end', () => {
    const [isa = '', gs = '', ...rest] = lines(CLAIM_FILE);
    const one = rest.slice(0, -2);
    const text = written([isa, gs, ...one.slice(0, -1), ...one.map((each) => each.replace('*0001', '*0002')), 'GE*2*1', 'IEA*1*000000905']);
    assert.deepEqual(findings(text), ['missing-trailer SE at REF 32 2']);
  });

  test('one that stands twice', () => {
    for (const id of ['ST', 'GS']) {
      const segment = id === 'ST' ? 3 : 2;
      assert.deepEqual(findings(changed(id, (each) => [each, each])), [`duplicate-segment ${id} at ${id} ${segment} 022`]);
    }
    // With another number it is another one.
    assert.ok(findings(changed('ST', (each) => [each, each.replace('0001', '0002')])).some((each) => each.startsWith('missing-trailer')));
  });

  test('one under another name', () => {
    assert.deepEqual(findings(renamed('ST', 'XXX')), ['unknown-segment XXX at XXX 2 022']);
    assert.deepEqual(findings(renamed('GS', 'XXX')), ['unknown-segment XXX at XXX 1 022']);
    assert.deepEqual(findings(renamed('SE', 'XXX')), ['unknown-segment XXX at XXX 33 1']);
    assert.deepEqual(findings(renamed('GE', 'XXX')), ['misplaced-segment XXX at XXX 34 022']);
    assert.deepEqual(findings(renamed('IEA', 'XXX')), ['misplaced-segment XXX at XXX 35 022']);
  });

  test('a file that breaks off', () => {
    const all = lines(CLAIM_FILE);
    assert.deepEqual(findings(written(all.slice(0, 24))), ['missing-trailer IEA at NM1 23 023']);
    assert.deepEqual(findings(written(all.slice(0, -2))), ['missing-trailer IEA at SE 33 023']);
    const [found] = validate(readX12(written(all.slice(0, 24))));
    assert.equal(found.message, 'The file breaks off here: SE, GE and IEA are missing');
  });
});

suite('elements of heads and ends', () => {
  const kinds = (text: string): string[] => validate(readX12(text)).map(({ kind, reference }) => `${kind} ${reference}`);
  /** The file with the n-th element of a segment changed. */
  const element = (id: string, n: number, by: (value: string) => readonly string[]): string =>
    changed(id, (segment) => {
      const parts = segment.split('*');
      return [[...parts.slice(0, n), ...by(parts[n] ?? ''), ...parts.slice(n + 1)].join('*')];
    });

  test('one too many or too few in ISA', () => {
    for (let n = 1; n <= 15; n++) {
      assert.deepEqual(kinds(element('ISA', n, () => [])), ['invalid-interchange-header ISA'], `without ISA${n}`);
      assert.deepEqual(kinds(element('ISA', n, (value) => ['', value])), ['invalid-interchange-header ISA'], `before ISA${n}`);
    }
  });

  test('one of another width in ISA', () => {
    for (const n of [1, 2, 5, 6, 9, 12, 13]) {
      const name = `ISA${String(n).padStart(2, '0')}`;
      assert.deepEqual(kinds(element('ISA', n, (value) => [`${value}0`])), [`invalid-length ${name}`]);
      assert.deepEqual(kinds(element('ISA', n, (value) => [value.slice(1)])), [`invalid-length ${name}`]);
      assert.deepEqual(kinds(element('ISA', n, (value) => [`${value}\u00e9`])), [`invalid-character ${name}`]);
    }
  });

  test('one too many or too few in GS, GE, IEA and SE', () => {
    for (const n of [2, 3, 4, 5, 6, 7]) {
      assert.equal(kinds(element('GS', n, () => [])).length, 1, `without GS${n}`);
      assert.equal(kinds(element('GS', n, (value) => ['', value])).length, 1, `before GS${n}`);
    }
    assert.deepEqual(kinds(element('IEA', 1, (value) => ['', value])), ['unused-element IEA02']);
    assert.deepEqual(kinds(element('SE', 1, (value) => ['', value])), ['unused-element SE02']);
    assert.deepEqual(kinds(element('SE', 1, () => ['X'])), ['mismatched-count SE01']);
    assert.deepEqual(
      kinds(element('SE', 2, () => [''])).filter((each) => !each.startsWith('unused-separator')),
      ['mismatched-control-number SE02'],
    );
  });

  test('a segment that ends too early', () => {
    const own = (segment: string): string[] =>
      validate(readX12(changed(segment.split('*')[0], () => [segment], REMITTANCE_FILE))).map(
        ({ reference, message }) => `${reference} ${message}`,
      );
    assert.deepEqual(own('BPR*I*92.5'), [
      'BPR03 BPR ends too early: BPR03 (credit or debit), BPR04 (payment method) and BPR16 (date of payment) are missing',
    ]);
    assert.deepEqual(own('BPR**92.5'), [
      'BPR01 BPR01 (what is handled) is missing',
      'BPR03 BPR ends too early: BPR03 (credit or debit), BPR04 (payment method) and BPR16 (date of payment) are missing',
    ]);
    assert.deepEqual(
      validate(readX12(CLAIM_FILE.replace('*11:B:1*', '*11*'))).map(({ reference }) => reference),
      ['CLM05-02'],
    );
  });
});

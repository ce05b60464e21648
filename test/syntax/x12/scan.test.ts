// What is remembered of segments: the same as what stands there, whatever was scanned before.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addCharacters } from '../../../server/syntax/sums';
import { readX12 } from '../../../server/syntax/x12/read';
import { packed, partText, Scanner } from '../../../server/syntax/x12/scan';
import { validate } from '../../../server/syntax/x12/validate';
import { ATTACHMENT_FILE } from './samples';
import { REMITTANCE_FILE } from './valid-files';

const STARS = { segment: '~', element: '*', component: ':', repetition: '^' };
const PIPES = { segment: '~', element: '|', component: '>', repetition: '^' };
const SEGMENTS = [
  'LX*1',
  'LX*2',
  'LX',
  'L',
  '',
  'lx*1',
  'SV1*HC:99213*145*UN*1***1',
  'SV1|HC>99213|145|UN|1|||1',
  'DTP*472*D8*20260801',
  'DTP*472*D8*20260802',
  'REF*6R*é',
  'REF*日*1',
  'REF*月*1',
  'HI*ABK:J020^ABF:I10',
  'N3*12 ELM ST',
  'NM1*IL*1',
  `NM1*IL*1*${'X'.repeat(60)}`,
  '*',
  '*****',
];

suite('segments that were met before', () => {
  test('are known by all of their characters and the delimiters in force', () => {
    const text = SEGMENTS.join('~');
    const scanners = [new Scanner(text, STARS), new Scanner(text, PIPES)];
    for (let round = 0; round < 3; round += 1) {
      for (const [n, scanner] of scanners.entries()) {
        const { element, component } = [STARS, PIPES][n];
        let start = 0;
        for (const segment of SEGMENTS) {
          const { name, code } = scanner.glance(start, start + segment.length);
          const [first, second = ''] = segment.split(element);
          assert.equal(name, number(first), segment);
          assert.equal(code, number(second.split(component)[0].split('^')[0]), segment);
          start += segment.length + 1;
        }
      }
    }
  });

  test('texts of elements are their own when other texts are scanned between', () => {
    const one = 'REF*D9*ABCDEFGH~',
      other = 'REF*D9*IJKLMNOP~';
    const first = new Scanner(one, STARS),
      second = new Scanner(other, STARS);
    for (const [scanner, text] of [
      [first, one],
      [second, other],
      [first, one],
    ] as const) {
      assert.equal(partText(text, scanner.read(0, 15), 2), text.slice(7, 15));
    }
  });

  test('data of the same length are told apart, whatever their characters', () => {
    const findings = (data: string): number => validate(readX12(ATTACHMENT_FILE.replace('BIN*5*Notes', `BIN*3*${data}`))).length;
    assert.deepEqual([findings('日'), findings('Ā')], [0, 1]);
  });

  test('sums of a scanner are those of the characters', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'AB1*~:é日Ā\u00ff\u00fe') });
    fc.assert(
      fc.property(texts, texts, texts, (before, text, after) => {
        const whole = before + text + after,
          { length: start } = before,
          end = start + text.length;
        const own = { first: 1, second: 2 },
          scanned = { first: 1, second: 2 };
        addCharacters(own, text, 0, text.length);
        new Scanner(whole, STARS).addTo(scanned, start, end);
        assert.deepEqual(scanned, own);
      }),
    );
  });

  test('texts that differ in a character or in the order of two have other sums, both of them', () => {
    const seen = [new Set<number>(), new Set<number>()];
    const texts = ['', 'A', 'B', 'AB', 'BA', ...Array.from({ length: 5000 }, (_, i) => `DTP*472*D8*2026${String(i).padStart(4, '0')}`)];
    for (const text of texts) {
      const sums = { first: 17, second: 5381 };
      addCharacters(sums, text, 0, text.length);
      seen[0].add(sums.first);
      seen[1].add(sums.second);
    }
    assert.deepEqual(
      seen.map(({ size }) => size),
      [texts.length, texts.length],
    );
  });

  test('codes that one file was not asked about are asked about in the next', () => {
    const document = readX12(REMITTANCE_FILE);
    const unknown = (list: string): string[] => validate(document, { known: (each) => each !== list }).map(({ reference }) => reference);
    assert.deepEqual(validate(document), []);
    assert.deepEqual(unknown('reason'), ['CAS02', 'CAS02']);
    assert.deepEqual(validate(document), []);
  });
});

/** As scans give codes. */
function number(code: string): number {
  const scan = new Scanner(code, { ...STARS, element: '\u0001' }).read(0, code.length);
  return packed(scan, 0);
}

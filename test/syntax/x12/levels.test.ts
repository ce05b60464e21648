// A wrong number, kind or parent of a level is one error, on its element; what stands below is judged as what it is.
import assert from 'node:assert/strict';
import { readX12 } from '../../../server/syntax/x12/read';
import { rereadX12 } from '../../../server/syntax/x12/reread';
import { validate } from '../../../server/syntax/x12/validate';
import { CLAIM_SEGMENTS } from './claim-file';
import * as samples from './samples';
import { CLAIM_ACKNOWLEDGEMENT_FILE, INQUIRY_FILE } from './valid-files';

const at = (start: string): number => CLAIM_SEGMENTS.findIndex((segment) => segment.startsWith(start));
const CLAIM = CLAIM_SEGMENTS.slice(at('CLM*'), at('SE*'));

/** Two policy holders, the second one with two dependents. */
const FAMILY = [
  ...CLAIM_SEGMENTS.slice(0, at('SE*')),
  'HL*3*1*22*1',
  'SBR*P**0098765******CI',
  'NM1*IL*1*ROE*JOHN****MI*W123456780',
  'NM1*PR*2*AETNA*****PI*60054',
  ...['HL*4*3*23*0', 'HL*5*3*23*0'].flatMap((level, n) => [
    level,
    'PAT*19',
    `NM1*QC*1*ROE*${['SAM', 'EVA'][n]}`,
    'N3*12 ELM ST',
    'N4*SPRINGFIELD*IL*627045678',
    `DMG*D8*2014040${n + 3}*M`,
    ...CLAIM.map((segment) => segment.replace('E1001', `E100${n + 2}`)),
  ]),
  ...CLAIM_SEGMENTS.slice(at('SE*')),
];
const written = (segments: readonly string[]): string =>
  `${segments.map((each) => (each.startsWith('SE*') ? `SE*${segments.length - 4}*0001` : each)).join('~\n')}~\n`;
const findings = (text: string): string[] =>
  validate(readX12(text)).map(({ kind, reference, segment, message }) => {
    assert.equal(readX12(text).segments.id(segment), 'HL');
    return `${kind} ${reference}: ${message}`;
  });
const family = (level: string, changed: string): string[] => {
  assert.ok(FAMILY.includes(level));
  return findings(written(FAMILY.map((each) => (each === level ? changed : each))));
};

suite('levels', () => {
  test('a family is in order', () => assert.deepEqual(findings(written(FAMILY)), []));

  for (const [level, good, others] of [
    ['HL*1**20*1', '20', ['22', '23', 'ZZ']],
    ['HL*2*1*22*0', '22', ['20', '23', 'ZZ']],
    ['HL*3*1*22*1', '22', ['20', '23', 'ZZ']],
    ['HL*4*3*23*0', '23', ['20', '22', 'ZZ']],
  ] as const) {
    test(`another kind of level in ${level}`, () => {
      for (const kind of others)
        assert.deepEqual(family(level, level.replace(`*${good}*`, `*${kind}*`)), [
          `invalid-code HL03: HL03 must be ${good} here, not ${kind}`,
        ]);
    });
  }

  test('another kind of level in other transactions', () => {
    const told = (text: string, level: string, changed: string): string[] => {
      assert.ok(text.includes(level));
      return findings(text.replace(level, changed));
    };
    const { STATUS_QUESTION_FILE } = samples;
    assert.deepEqual(told(INQUIRY_FILE, 'HL*2*1*21', 'HL*2*1*22').length, 1);
    assert.deepEqual(told(INQUIRY_FILE, 'HL*3*2*22', 'HL*3*2*21').length, 1);
    assert.deepEqual(told(STATUS_QUESTION_FILE, 'HL*3*2*19', 'HL*3*2*22').length, 1);
    assert.deepEqual(told(STATUS_QUESTION_FILE, 'HL*4*3*22', 'HL*4*3*19').length, 1);
    assert.deepEqual(told(CLAIM_ACKNOWLEDGEMENT_FILE, 'HL*3*2*19', 'HL*3*2*PT').length, 1);
  });

  test('another number', () => {
    assert.deepEqual(family('HL*1**20*1', 'HL*2**20*1'), ['mismatched-level HL01: HL01 is 2, but this is level number 1']);
    assert.deepEqual(family('HL*3*1*22*1', 'HL*7*1*22*1'), ['mismatched-level HL01: HL01 is 7, but this is level number 3']);
    assert.deepEqual(family('HL*4*3*23*0', 'HL**3*23*0'), ['mismatched-level HL01: HL01 is empty, but this is level number 4']);
  });

  test('numbers that go on from a wrong one', () => {
    const jump = FAMILY.map((each) =>
      each.replace(
        /^HL\*([345])\*(\d)/,
        (_, own: string, above: string) => `HL*${Number(own) + 4}*${above === '1' ? 1 : Number(above) + 4}`,
      ),
    );
    assert.deepEqual(findings(written(jump)), ['mismatched-level HL01: HL01 is 7, but this is level number 3']);
  });

  test('another level above, or none', () => {
    assert.deepEqual(family('HL*4*3*23*0', 'HL*4*1*23*0'), ['mismatched-level HL02: HL02 is 1, but the level above is 3']);
    assert.deepEqual(family('HL*2*1*22*0', 'HL*2**22*0'), ['mismatched-level HL02: HL02 is empty, but the level above is 1']);
  });

  test('levels below where there are none, and none where there are', () => {
    assert.deepEqual(family('HL*2*1*22*0', 'HL*2*1*22*1'), ['mismatched-level HL04: HL04 says 1, but no level stands below']);
    assert.deepEqual(family('HL*3*1*22*1', 'HL*3*1*22*0'), ['mismatched-level HL04: HL04 says 0, but a level stands below']);
  });

  test('a missing first segment of a level is no wrong level', () => {
    const without = (segment: string): string => written(FAMILY.filter((each) => each !== segment));
    for (const segment of ['SBR*P**0098765******CI', 'NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893'])
      assert.ok(
        validate(readX12(without(segment))).every(({ reference }) => reference !== 'HL03'),
        segment,
      );
  });

  test('what changes behind a level is read with the level', () => {
    const text = written(FAMILY);
    const change = rereadX12(readX12(text), text.replace('SBR*P**0098765', 'SBR*P**0098766')).change;
    assert.equal(change && readX12(text).segments.id(change.from), 'HL');
  });
});

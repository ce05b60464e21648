// Finding one's way in a file: definitions, control numbers, the readable view, what may come next.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expectedAfter } from '../../../server/syntax/x12/expected';
import { controlNumbers, definitionOf } from '../../../server/syntax/x12/links';
import { readableView } from '../../../server/syntax/x12/readable';
import { readX12 } from '../../../server/syntax/x12/read';
import { validate } from '../../../server/syntax/x12/validate';
import { CLAIM_FILE } from './claim-file';
import { REMITTANCE_FILE } from './valid-files';

const offsetOf = (before: string, after: string): number => {
  const at = CLAIM_FILE.indexOf(before + after);
  assert.ok(at >= 0, before + after);
  return at + before.length;
};

suite('definitions in X12', () => {
  for (const [before, after, expected] of [
    ['HL*2*', '1*22', 'HL*1**20*1'],
    ['UN*1***1:', '2~', 'E1165'],
    ['UN*1***', '1:2~', 'M1711'],
    ['SE*32*00', '01~', '0001'],
    ['GE*1*', '1~', '1'],
    ['IE', 'A*1', 'ISA*00*          *00*          *ZZ*RIV001         *ZZ*TRAINPAYER     *260901*1253*^*00501*000000905*0*T*:'],
    ['N3*1', '00', undefined],
  ] as const) {
    test(`${before}|${after}`, () => {
      const span = definitionOf(readX12(CLAIM_FILE), offsetOf(before, after));
      assert.equal(span && CLAIM_FILE.slice(span.start, span.end), expected);
    });
  }

  test('a control number stands in header and trailer', () => {
    const spans = controlNumbers(readX12(CLAIM_FILE), offsetOf('SE*32*', '0001'));
    assert.deepEqual(
      spans.map((span) => CLAIM_FILE.slice(span.start - 7, span.end)),
      ['ST*837*0001', '\nSE*32*0001'],
    );
  });
});

suite('readable view', () => {
  test('a segment a line, indented by loops', () => {
    const view = readableView(readX12(CLAIM_FILE.replaceAll('\n', '')));
    const lines = view.text.split('\n');
    assert.equal(lines[1], '  GS*HC*RIV001*TRAINPAYER*20260901*1253*1*X*005010X222A1~');
    assert.equal(lines[2], '    ST*837*0001*005010X222A1~');
    assert.equal(lines[7], '        HL*1**20*1~');
    assert.equal(lines[25], '              LX*1~');
  });

  test('the way to the file and back', () => {
    for (const text of [CLAIM_FILE, CLAIM_FILE.replaceAll('\n', ''), REMITTANCE_FILE]) {
      const document = readX12(text);
      const view = readableView(document);
      for (let i = 0; i < document.segments.count; i++) {
        const { start, end } = document.segments.span(i);
        for (const offset of [start, start + 2, end]) assert.equal(view.toFile(view.toView(offset)), offset);
        assert.equal(view.text.slice(view.segment(i).start, view.segment(i).end), text.slice(start, end));
      }
    }
  });

  test('any text has a view', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.nat(200), (text, offset) => {
        const view = readableView(readX12(text));
        assert.ok(view.toFile(offset) <= text.length && view.toView(Math.min(offset, text.length)) <= view.text.length);
      }),
      { numRuns: 60 },
    );
  });
});

suite('what may come next', () => {
  const after = (line: string): string[] => {
    const document = readX12(CLAIM_FILE);
    const segment = document.segments.at(CLAIM_FILE.indexOf(line));
    return expectedAfter(document, segment).map(
      (each) => `${each.id}${each.code ? `*${each.code}` : ''}${each.required ? '!' : ''} ${each.loop}`,
    );
  };

  test("behind the billing provider's city", () => {
    assert.deepEqual(after('N4*SPRINGFIELD*IL*627011234').slice(0, 6), [
      'REF! 2010AA',
      'REF 2010AA',
      'PER*IC 2010AA',
      'NM1*87 2010AB',
      'NM1*PE 2010AC',
      'HL*22! 2000B',
    ]);
  });

  test('behind the last line', () => {
    const all = after('REF*6R*E1001-2');
    assert.ok(
      all.includes('LX! 2400') && all.includes('HL*22! 2000B') && all.includes('SE! ST') && all.includes('REF*G1 2400'),
      all.join(', '),
    );
    assert.ok(!all.includes('SV1 2400') && !all.includes('REF*6R 2400'));
  });
});

suite('lists of places', () => {
  test('a state that does not exist', () => {
    const [found] = validate(readX12(CLAIM_FILE.replace('SPRINGFIELD*IL*627011234', 'SPRINGFIELD*XX*627011234')));
    assert.deepEqual([found?.kind, found?.reference, found?.snip, found?.codes.ik403], ['unknown-code', 'N402', 5, '7']);
  });

  test('other lists are asked of the caller', () => {
    const asked: string[] = [];
    const found = validate(readX12(CLAIM_FILE), {
      known: (list, code) => {
        asked.push(`${list} ${code}`);
        return code !== '11';
      },
    });
    assert.deepEqual(asked, ['pos 11']);
    assert.deepEqual(
      found.map((each) => each.reference),
      ['CLM05-01'],
    );
  });
});

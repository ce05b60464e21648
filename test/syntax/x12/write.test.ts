// Writing X12: clean data, no loose ends, true counts.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readX12 } from '../../../server/syntax/x12/read';
import { cleanData, writeSegments, writeX12, type SegmentValue } from '../../../server/syntax/x12/write';

const envelope = (...inside: SegmentValue[]): SegmentValue[] => [
  ['ISA', '00', '', '00', '', 'ZZ', 'RIV001', 'ZZ', 'TRAINPAYER', '260901', '1253', '', '00501', 905, '0', 'T'],
  ['GS', 'HC', 'RIV001', 'TRAINPAYER', '20260901', '1253', 7, 'X', '005010X222A1'],
  ['ST', '837', '0001', '005010X222A1'],
  ...inside,
  ['SE'],
  ['GE'],
  ['IEA'],
];

suite('writing X12', () => {
  test('header widths, counts and control numbers are worked out', () => {
    const text = writeSegments(envelope(['SV1', ['HC', '99213', '25', '', ''], '145', 'UN', 1, '', '', ['1', '2'], '', '']));
    assert.equal(
      text,
      'ISA*00*          *00*          *ZZ*RIV001         *ZZ*TRAINPAYER     *260901*1253*^*00501*000000905*0*T*:~' +
        'GS*HC*RIV001*TRAINPAYER*20260901*1253*7*X*005010X222A1~ST*837*0001*005010X222A1~' +
        'SV1*HC:99213:25*145*UN*1***1:2~SE*3*0001~GE*1*7~IEA*1*000000905~',
    );
    assert.deepEqual(readX12(text).problems, []);
  });

  test('a line end after each terminator where asked for', () => {
    assert.equal(
      writeSegments(
        [
          ['N3', '1 Main St'],
          ['N4', 'Springfield', 'IL'],
        ],
        { lineEnd: '\n' },
      ),
      'N3*1 MAIN ST~\nN4*SPRINGFIELD*IL~\n',
    );
  });

  test('repetitions', () => {
    assert.equal(writeSegments([['DMG', '', '', '', '', { repeat: ['A', ['', 'RET', '2106-3'], ''] }]]), 'DMG*****A^:RET:2106-3~');
  });

  for (const [given, written] of [
    ['Müller-Lüdenscheid', 'MULLER-LUDENSCHEID'],
    ['O’Brien', "O'BRIEN"],
    ['a*b~c:d^e', 'A B C D E'],
    ['  two   blanks ', 'TWO BLANKS'],
    ['Straße\n5', 'STRASSE 5'],
    ['Apt #4', 'APT 4'],
    ['日本', ''],
    ['Łódź', 'LODZ'],
    ['x@y.org', 'X Y.ORG'],
  ]) {
    test(`data: ${JSON.stringify(given)}`, () => assert.equal(cleanData(given ?? ''), written));
  }

  test('the extended set where the receiver agreed', () => {
    assert.equal(cleanData('Billing_1@clinic.org *', undefined, true), 'Billing_1@clinic.org');
  });

  test('whatever is given, the elements come back as many as were written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 12 }), (elements) => {
        const text = writeSegments([['NTE', ...elements, 'END']]);
        const { segments } = readX12(text);
        assert.equal(segments.count, 1);
        assert.equal(segments.size(0), elements.length + 1);
        assert.match(text, /^[A-Z0-9 !"&'()*+,\-./;?=~]*$/);
      }),
    );
  });

  test('a changed segment leaves the rest as it was', () => {
    const text = 'ST*837*0001~\r\nN3*1 MAIN ST~\r\nN4*X~\r\nSE*4*0001~\r\n';
    const document = readX12(text);
    assert.equal(writeX12(document, new Map([[1, ['N3', '2 MAIN ST', '']]])), text.replace('1 MAIN', '2 MAIN'));
    assert.equal(writeX12(document, new Map([[2, undefined]])).replaceAll('\r\n', ''), 'ST*837*0001~N3*1 MAIN ST~SE*4*0001~');
  });
});

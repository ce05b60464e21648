// Describing a place, outlining, folding and colouring an X12 file.
import assert from 'node:assert/strict';
import { describe } from '../../../server/syntax/x12/describe';
import { foldings, outline, type OutlineNode } from '../../../server/syntax/x12/outline';
import { readX12 } from '../../../server/syntax/x12/read';
import { tokens } from '../../../server/syntax/x12/tokens';
import { CLAIM_FILE } from './claim-file';
import { corpusFiles, noCorpus } from './corpus';

/** Describes the cursor, which is `<|>` in the text. */
function at(marked: string): string {
  const offset = marked.indexOf('<|>');
  const text = marked.replace('<|>', '');
  const found = describe(readX12(text), offset);
  if (!found) return 'nothing';
  const { segment, loop, element, span } = found;
  const place = `${loop?.path ?? ''} ${segment.name}`.trim();
  if (!element) return `${place} «${text.slice(span.start, span.end)}»`;
  return `${place} › ${element.reference} ${element.name} «${element.value}»${element.meaning ? ` = ${element.meaning}` : ''}`;
}

const marked = (before: string, after: string): string => CLAIM_FILE.replace(before + after, `${before}<|>${after}`);

suite('describing a place in X12', () => {
  for (const [before, after, expected] of [
    ['NM', '1*85', '2000A/2010AA Billing provider «NM1»'],
    ['NM1*8', '5*2', '2000A/2010AA Billing provider › NM101 role «85» = billing provider'],
    ['SV1*HC:992', '13:25', '2000A/2000B/2300/2400 Professional service › SV101-02 procedure «99213»'],
    ['SV1*H', 'C:99213', '2000A/2000B/2300/2400 Professional service › SV101-01 kind of code «HC» = HCPCS or CPT'],
    ['11:B:', '1*Y', '2000A/2000B/2300 Claim › CLM05-03 claim frequency «1» = original'],
    ['DMG*D8*1968', '0314', "2000A/2000B/2010BA Subscriber's birth date and sex › DMG02 birth date «19680314» = 1968-03-14"],
    ['*260901*12', '53', 'Beginning of the interchange › ISA10 time «1253» = 12:53'],
    ['HI*AB', 'K:M1711', '2000A/2000B/2300 Diagnoses › HI01-01 code list «ABK» = principal diagnosis, ICD-10-CM'],
  ] as const)
    test(`${before}|${after}`, () => assert.equal(at(marked(before, after)), expected));

  test('between segments there is nothing', () => {
    assert.equal(describe(readX12('ST*837*1~\r\n\r\nSE*2*1~'), 11), undefined);
  });

  test('allowed codes come with their meanings', () => {
    const found = describe(readX12(CLAIM_FILE), CLAIM_FILE.indexOf('DMG*D8*19680314*F') + 16);
    assert.deepEqual(found?.element?.codes, [
      { code: 'F', meaning: 'female' },
      { code: 'M', meaning: 'male' },
      { code: 'U', meaning: 'unknown' },
    ]);
    assert.equal(found?.segment.position, 17);
  });

  test('the qualifier in front of a code is told', () => {
    const found = describe(readX12(CLAIM_FILE), CLAIM_FILE.indexOf('ABF:E1165') + 5);
    assert.deepEqual([found?.element?.qualifier, found?.element?.value], ['ABF', 'E1165']);
  });
});

suite('outlining X12', () => {
  test('a claim file', () => {
    const tree = (nodes: readonly OutlineNode[], depth = 0): string[] =>
      nodes.flatMap((node) => [`${'  '.repeat(depth)}${node.kind}: ${node.name} (${node.detail})`, ...tree(node.children, depth + 1)]);
    assert.deepEqual(tree(outline(readX12(CLAIM_FILE))), [
      'interchange: Interchange 000000905 (RIV001 to TRAINPAYER)',
      '  group: Group 1 (HC 005010X222A1)',
      '    transaction: 837P Professional claim (0001)',
      '      provider: RIVERSIDE FAMILY MEDICINE (Billing provider level)',
      '        subscriber: DOE, JANE Q (Subscriber level)',
      '          claim: Claim E1001 (303)',
      '            line: 1 99213-25 (145)',
      '            line: 2 20610-RT (158)',
    ]);
  });

  test('an interchange that only answers', () => {
    const [interchange] = outline(readX12(`${CLAIM_FILE.split('~')[0] ?? ''}~TA1*000000050*260229*1200*R*006~IEA*0*000000905~`));
    assert.deepEqual(
      interchange?.children.map((node) => `${node.kind}: ${node.name}`),
      ['acknowledgement: TA1 rejected: nothing in the interchange was read'],
    );
  });

  test('loops fold', () => {
    const begins = foldings(readX12(CLAIM_FILE)).map((span) => CLAIM_FILE.slice(span.start, span.start + 6));
    assert.deepEqual(begins, [
      'ISA*00',
      'GS*HC*',
      'ST*837',
      'NM1*41',
      'HL*1**',
      'NM1*85',
      'HL*2*1',
      'NM1*IL',
      'CLM*E1',
      'NM1*82',
      'LX*1~\n',
      'LX*2~\n',
    ]);
  });

  test(noCorpus ?? 'nodes lie inside of their parents in every public file', function () {
    if (noCorpus) this.skip();
    const check = (nodes: readonly OutlineNode[], start: number, end: number): void => {
      for (const node of nodes) {
        assert.ok(
          node.span.start >= start &&
            node.span.end <= end &&
            node.selection.start >= node.span.start &&
            node.selection.end <= node.span.end,
        );
        check(node.children, node.span.start, node.span.end);
      }
    };
    for (const file of corpusFiles()) check(outline(readX12(file.text)), 0, file.text.length);
  });
});

suite('colouring X12', () => {
  test('each stretch has a kind', () => {
    const text = 'SV1*HC:99213:25*145*UN*1***1:2~XX*1~';
    assert.deepEqual(
      tokens(readX12(text)).map(({ span, kind }) => `${text.slice(span.start, span.end)} ${kind}`),
      [
        'SV1 segment',
        'HC qualifier',
        '99213 code',
        '25 code',
        '145 amount',
        'UN qualifier',
        '1 number',
        '1 code',
        '2 code',
        'XX unknown',
        '1 unknown',
      ],
    );
  });

  test('a range gives its own segments only', () => {
    const start = CLAIM_FILE.indexOf('LX*2');
    const found = tokens(readX12(CLAIM_FILE), { start, end: start + 2 });
    assert.deepEqual(
      found.map(({ span }) => CLAIM_FILE.slice(span.start, span.end)),
      ['LX', '2'],
    );
  });
});

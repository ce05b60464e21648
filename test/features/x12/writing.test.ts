// Hints, fixes, layout and colours of X12 files.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeActions, withEdit } from '../../../server/features/x12/actions';
import { hasLines, onOneLine, oneSegmentALine } from '../../../server/features/x12/format';
import { inlayHints } from '../../../server/features/x12/hints';
import { allTokens, semanticTokens } from '../../../server/features/x12/tokens';
import { readX12 } from '../../../server/syntax/x12/read';
import type { Edit } from '../../../server/syntax/tree';
import { applyEdits } from '../../kit/check';
import { applyTextEdits } from '../../kit/scene';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';
import { ACKNOWLEDGEMENT_FILE, INSTITUTIONAL_FILE, REMITTANCE_FILE } from '../../syntax/x12/valid-files';
import { mark, marked, x12File } from './kit';

function hinted(text: string, words: string): string {
  const { document, world } = marked(mark(text, words));
  const hints = inlayHints(document, { start: 0, end: text.length }, world).map((hint): Edit => {
    const at = document.lines.offset(hint.position);
    return { span: { start: at, end: at }, text: `‹${String(hint.label)}›` };
  });
  const line = applyEdits(document.text, hints)
    .split('~')
    .find((one) => one.trim().startsWith(words));
  assert.ok(line, words);
  return line.trim();
}

function fixes(text: string): { titles: string[]; fix(title: string): string } {
  const { document, world, span } = marked(text);
  const actions = codeActions(document, span, ['quickfix'], world);
  return {
    titles: actions.map((one) => one.title),
    fix(title) {
      const action = actions.find((one) => one.title.includes(title));
      assert.ok(action, `${title} is not among ${actions.map((one) => one.title).join(' | ')}`);
      return applyTextEdits(document, action.edit?.changes?.[document.uri] ?? []);
    },
  };
}

/** The data of a text: its segments. */
const data = (text: string) => {
  const { segments } = readX12(text);
  return Array.from({ length: segments.count }, (_, i) => text.slice(segments.starts[i], segments.ends[i]));
};

suite('X12 hints', () => {
  test('qualifiers are named by what they begin', () =>
    assert.match(hinted(CLAIM_FILE, 'NM1*82'), /^NM1\*82‹Rendering provider›\*1\*CURIE/));
  test('before its qualifier is written, and where that is not known, nothing is named', () => {
    for (const written of ['REF*', 'REF*ZQ']) {
      const text = CLAIM_FILE.replace('REF*G1*A123456~', written);
      assert.equal(hinted(text, `${written}\n`).split('\n')[0], written);
    }
  });
  test('what is cut short ends with a word', () => assert.match(hinted(CLAIM_FILE, 'HI*ABK'), /‹Unilateral primary osteoarthritis…›/));
  test('diagnoses and services are named', () => {
    assert.match(hinted(CLAIM_FILE, 'HI*ABK'), /M1711‹Unilateral primary[^›]*…›/);
    assert.match(hinted(CLAIM_FILE, 'SV1*HC:99213'), /99213‹Office visit/);
  });
  test('what a payer decided, and why', () => {
    assert.match(hinted(REMITTANCE_FILE, 'CLP*'), /CLP\*E1001\*1‹[^›]+›\*145/);
    assert.match(hinted(REMITTANCE_FILE, 'CAS*CO'), /CAS\*CO‹[^›]+›\*45‹[^›]+›\*32\.5/);
  });
  test('a verdict comes before the name of its segment, everywhere', () => {
    assert.match(hinted(REMITTANCE_FILE, 'CAS*CO'), /CAS\*CO‹contractual: /);
    assert.match(hinted(REMITTANCE_FILE, 'AMT*B6'), /AMT\*B6‹allowed/);
    assert.match(hinted(ACKNOWLEDGEMENT_FILE, 'IK5*R'), /IK5\*R‹rejected›/);
    assert.match(hinted(INSTITUTIONAL_FILE, 'SV2*0510'), /SV2\*0510‹\S/);
    assert.match(hinted(INSTITUTIONAL_FILE, 'CL1*'), /‹discharged home›|‹still a patient›/);
  });
  test('a facility of a remittance may be a place or a type of bill', () =>
    assert.equal(
      hinted(REMITTANCE_FILE.replace('CLP*', 'TS3*1234567893*11*20261231*1*145~\nCLP*'), 'TS3*'),
      'TS3*1234567893*11*20261231*1*145',
    ));
  test('what everybody knows has none', () => assert.equal(hinted(CLAIM_FILE, 'N4*SPRINGFIELD'), 'N4*SPRINGFIELD*IL*627011234'));
  test('only what is shown', () => {
    const { document, world } = marked(mark(CLAIM_FILE, 'CLM*'));
    const span = { start: CLAIM_FILE.indexOf('NM1*82'), end: CLAIM_FILE.indexOf('PRV*PE') - 2 };
    assert.equal(inlayHints(document, span, world).length, 1);
  });
});

suite('X12 fixes', () => {
  test('a count', () => assert.equal(fixes(CLAIM_FILE.replace('SE*32*', 'SE*<|>31*')).fix('32'), CLAIM_FILE));
  test('a control number', () => {
    assert.equal(fixes(CLAIM_FILE.replace('SE*32*0001', 'SE*32*<|>0002')).fix('0001'), CLAIM_FILE);
    assert.equal(fixes(CLAIM_FILE.replace('GE*1*1~', 'GE*1*<|>2~')).fix('1'), CLAIM_FILE);
    assert.equal(fixes(CLAIM_FILE.replace('IEA*1*000000905', 'IEA*1*<|>000000906')).fix('000000905'), CLAIM_FILE);
  });
  test('separators at the end', () =>
    assert.equal(fixes(CLAIM_FILE.replace('N3*100 MAIN ST', 'N3*100 MAIN ST<|>**')).fix('separators'), CLAIM_FILE));
  test('all that is safe at once', () => {
    const wrong = CLAIM_FILE.replace('SE*32*', 'SE*31*').replace('N3*100 MAIN ST', 'N3*100 MAIN ST**');
    const { document, world } = marked(`<|>${wrong}`);
    const [all] = codeActions(document, { start: 0, end: 0 }, ['source.fixAll'], world);
    assert.equal(applyTextEdits(document, all?.edit?.changes?.[document.uri] ?? []), CLAIM_FILE);
  });
  test('nothing where nothing is wrong', () => assert.deepEqual(fixes(mark(CLAIM_FILE, 'GS*')).titles, []));
});

suite('X12 layout', () => {
  const oneLine = CLAIM_FILE.replaceAll('\n', '');
  test('a segment a line, and back', () => {
    assert.equal(applyEdits(oneLine, oneSegmentALine(x12File(oneLine))), CLAIM_FILE.trimEnd());
    assert.equal(applyEdits(CLAIM_FILE.trimEnd(), onOneLine(x12File(CLAIM_FILE.trimEnd()))), oneLine);
    assert.ok(hasLines(x12File(CLAIM_FILE)) && !hasLines(x12File(oneLine)));
  });
  test('what is laid out stays', () => {
    for (const text of [CLAIM_FILE, CLAIM_FILE.replaceAll('\n', '\r\n')]) assert.deepEqual(oneSegmentALine(x12File(text)), []);
  });
  test('a file whose segments end with the line has no other layout', () => {
    const text = CLAIM_FILE.replaceAll('~\n', '\n');
    assert.deepEqual([...oneSegmentALine(x12File(text)), ...onOneLine(x12File(text))], []);
  });
  test('many segments become one edit', () => {
    const text = oneLine.replace('LX*2~', 'LX*2~'.repeat(3000));
    const edits = oneSegmentALine(x12File(text));
    assert.equal(edits.length, 1);
    assert.deepEqual(data(applyEdits(text, edits)), data(text));
  });
  test('both are offered where they change something', () => {
    const titles = (text: string) => {
      const { document, world, span } = marked(`<|>${text}`);
      return codeActions(document, span, ['refactor'], world).map((one) => one.title);
    };
    assert.deepEqual(titles(oneLine), ['Put each segment on a line']);
    assert.deepEqual(titles(CLAIM_FILE), ['Put everything on one line']);
  });
  test('nothing is offered unasked where nothing is wrong', () => {
    const { document, world, span } = marked(`<|>${CLAIM_FILE}`);
    assert.deepEqual(codeActions(document, span, undefined, world, { unasked: true }), []);
    assert.equal(codeActions(document, span, undefined, world).length, 1);
  });
  test('what a large file would become is told when it is chosen', () => {
    const text = oneLine.replace('LX*2~', 'LX*2~'.repeat(60_000));
    const { document, world, span } = marked(`<|>${text}`);
    assert.deepEqual(codeActions(document, span, ['refactor'], world), []);
    const [offered, ...others] = codeActions(document, span, ['refactor'], world, { later: true });
    assert.deepEqual([offered.title, offered.edit, others], ['Put each segment on a line', undefined, []]);
    const edits = withEdit(document, offered).edit?.changes?.[document.uri] ?? [];
    assert.equal(applyTextEdits(document, edits), text.replaceAll('~', '~\n').trimEnd());
    const lines = marked(`<|>${text.replaceAll('~', '\n')}`);
    assert.deepEqual(codeActions(lines.document, lines.span, ['refactor'], lines.world, { later: true }), []);
  });
  test('data never changes, whatever the text', () => {
    const piece = fc.constantFrom(
      'ISA*00*',
      'NM1*85',
      '~',
      '~~',
      '\n',
      '\r\n',
      ' ',
      '*',
      ':',
      'BIN*3*a~b',
      'SE*1',
      CLAIM_FILE.slice(0, 107),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
        (text) => {
          for (const layOut of [oneSegmentALine, onOneLine]) {
            const after = applyEdits(text, layOut(x12File(text)));
            assert.equal(after.replace(/\s/g, ''), text.replace(/\s/g, ''));
            assert.deepEqual(layOut(x12File(after)), []);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a header that is not whole stays as it is', () => {
    const broken = CLAIM_FILE.replace('*TRAINPAYER     *', '*TRAINPAYER    ~ *');
    assert.notEqual(broken, CLAIM_FILE);
    const after = applyEdits(broken, oneSegmentALine(x12File(broken)));
    assert.equal(after.slice(0, 107), broken.slice(0, 107));
  });
});

suite('X12 colours', () => {
  test('of what is shown', () => {
    const document = x12File(CLAIM_FILE);
    const all = semanticTokens(document).data.length,
      some = semanticTokens(document, { start: 0, end: 10 }).data.length;
    assert.ok(some > 0 && some < all / 3);
  });
  test('a large file is coloured only where it is shown', () => {
    assert.equal(allTokens(x12File(CLAIM_FILE.replace('LX*2~', 'LX*2~\n'.repeat(60_000)))), undefined);
    assert.ok(allTokens(x12File(CLAIM_FILE)));
  });
  test('of a large file on one line, all of which is on screen to the editor, the beginning is coloured', () => {
    const text = CLAIM_FILE.replaceAll('\n', '').repeat(300);
    const { data } = semanticTokens(x12File(text), { start: 0, end: text.length });
    let last = 0;
    for (let i = 0; i < data.length; i += 5) last += data[i + 1];
    assert.ok(last > 50_000 && last < 150_000, `the last coloured word stands at ${last} of ${text.length}`);
  });
});

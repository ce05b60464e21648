// Reading X12: segments, delimiters, envelopes, and whatever text is thrown at it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readX12, type X12Document } from '../../../server/syntax/x12/read';
import { writeX12 } from '../../../server/syntax/x12/write';
import { corpusFiles, noCorpus } from './corpus';

const ISA = 'ISA*00*          *00*          *ZZ*RIV001         *ZZ*TRAINPAYER     *260901*1253*^*00501*000000905*0*T*:~';
const CLAIM =
  `${ISA}GS*HC*RIV001*TRAINPAYER*20260901*1253*7*X*005010X222A1~ST*837*0001*005010X222A1~` +
  'SV1*HC:99213:25*145*UN*1***1:2~REF*6R*A1^B2^C:D~SE*4*0001~GE*1*7~IEA*1*000000905~';

const ids = (document: X12Document): string[] => Array.from({ length: document.segments.count }, (_, i) => document.segments.id(i));
const kinds = (document: X12Document): string[] => document.problems.map((problem) => problem.kind);

suite('reading X12', () => {
  test('names, elements, components and repetitions have exact places', () => {
    const { text, segments, problems } = readX12(CLAIM);
    assert.deepEqual(ids(readX12(CLAIM)), ['ISA', 'GS', 'ST', 'SV1', 'REF', 'SE', 'GE', 'IEA']);
    assert.deepEqual(problems, []);
    assert.equal(segments.size(3), 7);
    assert.equal(segments.text(3, 2), '145');
    assert.equal(segments.text(3, 0), 'SV1');
    assert.equal(segments.text(3, 8), '');
    const modifier = segments.component(3, 1, 3);
    assert.equal(modifier.text, '25');
    assert.equal(text.slice(modifier.span.start, modifier.span.end), '25');
    assert.equal(segments.component(3, 1, 4).text, '');
    assert.deepEqual(
      segments.repetitions(4, 2).map((piece) => piece.text),
      ['A1', 'B2', 'C:D'],
    );
    assert.equal(segments.component(4, 2, 2, 3).text, 'D');
    assert.deepEqual(
      segments.repetitions(0, 11).map((piece) => piece.text),
      ['^'],
    );
    assert.equal(segments.component(0, 16, 1).text, ':');
    const into: number[] = [];
    assert.equal(segments.split(3, into), 7);
    assert.equal(text.slice(into[7], (into[8] ?? 0) - 1), '1:2');
  });

  test('an absent element is empty, at the end of its segment', () => {
    const { segments } = readX12(CLAIM);
    assert.deepEqual(segments.element(5, 3).span, { start: segments.span(5).end, end: segments.span(5).end });
  });

  test('a cursor finds segment, element, repetition and component', () => {
    const { text, segments } = readX12(CLAIM);
    assert.deepEqual(segments.locate(text.indexOf('25*145')), { segment: 3, element: 1, repetition: 1, component: 3 });
    assert.deepEqual(segments.locate(text.indexOf('D~SE')), { segment: 4, element: 2, repetition: 3, component: 2 });
    assert.deepEqual(segments.locate(0), { segment: 0, element: 0, repetition: 1, component: 1 });
    assert.equal(readX12('  ').segments.locate(1), undefined);
  });

  test('envelopes know their ranges and control numbers', () => {
    const [interchange] = readX12(CLAIM).interchanges;
    assert.ok(interchange);
    assert.deepEqual([interchange.first, interchange.end, interchange.isa, interchange.iea], [0, 8, 0, 7]);
    assert.deepEqual([interchange.control, interchange.sender, interchange.receiver], ['000000905', 'RIV001', 'TRAINPAYER']);
    const [group] = interchange.groups;
    assert.deepEqual([group?.gs, group?.ge, group?.control, group?.functionalId, group?.version], [1, 6, '7', 'HC', '005010X222A1']);
    const [transaction] = group?.transactions ?? [];
    assert.deepEqual([transaction?.first, transaction?.end, transaction?.type, transaction?.control], [2, 6, '837', '0001']);
  });

  test('several interchanges, each with delimiters of its own', () => {
    const other = CLAIM.replaceAll('*', '|').replaceAll('~', '\n').replaceAll(':', '>');
    const document = readX12(`${CLAIM}\r\n${other}`);
    assert.equal(document.interchanges.length, 2);
    assert.equal(document.segments.component(11, 1, 2).text, '99213');
    assert.equal(document.segments.component(3, 1, 2).text, '99213');
    assert.deepEqual(document.problems, []);
  });

  for (const [name, end] of [
    ['CR LF', '~\r\n'],
    ['LF', '~\n'],
    ['newline as terminator', '\n'],
    ['CR LF as terminator', '\r\n'],
    ['CR', '\r'],
  ]) {
    test(`line ends: ${name}`, () => {
      const document = readX12(CLAIM.replaceAll('~', end ?? ''));
      assert.deepEqual(ids(document), ids(readX12(CLAIM)));
      assert.deepEqual(document.problems, []);
      assert.equal(document.segments.component(3, 7, 2).text, '2');
    });
  }

  test('a bare transaction, and bare segments', () => {
    const bare = readX12('ST*837*0001~BHT*0019~SE*3*0001~');
    assert.deepEqual(bare.problems, []);
    assert.equal(bare.interchanges[0]?.isa, undefined);
    assert.equal(bare.interchanges[0]?.groups[0]?.transactions[0]?.type, '837');
    const loose = readX12('NM1|85|2|CLINIC\nN3|1 MAIN ST\n');
    assert.deepEqual(ids(loose), ['NM1', 'N3']);
    assert.equal(loose.segments.text(0, 3), 'CLINIC');
    assert.deepEqual(loose.interchanges[0]?.groups[0]?.transactions[0]?.end, 2);
  });

  test('a text that breaks off says so once', () => {
    const document = readX12(`${ISA}GS*HC*A*B*20260901*1253*7*X*005010X222A1~ST*837*0001~BHT*0019`);
    assert.deepEqual(kinds(document), ['missing-terminator', 'missing-trailer']);
    assert.equal(document.segments.count, 4);
  });

  test('a segment without a terminator ends with its line, where the next line begins another', () => {
    const lines = CLAIM.replaceAll('~', '~\n');
    for (const id of ['ST', 'SV1', 'REF', 'SE', 'GE']) {
      for (const lineEnd of ['\n', '\r\n', ' \n']) {
        const at = lines.indexOf('~\n', lines.indexOf(`\n${id}*`));
        const document = readX12(lines.slice(0, at) + lineEnd + lines.slice(at + 2));
        assert.deepEqual(ids(document), ids(readX12(CLAIM)), id);
        assert.ok(kinds(document).includes('missing-terminator'), id);
        const [edit] = document.problems.find(({ kind }) => kind === 'missing-terminator')?.fix?.edits ?? [];
        assert.deepEqual(edit, { span: { start: at, end: at }, text: '~' }, id);
      }
    }
  });

  test('many segments without terminators are no more work than others', () => {
    const many = readX12(`${ISA}${'\nREF*6R*A1'.repeat(200_000)}`, undefined, true);
    assert.equal(many.segments.count, 200_001);
  });

  test('other line breaks stay in their segment', () => {
    for (const line of ['100 MAIN\nST*STE 5', '100 MAIN\nIL*STE 5', '100 MAIN\nSTREET', '100 MAIN\nSTE.N3*5'])
      assert.deepEqual(ids(readX12(`${ISA}N3*${line}~`)), ['ISA', 'N3'], line);
    assert.deepEqual(ids(readX12('ST*275*0001~BIN*11*AB\nN3*XYZ:F~SE*3*0001~')), ['ST', 'BIN', 'SE']);
  });

  test('what closes nothing is said where it stands', () => {
    assert.deepEqual(kinds(readX12('SE*1*1~')), ['misplaced-segment']);
    assert.deepEqual(kinds(readX12(`${ISA}N3*X~IEA*1*000000905~`)), ['misplaced-segment']);
    assert.deepEqual(kinds(readX12(`${ISA}TA1*000000050*200229*1200*A*000~IEA*1*000000905~`)), []);
  });

  test('text before the interchange is stepped over', () => {
    const document = readX12(`From: payer\n\n${CLAIM}`);
    assert.deepEqual(kinds(document), ['unreadable-text']);
    assert.equal(document.segments.count, 8);
  });

  test('a byte order mark is no data', () => {
    assert.deepEqual(readX12(`\ufeff${CLAIM}`).problems, []);
  });

  test('binary data may hold delimiters', () => {
    const document = readX12('ST*275*0001~BIN*9*AB~CD*E:F~SE*3*0001~');
    assert.deepEqual(ids(document), ['ST', 'BIN', 'SE']);
  });

  test('a header of wrong width is read and named', () => {
    const document = readX12('ISA*00* *00* *30*560891234 *30*566012345*030813*1505*U*00401*000000007*1*P*:~TA1*1~IEA*1*000000007~');
    assert.deepEqual(kinds(document), ['invalid-interchange-header']);
    assert.deepEqual(ids(document), ['ISA', 'TA1', 'IEA']);
    assert.equal(document.separators.repetition, '');
  });

  test('an empty segment is no segment', () => {
    assert.deepEqual(kinds(readX12('ST*837*1~~SE*2*1~')), ['empty-segment']);
  });
});

/** What must hold for every text. */
function checkTotal(text: string): void {
  const document = readX12(text);
  const { segments } = document;
  let at = 0;
  for (let i = 0; i < segments.count; i++) {
    const { start, end } = segments.span(i);
    assert.ok(at <= start && start < end && end <= text.length, `segment ${i} out of order`);
    if (!document.problems.some((problem) => problem.kind === 'unreadable-text')) {
      const gap = text.slice(at, start);
      const mark = i > 0 ? segments.separators(i - 1).segment : '';
      assert.ok(
        [...gap].every((each) => '\r\n\t \ufeff~'.includes(each) || each === mark || each === segments.separators(i).segment),
        `data in gap ${i}`,
      );
    }
    at = end;
    for (let n = 0; n <= segments.size(i) + 1; n++) {
      segments.repetitions(i, n).forEach((_, r) => segments.components(i, n, r + 1));
    }
  }
  for (const { span } of document.problems) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
  for (const interchange of document.interchanges) {
    for (const group of interchange.groups) {
      assert.ok(group.first >= interchange.first && group.end <= interchange.end);
      for (const transaction of group.transactions) assert.ok(transaction.first >= group.first && transaction.end <= group.end);
    }
  }
  for (let offset = 0; offset <= text.length; offset += 1 + (text.length >> 6)) segments.locate(offset);
  assert.equal(writeX12(document), text);
}

suite('reading any text', () => {
  test('any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), checkTotal), { numRuns: 150 });
  });

  test('anything made of X12', () => {
    const piece = fc.constantFrom(
      'ISA',
      'IEA',
      'GS',
      'GE',
      'ST',
      'SE',
      'BIN',
      'NM1',
      '*',
      '*',
      '*',
      '~',
      '~',
      ':',
      '^',
      '\n',
      '\r',
      ' ',
      '1',
      'A',
      ISA,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => checkTotal(pieces.join(''))),
      { numRuns: 250 },
    );
  });

  test('every prefix of a claim', () => {
    for (let end = 0; end <= CLAIM.length; end++) checkTotal(CLAIM.slice(0, end));
  });

  const files = corpusFiles();
  test(noCorpus ?? `${files.length} public files, whole and damaged`, function () {
    if (noCorpus) this.skip();
    for (const file of files) checkTotal(file.text);
    const damaged = fc.tuple(fc.constantFrom(...files), fc.nat(), fc.nat(40), fc.constantFrom('cut', 'delete', 'flip'), fc.nat(255));
    fc.assert(
      fc.property(damaged, ([file, place, length, how, byte]) => {
        const text = file.text.slice(0, 6000);
        const at = place % (text.length + 1);
        const changed =
          how === 'cut'
            ? text.slice(0, at)
            : how === 'delete'
              ? text.slice(0, at) + text.slice(at + length)
              : text.slice(0, at) + String.fromCharCode(byte) + text.slice(at + 1);
        checkTotal(changed);
      }),
      { numRuns: 150 },
    );
  });
});

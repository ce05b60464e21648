// X12 files as they lie around: wrapped by mail programs, with prose around them, with control characters behind them.
import assert from 'node:assert/strict';
import { describe } from '../../../server/syntax/x12/describe';
import { readX12 } from '../../../server/syntax/x12/read';
import { validateStream } from '../../../server/syntax/x12/stream';
import { validate, type X12Problem } from '../../../server/syntax/x12/validate';
import { writeX12 } from '../../../server/syntax/x12/write';
import { CLAIM_FILE } from './claim-file';

const ONE_LINE = CLAIM_FILE.replaceAll('\n', '');
const FAULTY = ONE_LINE.replace('DMG*D8*19680314', 'DMG*D8*19680230');

function wrapped(text: string, width: number, lineEnd = '\n'): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines.join(lineEnd) + lineEnd;
}

const kinds = (text: string): string[] => validate(readX12(text)).map((each) => each.kind);

const pieced = (text: string, size: number): X12Problem[] => {
  const found: X12Problem[] = [];
  const stream = validateStream((each) => found.push(each));
  for (let at = 0; at < text.length; at += size) stream.push(text.slice(at, at + size));
  stream.end();
  return found.sort((a, b) => a.span.start - b.span.start);
};

/** The text with a problem's fix applied. */
function repaired(text: string, kind: string): string {
  const fix = validate(readX12(text)).find((each) => each.kind === kind)?.fix;
  assert.ok(fix?.safe, `a safe fix of ${kind}`);
  return [...fix.edits].reverse().reduce((all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end), text);
}

suite('X12 files that were wrapped', () => {
  for (const [width, lineEnd] of [
    [60, '\n'],
    [72, '\r\n'],
    [80, '\n'],
    [80, '\r\n'],
    [80, '\r'],
    [103, '\n'],
    [104, '\n'],
    [105, '\r\n'],
    [106, '\n'],
    [132, '\n'],
    [255, '\r\n'],
  ] as const) {
    test(`at ${width}, ${JSON.stringify(lineEnd)}: one finding, and joined the file is whole`, () => {
      const text = wrapped(ONE_LINE, width, lineEnd);
      assert.deepEqual(kinds(text), ['wrapped-lines']);
      assert.equal(repaired(text, 'wrapped-lines').replaceAll(lineEnd, ''), ONE_LINE);
      assert.deepEqual(kinds(repaired(text, 'wrapped-lines')), []);
      assert.equal(writeX12(readX12(text)), text);
    });
  }

  test('other faults are found at their places, line breaks or not', () => {
    for (let width = 61; width < 100; width++) {
      const text = wrapped(FAULTY, width);
      const [first, fault, ...more] = validate(readX12(text));
      assert.deepEqual([first?.kind, fault?.kind, more.length], ['wrapped-lines', 'invalid-date', 0], `width ${width}`);
      assert.equal(text.slice(fault?.span.start, fault?.span.end).replace('\n', ''), '19680230');
    }
  });

  test('segments, elements and components are read without the breaks', () => {
    const whole = readX12(ONE_LINE);
    for (let width = 20; width < 100; width++) {
      const { segments, interchanges } = readX12(wrapped(ONE_LINE, width));
      assert.equal(segments.count, whole.segments.count, `width ${width}`);
      for (let i = 0; i < segments.count; i++) {
        assert.equal(segments.id(i), whole.segments.id(i));
        for (let n = 1; n <= segments.size(i); n++) {
          assert.equal(segments.text(i, n), whole.segments.text(i, n));
          const texts = (of: typeof segments): string[] => of.components(i, n).map((piece) => piece.text);
          assert.deepEqual(texts(segments), texts(whole.segments));
        }
      }
      assert.deepEqual(interchanges, whole.interchanges);
    }
  });

  test('one segment a line, the long ones wrapped', () => {
    const text = CLAIM_FILE.split('\n')
      .filter(Boolean)
      .map((line) => wrapped(line, 80))
      .join('');
    assert.deepEqual(kinds(text), ['wrapped-lines']);
    assert.equal(repaired(text, 'wrapped-lines'), CLAIM_FILE);
  });

  test('a mail with prose before, between and behind', () => {
    const second = ONE_LINE.replaceAll('000000905', '000000906');
    const text = `From: payer\n\n${wrapped(ONE_LINE, 76)}\nand here is\nthe second\n\n${wrapped(second, 76)}\nRegards\n`;
    assert.deepEqual(kinds(text), ['unreadable-text', 'wrapped-lines', 'unreadable-text', 'unreadable-text']);
  });

  test('lines of different lengths are joined only on demand', () => {
    const text = `${ONE_LINE.slice(0, 200)}\n${ONE_LINE.slice(200, 290)}\n${ONE_LINE.slice(290)}`;
    const [found, ...more] = validate(readX12(text));
    assert.deepEqual([found?.kind, found?.fix?.safe, more.length], ['wrapped-lines', false, 0]);
  });

  test('a single line break in a file of lines is a fault of its own', () => {
    assert.deepEqual(kinds(CLAIM_FILE.replace('N3*100 MAIN ST', 'N3*100 MA\nIN ST')), ['invalid-character']);
  });

  test('a letter that the editor could not read is told as such', () => {
    const [found] = validate(readX12(CLAIM_FILE.replace('NM1*IL*1*DOE', 'NM1*IL*1*MU\ufffdOZ')));
    assert.match(found?.message ?? '', /^This letter could not be read.*Windows 1252$/);
  });

  test('in pieces the same is found', () => {
    for (const text of [wrapped(FAULTY, 80), wrapped(FAULTY, 132, '\r\n'), `Hello\n\n${wrapped(FAULTY.repeat(12), 80)}`]) {
      for (const size of [1, 777, 20_000]) {
        assert.deepEqual(
          pieced(text, size).map(({ kind, span, segment }) => ({ kind, span, segment })),
          validate(readX12(text)).map(({ kind, span, segment }) => ({ kind, span, segment })),
        );
      }
    }
  });
});

suite('what stands around X12', () => {
  const around: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['a comment', `# sample\n${CLAIM_FILE}`, ['unreadable-text']],
    ['blank lines and a byte order mark', `\ufeff\n\n${CLAIM_FILE}`, []],
    ['prose behind', `${CLAIM_FILE}\nRegards, Billing\n`, ['unreadable-text']],
    ['prose behind lines that end segments', `${CLAIM_FILE.replaceAll('~\n', '\n')}Regards,\nBilling\n`, ['unreadable-text']],
    ['Ctrl-Z', `${CLAIM_FILE}\x1a`, ['misplaced-blank']],
    ['NULs', `${CLAIM_FILE}\0\0\0\0\n`, ['misplaced-blank']],
  ];
  for (const [name, text, expected] of around) {
    test(name, () => {
      assert.deepEqual([...new Set(kinds(text))].sort(), [...expected].sort());
      assert.deepEqual([...new Set(pieced(text, 300).map((each) => each.kind))].sort(), [...expected].sort());
      assert.equal(writeX12(readX12(text)), text);
    });
  }

  test('a segment behind is no prose', () => {
    const found = kinds(`${CLAIM_FILE}ST*837*0002`);
    assert.ok(found.includes('missing-trailer') && !found.includes('unreadable-text'), found.join());
  });

  for (const [name, text] of [
    ['before', CLAIM_FILE.replace(/^/gm, '  ').trimEnd()],
    ['behind', CLAIM_FILE.replaceAll('~\n', '~ \t\n').trimEnd()],
  ] as const) {
    test(`blanks ${name} each line are told once, and removed at once`, () => {
      assert.deepEqual(kinds(text), ['misplaced-blank']);
      assert.equal(repaired(text, 'misplaced-blank'), CLAIM_FILE.trimEnd());
      assert.deepEqual(pieced(text, 500), validate(readX12(text)));
    });
  }

  test('few blanks are told each', () =>
    assert.deepEqual(kinds(CLAIM_FILE.replace('ST*', ' ST*').replace('LX*2', ' LX*2')), ['misplaced-blank', 'misplaced-blank']));

  test('control characters can be removed', () => assert.equal(repaired(`${CLAIM_FILE}\x1a`, 'misplaced-blank'), CLAIM_FILE));

  test('blanks before a line end that ends segments', () => {
    const found = kinds(CLAIM_FILE.replaceAll('~\n', ' \n'));
    assert.deepEqual([...new Set(found)].sort(), ['invalid-interchange-header', 'misplaced-blank']);
  });
});

suite('transactions without an interchange', () => {
  const told = (text: string): string[] =>
    validate(readX12(text)).map(({ kind, reference, message }) => `${kind} ${reference}: ${message}`);
  const from = (id: string, to: string): string => CLAIM_FILE.slice(CLAIM_FILE.indexOf(`${id}*`), CLAIM_FILE.indexOf(`${to}*`));

  test('a group alone', () =>
    assert.deepEqual(told(from('GS', 'IEA')), ['missing-segment GS: The head of the interchange (ISA) is missing before this segment']));

  test('a transaction alone', () =>
    assert.deepEqual(told(from('ST', 'GE')), [
      'missing-segment ST: The heads of the interchange (ISA) and of the group (GS) are missing before this transaction',
    ]));

  test('a file that lost its ISA says so once', () =>
    assert.equal(kinds(from('GS', 'IEA') + CLAIM_FILE.slice(CLAIM_FILE.indexOf('IEA*'))).length, 1));
});

suite('files without X12', () => {
  for (const [text, what] of [
    ["UNA:+.? 'UNB+UNOA:1+A+B+260901:1253+1'UNZ+0+1'", 'it looks like an EDIFACT message'],
    ['MSH|^~\\&|LAB|A|B|C|202609011253||ORU^R01|1|P|2.5\rPID|1||123\r', 'it looks like an HL7 message'],
    ['{"resourceType": "Claim"}', 'it looks like JSON'],
    ['<?xml version="1.0"?><Claim/>', 'it looks like XML'],
    ['Dear Sir,\nplease find our claim.\n', 'nothing is checked'],
    ['*****', 'nothing is checked'],
  ] as const) {
    test(`${text.slice(0, 8)}: ${what}`, () => {
      const [found] = validate(readX12(text)).filter(({ kind }) => kind !== 'invalid-character');
      assert.equal(found.message, `There is no transaction (ST to SE) in this file: ${what}`);
    });
  }

  test('empty ones', () =>
    assert.deepEqual(
      validate(readX12(' \n')).map(({ message }) => message),
      ['There is nothing in this file'],
    ));
});

suite('X12 files that mail programs quoted', () => {
  for (const mark of ['> ', '>', '>> ', '> > ']) {
    test(`with ${mark}: one finding, and without the signs the file is whole`, () => {
      const text = CLAIM_FILE.trimEnd()
        .split('\n')
        .map((line) => `${mark}${line}\n`)
        .join('');
      assert.deepEqual(kinds(text), ['quoted-lines']);
      assert.equal(repaired(text, 'quoted-lines'), CLAIM_FILE);
      assert.equal(writeX12(readX12(text)), text);
    });
  }

  test('quoted and wrapped, with another fault, in pieces and at once', () => {
    const text = wrapped(FAULTY, 70)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
    const found = validate(readX12(text));
    assert.deepEqual(
      found.map((each) => each.kind),
      ['quoted-lines', 'invalid-date'],
    );
    assert.equal(text.slice(found[1].span.start, found[1].span.end).replace(/\n> /, ''), '19680230');
    assert.deepEqual(pieced(text, 500), found);
  });
});

suite('X12 files in small letters', () => {
  test('all names: one finding with a cure', () => {
    const text = CLAIM_FILE.replace(/^[A-Z0-9]+(?=\*)/gm, (name) => name.toLowerCase());
    assert.deepEqual(kinds(text), ['invalid-segment-names']);
    assert.equal(repaired(text, 'invalid-segment-names'), CLAIM_FILE);
    assert.deepEqual(pieced(text, 500), validate(readX12(text)));
  });

  test('the whole file: one finding with a cure', () => {
    const text = CLAIM_FILE.toLowerCase();
    assert.deepEqual(kinds(text), ['invalid-segment-names']);
    assert.equal(repaired(text, 'invalid-segment-names'), CLAIM_FILE);
    const [, fault] = validate(readX12(text.replace('19680314', '19680230')));
    assert.deepEqual([fault.kind, text.slice(fault.span.start, fault.span.end)], ['invalid-date', '19680314']);
  });

  test('some names: each is told, and its segment is in its place', () => {
    for (const name of ['CLM', 'HL', 'NM1', 'LX', 'SV1']) {
      const text = CLAIM_FILE.replace(`\n${name}*`, `\n${name.toLowerCase()}*`);
      assert.deepEqual(kinds(text), ['invalid-segment-name'], name);
      assert.equal(repaired(text, 'invalid-segment-name'), CLAIM_FILE);
    }
  });
});

suite('loops of wrapped files', () =>
  test('are those of the file without the breaks', () => {
    const expected = describeAll(ONE_LINE);
    for (const width of [61, 64, 67, 71, 79]) assert.deepEqual(describeAll(wrapped(ONE_LINE, width)), expected, `width ${width}`);
  }));

/** The loop of each segment, and how its guide names it. */
function describeAll(text: string): string[] {
  const document = readX12(text);
  return Array.from({ length: document.segments.count }, (_, i) => {
    const found = describe(document, document.segments.starts[i]);
    return `${found?.segment.name} ${found?.loop?.path}`;
  });
}

suite('X12 files whose lines end the segments', () => {
  const indented = (lineEnd: string): string => CLAIM_FILE.replaceAll('~\n', `${lineEnd}  `).trimEnd() + lineEnd;

  test('indented lines are no wrapped file', () => {
    assert.deepEqual(kinds(indented('\n')), ['misplaced-blank']);
    assert.deepEqual(kinds(indented('\r\n')), ['misplaced-blank']);
  });
});

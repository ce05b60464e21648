// The starter data as files: every folder's form, order, manifest and size, and HCPCS against the official release.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Manifest } from '../../codesets/code-set';

interface Shape {
  readonly columns: readonly string[];
  readonly code: RegExp;
  readonly atLeast: number;
  /** Columns that may be empty. */
  readonly mayLack?: readonly string[];
  /** Columns with a closed list of values. */
  readonly oneOf?: Readonly<Record<string, readonly string[]>>;
}

/** Where in an encounter a payer's answer can land. */
const fields = [
  'member',
  'patient-name',
  'patient-born',
  'patient-sex',
  'relationship',
  'diagnosis',
  'procedure',
  'modifier',
  'units',
  'charge',
  'place',
  'date',
  'authorization',
  'rendering',
  'referring',
  'billing',
  'payer',
  'coverage',
  'duplicate',
  'document',
  'patient-share',
  'contract',
  'none',
  'ordering',
  'supervising',
  'facility',
  'tax-id',
  'taxonomy',
  'address',
  'ndc',
  'pointer',
  'note',
  'clia',
  'original-number',
  'frequency',
  'accident',
  'admitted',
  'discharged',
  'onset',
  'emergency',
];
const answer = { columns: ['code', 'title', 'meaning', 'next', 'field'], oneOf: { field: fields } };

const shapes: Readonly<Record<string, Shape>> = {
  hcpcs: {
    columns: ['code', 'title', 'unit', 'from', 'to'],
    code: /^[A-CEGHJ-MP-TV]\d{4}$/,
    atLeast: 600,
    mayLack: ['unit', 'from', 'to'],
  },
  modifiers: {
    columns: ['code', 'title', 'kind', 'explain'],
    code: /^[0-9A-Z]{2}$/,
    atLeast: 120,
    oneOf: {
      kind: [
        'anatomic',
        'global',
        'distinct',
        'professional',
        'drug',
        'telehealth',
        'coverage',
        'staged',
        'therapy',
        'anesthesia',
        'ambulance',
        'other',
      ],
    },
  },
  'place-of-service': {
    columns: ['code', 'title', 'facility', 'meaning', 'from'],
    code: /^\d\d$/,
    atLeast: 50,
    mayLack: ['from'],
    oneOf: { facility: ['F', 'N'] },
  },
  carc: { ...answer, code: /^(?:\d{1,3}|[ABDPWY]\d{1,2})$/, atLeast: 250 },
  rarc: { ...answer, code: /^(?:M|MA|N)\d{1,3}$/, atLeast: 750 },
  'claim-status': { ...answer, code: /^\d{1,3}$/, atLeast: 750 },
  'claim-status-category': {
    columns: ['code', 'title', 'meaning', 'reject'],
    code: /^(?:[ADEFPR]\d{1,2}|F3[FN]|RQ)$/,
    atLeast: 40,
    oneOf: { reject: ['0', '1'] },
  },
  'claim-frequency': { columns: ['code', 'title', 'meaning', 'forms'], code: /^[0-9A-Z]$/, atLeast: 9 },
  'filing-indicator': { columns: ['code', 'title', 'meaning'], code: /^[0-9A-Z]{2}$/, atLeast: 23 },
  taxonomy: { columns: ['code', 'title'], code: /^\d{3}[0-9A-Z]{6}X$/, atLeast: 250 },
  revenue: { columns: ['code', 'title'], code: /^\d{4}$/, atLeast: 150 },
  condition: { columns: ['code', 'title'], code: /^[0-9A-Z]{2}$/, atLeast: 60 },
  occurrence: { columns: ['code', 'title', 'kind'], code: /^[0-9A-Z]{2}$/, atLeast: 40, oneOf: { kind: ['date', 'span'] } },
  'value-code': { columns: ['code', 'title'], code: /^[0-9A-Z]{2}$/, atLeast: 40 },
  'type-of-bill': { columns: ['code', 'title', 'bill'], code: /^\d\d$/, atLeast: 25 },
};

/** What coders and billers meet daily: a list without one of these is not usable. */
const mustHave: Readonly<Record<string, string>> = {
  hcpcs: 'J3301 J1100 J0696 G0008 G0009 G0010 G0438 G0439 G2211 G2212 Q3014 A0428 E0601',
  modifiers:
    '22 24 25 26 50 51 52 53 57 58 59 62 76 77 78 79 80 91 93 95 AS CO CQ E1 E4 F1 FA GA GC GP GQ GT GX GY GZ ' +
    'JG JW JZ KX LC LT P1 P6 Q5 Q6 QK QW QX QY QZ RT T1 TA TB TC XE XP XS XU',
  'place-of-service': '02 10 11 12 19 21 22 23 24 27 31 32 34 50 72 81 99',
  carc:
    '1 2 3 4 5 6 9 10 11 13 14 16 18 19 22 23 24 26 27 29 31 45 50 96 97 109 119 140 146 151 167 170 181 182 183 185 197 198 204 206 ' +
    '208 226 234 236 242 246 252 253 256 272 284 288 296 302 A1 B7 B9 B15 B16 B20 P12',
  rarc:
    'M15 M51 M53 M60 M76 M77 M81 M114 M119 M127 MA04 MA13 MA27 MA61 MA63 MA83 MA120 MA130 N4 N19 N30 N56 N95 N115 N122 N130 N211 ' +
    'N264 N265 N276 N290 N362 N382 N386 N390 N425 N519 N522 N538 N822',
  'claim-status-category': 'A0 A1 A2 A3 A4 A5 A6 A7 A8 D0 E0 E1 F0 F1 F2 F3 F3F F3N F4 P0 P1 P2 P3 P4 P5 R0 R1 R3 R17',
  'claim-status':
    '0 1 19 20 21 33 54 78 85 116 125 128 145 157 158 164 178 187 247 249 252 254 255 400 448 453 454 464 476 477 488 500 ' +
    '507 562 585 672 698 718 732',
  'claim-frequency': '1 2 3 4 5 7 8',
  'filing-indicator': '11 12 16 AM BL CH CI HM MA MB MC TV VA WC ZZ',
  taxonomy: '207Q00000X 207R00000X 208000000X 363LF0000X 261QM1300X 193400000X',
};

/** Alphabetic modifiers that the HCPCS file does not list, with the reason. */
const notInHcpcsFile: ReadonlyMap<string, string> = new Map([
  ...[1, 2, 3, 4, 5, 6].map((status): [string, string] => [`P${status}`, 'physical status, kept by CPT']),
  ...['DR', 'EH', 'IH', 'JR', 'NH', 'NJ', 'NP', 'PH', 'RH', 'RJ', 'RN', 'RP'].map((trip): [string, string] => [
    trip,
    'ambulance trip: two letters are joined, one for each end',
  ]),
]);

for (const [id, shape] of Object.entries(shapes)) {
  const folder = path.join(process.cwd(), 'codesets', id);
  const text = readFileSync(path.join(folder, 'codes.tsv'), 'utf8');
  const lines = text.split('\n');
  const rows = lines.slice(1, -1).map((line) => line.split('\t'));
  const cell = (row: readonly string[], column: string) => row[shape.columns.indexOf(column)] ?? '';

  suite(`starter data of ${id}`, () => {
    test('has its header, as many cells in every row, and a line end after the last', () => {
      assert.equal(lines[0], shape.columns.join('\t'));
      assert.equal(lines.at(-1), '');
      assert.deepEqual(
        rows.filter((row) => row.length !== shape.columns.length).map((row) => row[0]),
        [],
      );
    });

    test('has clean cells and none empty that must be filled', () => {
      const mayLack = shape.mayLack ?? [];
      const wrong = rows.flatMap((row) =>
        shape.columns
          .filter((column) => {
            const value = cell(row, column);
            return value !== value.replace(/\s+/g, ' ').trim() || value.includes('"') || (value === '' && !mayLack.includes(column));
          })
          .map((column) => `${row[0]} ${column}`),
      );
      assert.deepEqual(wrong, []);
    });

    test('has well-formed codes, sorted in byte order, none twice', () => {
      const codes = rows.map((row) => row[0] ?? '');
      assert.deepEqual(
        codes.filter((code) => !shape.code.test(code)),
        [],
      );
      assert.deepEqual(
        codes.filter((code, index) => index > 0 && (codes[index - 1] ?? '') >= code),
        [],
      );
    });

    test('keeps to the closed lists and to real dates', () => {
      const wrong = rows.flatMap((row) =>
        [
          ...Object.entries(shape.oneOf ?? {})
            .filter(([column, values]) => !values.includes(cell(row, column)))
            .map(([column]) => column),
          ...['from', 'to'].filter((column) => cell(row, column) !== '' && !isDate(cell(row, column))),
          ...(cell(row, 'from') && cell(row, 'to') && cell(row, 'from') > cell(row, 'to') ? ['from after to'] : []),
        ].map((column) => `${row[0]} ${column}`),
      );
      assert.deepEqual(wrong, []);
    });

    test(`has ${shape.atLeast} codes or more, among them the daily ones`, () => {
      const codes = new Set(rows.map((row) => row[0]));
      assert.ok(rows.length >= shape.atLeast, `${rows.length} codes`);
      assert.deepEqual(
        (mustHave[id] ?? '').split(' ').filter((code) => code && !codes.has(code)),
        [],
      );
    });

    test('agrees with its manifest', () => {
      const manifest: Manifest = JSON.parse(readFileSync(path.join(folder, 'set.json'), 'utf8'));
      const sha256 = createHash('sha256').update(text).digest('hex');
      assert.deepEqual(
        { id: manifest.id, columns: manifest.columns, count: manifest.count, sha256: manifest.sha256 },
        { id, columns: shape.columns, count: rows.length, sha256 },
        `set.json is stale: it should say "count": ${rows.length}, "sha256": "${sha256}"`,
      );
      const missing = (['title', 'publisher', 'edition', 'source', 'licence'] as const).filter((name) => !manifest[name]);
      assert.deepEqual(missing, []);
      assert.ok(isDate(manifest.effective.from) && isDate(manifest.retrieved));
    });
  });

  if (id === 'hcpcs' || id === 'modifiers') {
    suite(`starter data of ${id} against the release of October 2025`, () => {
      test(id === 'hcpcs' ? 'every code is there and its title says the same' : 'every alphabetic modifier is there', function () {
        const file = path.join(process.cwd(), '..', 'shared', 'data', 'hcpcs', '2025-oct-derived.tsv.gz');
        if (!existsSync(file)) {
          console.log('      skipped: ../shared/data/hcpcs is not on this machine');
          this.skip();
        }
        const official = readRelease(file, id === 'hcpcs' ? 'code' : 'modifier');
        const checked = rows.filter(([code = '']) => id === 'hcpcs' || (/^[A-Z]/.test(code) && !notInHcpcsFile.has(code)));
        assert.deepEqual(
          checked.filter(([code = '']) => !official.has(code)).map((row) => row[0]),
          [],
        );
        if (id !== 'hcpcs') return;
        const unlike = checked.filter(([code = '', title = '']) => sharedWords(title, official.get(code) ?? '') < 0.6);
        assert.deepEqual(
          unlike.map(([code = '', title]) => `${code} ${title} <> ${official.get(code)}`),
          [],
        );
        const otherNumbers = checked.filter(([code = '', title = '', unit = '']) => {
          const theirs = numbers(official.get(code) ?? '');
          return numbers(`${title} ${unit}`).some((number) => !theirs.includes(number));
        });
        assert.deepEqual(
          otherNumbers.map(([code = '', title, unit]) => `${code} ${title} (${unit}) <> ${official.get(code)}`),
          [],
        );
      });
    });
  }
}

suite("starter data of payers' answers", () => {
  test('only the categories that send a claim back count as rejected', () => {
    const rejected = readFileSync(path.join(process.cwd(), 'codesets', 'claim-status-category', 'codes.tsv'), 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('\t1'))
      .map((line) => line.split('\t')[0]);
    assert.deepEqual(rejected, ['A3', 'A4', 'A6', 'A7', 'A8']);
  });

  test('each form takes its claim frequencies', () => {
    const rows = readFileSync(path.join(process.cwd(), 'codesets', 'claim-frequency', 'codes.tsv'), 'utf8')
      .split('\n')
      .slice(1, -1);
    const taking = (form: string) => rows.filter((line) => (line.split('\t')[3] ?? '').split(' ').includes(form)).map((line) => line[0]);
    assert.deepEqual(taking('837P'), ['1', '7', '8']);
    assert.deepEqual(taking('837D'), ['1', '7', '8']);
    assert.ok(taking('837I').includes('4'));
  });

  test('amounts that are no denial never say appeal', () => {
    const text = readFileSync(path.join(process.cwd(), 'codesets', 'carc', 'codes.tsv'), 'utf8');
    const rows = text.split('\n').map((line) => line.split('\t'));
    const wrong = rows.filter(([code = '', , , next = '']) => ['1', '2', '3', '23', '45', '253'].includes(code) && /appeal/i.test(next));
    assert.deepEqual(wrong, []);
  });

  test('a shared word is found and a missing one is not', () => {
    assert.equal(sharedWords('Injection, ketorolac tromethamine, per 15 mg', 'Injection, ketorolac tromethamine, per 15 mg'), 1);
    assert.ok(sharedWords('Wheelchair', 'Injection, ketorolac tromethamine, per 15 mg') < 0.6);
  });
});

/** Codes of one kind with their short and long description joined. */
function readRelease(file: string, kind: string): Map<string, string> {
  const lines = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  return new Map(lines.filter((cells) => cells[0] === kind).map(([, code = '', short, long]) => [code, `${short} ${long}`]));
}

/** The part of our words that begin like a word of theirs; short words do not count. */
function sharedWords(ours: string, theirs: string): number {
  const words = (text: string) => text.toLowerCase().match(/[a-z0-9.]{3,}/g) ?? [];
  const mine = words(ours);
  const known = new Set(words(theirs).map((word) => word.slice(0, 4)));
  return mine.length === 0 ? 1 : mine.filter((word) => known.has(word.slice(0, 4))).length / mine.length;
}

/** The numbers of a text, without thousands separators; a single unit goes without saying. */
function numbers(text: string): string[] {
  return (text.replace(/(\d),(?=\d{3})/g, '$1').match(/\d*\.?\d+/g) ?? [])
    .map(Number)
    .filter((number) => number !== 1)
    .map(String);
}

/** Whether a text is a day of the calendar as `2026-11-02`. */
function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

// Lines as people write them who are used to other programs: they are understood, and one key writes them properly.
import assert from 'node:assert/strict';
import { lowerSuperbill } from '../../../server/model/lower';
import { parseSuperbill } from '../../../server/syntax/superbill/parse';
import { applyEdits } from '../../../server/features/fix-all';

/** As written; as it should be; and whether the cure is one of those that “fix all” applies. */
type Case = [written: string, proper: string, cure?: 'a choice'];

function cases(title: string, frame: (line: string) => string, all: readonly Case[]): void {
  suite(`superbill: ${title}`, () => {
    for (const [written, proper, choice] of all) {
      test(written, () => {
        const text = frame(written),
          tree = parseSuperbill(text);
        const fixes = tree.problems.flatMap(({ fix }) => fix ?? []);
        assert.equal(fixes.length, tree.problems.length, 'each has its cure');
        assert.ok(fixes.length > 0);
        assert.deepEqual(
          fixes.map((one) => one.safe),
          fixes.map(() => choice === undefined),
        );
        const cured = applyEdits(
          text,
          fixes.flatMap((one) => one.edits),
        );
        assert.equal(cured, frame(proper));
        assert.deepEqual(parseSuperbill(cured).problems, []);
        // Several values on one line are not guessed apart.
        if (!choice && written.split('\n').length === proper.split('\n').length)
          assert.equal(said(text), said(cured), 'it was understood before');
      });
    }
  });
}

/** What the lines say, without where. */
function said(text: string): string {
  const found = lowerSuperbill(parseSuperbill(text), { uri: 'file:///a.encounter', text, language: 'superbill' });
  const values = [...found.patients, ...found.practices, ...found.encounters, ...found.fees];
  return JSON.stringify(values, (key, value: unknown) => (/^(span|streetSpan|source|text|sections|head)$/.test(key) ? undefined : value));
}

cases('service lines of other programs', (line) => `encounter E1\n  services\n    ${line}\n`, [
  ['99213 25 AB 145.00', '99213-25 AB 145.00'],
  ['99213 25 59 AB 145.00', '99213-25-59 AB 145.00'],
  ['99213-25 59, AB 145.00', '99213-25-59 AB 145.00'],
  ['20610 RT, A $110', '20610-RT A $110'],
  ['20610 rt 110.00', '20610-RT 110.00'],
  ['99213 GA A 145.00', '99213-GA A 145.00', 'a choice'],
  ['99213 A,B 145.00', '99213 AB 145.00'],
  ['99213 A, B, C 145.00', '99213 ABC 145.00'],
  ['99213 (1,2) $145', '99213 AB $145'],
  ['99213 (A) 145.00', '99213 A 145.00'],
  ['20610-RT 1 $110', '20610-RT x1 $110'],
  ['99213 a b 145.00', '99213 AB 145.00'],
  ['99213 A/B 145.00', '99213 AB 145.00'],
  ['99213 1,2 145.00', '99213 AB 145.00'],
  ['99213 1, 12 145.00', '99213 AL 145.00'],
  ['J3301 A 4 units 48.00', 'J3301 A x4 48.00'],
  ['J3301 A x 4 48.00', 'J3301 A x4 48.00'],
  ['J3301 4x A 48.00', 'J3301 x4 A 48.00'],
  ['J3301 A qty 4 48.00', 'J3301 A x4 48.00'],
  ['G0008, A 20.00', 'G0008 A 20.00'],
  ['1. 99213 A 145.00', '99213 A 145.00'],
  ['- 99213 A 145.00', '99213 A 145.00'],
  ['99213 (25) A 145.00', '99213-25 A 145.00'],
  ['99213 -25 A 145.00', '99213-25 A 145.00'],
  ['99213- 25 A 145.00', '99213-25 A 145.00'],
  ['99213 mod 25 A 145.00', '99213-25 A 145.00'],
  ['99213 Modifier: 25', '99213-25'],
  ['20610/RT A 110.00', '20610-RT A 110.00'],
  ['99214 pointer A units 1 charge 210.00', '99214 A x1 210.00'],
  ['99214 dx A, B $210.00', '99214 AB $210.00'],
  ['99214 A 1 210.00', '99214 A x1 210.00'],
  ['99214 A 210.00 2', '99214 A 210.00 x2'],
  ['99213-25, 20610-RT A', '99213-25\n    20610-RT A'],
  ['Office visit 99213 A 145.00', '99213 A 145.00', 'a choice'],
  ['99214 - 25 AB $180.00', '99214-25 AB $180.00'],
  ['99214 25 1,2 1 180.00', '99214-25 AB x1 180.00'],
  ['99214\t25\t1,2\t1\t180.00', '99214-25\tAB\tx1\t180.00'],
  ['J3301 40 48.00', 'J3301 x40 48.00'],
  ['20610 RT A 110.00 1', '20610-RT A 110.00 x1'],
  ['99213 A 145.00 date 2026-11-02 to 2026-11-04', '99213 A 145.00 date 2026-11-02..2026-11-04'],
]);

test('superbill: two digits behind a code are a modifier that a person has to confirm, and a column of numbers points', () => {
  const cured = (line: string, isSafe: boolean): string => {
    const text = `encounter E1\n  services\n    ${line}\n`;
    const fixes = parseSuperbill(text).problems.flatMap(({ fix }) => fix ?? []);
    assert.deepEqual(fixes[0]?.safe, isSafe, line);
    return applyEdits(
      text,
      fixes.flatMap((one) => one.edits),
    )
      .split('\n')[2]
      .trim();
  };
  assert.equal(cured('99214 25 180.00', false), '99214-25 180.00');
  assert.equal(cured('20610 RT 3 1 110.00', true), '20610-RT C x1 110.00');
  assert.equal(cured('20610 3 110.00 1', false), '20610 C 110.00 x1');
  assert.equal(cured('20610 3 1 110.00', false), '20610 C x1 110.00');
});

cases('diagnoses of other programs', (line) => `encounter E1\n  diagnoses\n    ${line}\n`, [
  ['1. M17.11', 'A M17.11'],
  ['2) M17.11  Osteoarthritis', 'B M17.11  Osteoarthritis'],
  ['- M17.11', 'M17.11'],
  ['A  osteoarthritis, right knee M17.11', 'A  M17.11  osteoarthritis, right knee'],
  ['A  osteoarthritis - M17.11', 'A  M17.11  osteoarthritis'],
  ['A  osteoarthritis (M17.11)', 'A  M17.11  osteoarthritis'],
  ['A  (M17.11)', 'A  M17.11'],
  ['A M17.11, Osteoarthritis', 'A M17.11 Osteoarthritis'],
  ['A  J45.909; K21.9', 'A  J45.909\n    K21.9'],
  ['I10, E78.5, D51.9', 'I10\n    E78.5\n    D51.9'],
]);

suite('superbill: nobody has indented', () => {
  const written = [
    'Encounter: E1',
    'Patient: ROE',
    '',
    'Date of service 2026/11/03',
    'Provider: OSLER',
    'Dx: J02.0, Z20.822',
    'procedures',
    '87880 QW A 16.00',
    'notes: sore throat',
    'Visit E2',
    'patient STONE',
    '',
    'patient ROE',
    '  name Roe, Ann',
    '',
  ].join('\n');

  test('every line belongs to the block above, and fix all indents it', () => {
    let text = written;
    for (let round = 0; round < 4; round += 1)
      text = applyEdits(
        text,
        parseSuperbill(text).problems.flatMap(({ fix }) => (fix?.safe ? fix.edits : [])),
      );
    assert.deepEqual(parseSuperbill(text).problems, []);
    assert.equal(
      text,
      [
        'encounter E1',
        '  patient ROE',
        '',
        '  date 2026/11/03',
        '  rendering OSLER',
        '  diagnoses',
        '    J02.0',
        '    Z20.822',
        '  services',
        '    87880-QW A 16.00',
        '  note sore throat',
        'encounter E2',
        '  patient STONE',
        '',
        'patient ROE',
        '  name Roe, Ann',
        '',
      ].join('\n'),
    );
  });

  test('what stands below a second name of a patient is that patient’s', () => {
    const { blocks } = parseSuperbill('encounter E1\n  patient ROE\npatient STONE\nname Stone, Walter\n');
    assert.deepEqual(
      blocks.map(({ spec, entries }) => [spec?.keyword, ...entries.map((one) => one.spec?.keyword)]),
      [
        ['encounter', 'patient'],
        ['patient', 'name'],
      ],
    );
  });

  test('a line that is not understood does not keep those below it from their block', () => {
    const keywords = (text: string) => parseSuperbill(text).blocks.map(({ entries }) => entries.map(({ spec }) => spec?.keyword));
    assert.deepEqual(keywords('patient ROE\nwhatever\nborn 1968-03-14\n')[0], ['born']);
    for (const indent of ['', '  ']) {
      const below = (line: string) => keywords(`encounter E1\n  date 2026-11-02\n${line}\n${indent}place 11\n`);
      assert.deepEqual(below('Mood: calm'), [['date', undefined, 'place']]);
      assert.deepEqual(below('S: cough'), [['date', 'note', 'place']]);
    }
  });

  test('what stands below a misspelt block is not said of the one above', () => {
    for (const name of ['patinet STONE', 'A STONE'])
      assert.deepEqual(
        lowerSuperbill(parseSuperbill(`patient ROE\n  name Roe, Ann\n${name}\n  born 1968-03-14\n`), {
          uri: 'file:///a.patient',
          text: '',
          language: 'superbill',
        }).patients.map(({ born }) => born),
        [undefined],
      );
  });

  test('words below a section at the margin are its lines, up to another keyword', () => {
    const { encounters } = lowerSuperbill(
      parseSuperbill('encounter E1\ndiagnoses\nstrep throat\nA  J02.0\nservices\nrapid test\n87880 A\nDOS: 2026-11-02\n'),
      { uri: 'file:///a.encounter', text: '', language: 'superbill' },
    );
    const [{ diagnoses, services, date }] = encounters;
    assert.deepEqual(
      [diagnoses.map(({ code }) => code?.value), services.map(({ code }) => code?.value), date?.value.from],
      [[undefined, 'J02.0'], [undefined, '87880'], '2026-11-02'],
    );
  });

  test('lines below a note at the margin are the note’s, up to another keyword', () => {
    let text = 'encounter E1\nnote\n65 yo with knee pain.\n\nXray shows OA.\ndiagnoses\nM17.11\n';
    for (let round = 0; round < 3; round += 1)
      text = applyEdits(
        text,
        parseSuperbill(text).problems.flatMap(({ fix }) => (fix?.safe ? fix.edits : [])),
      );
    assert.equal(text, 'encounter E1\n  note\n    65 yo with knee pain.\n\n    Xray shows OA.\n  diagnoses\n    M17.11\n');
    assert.deepEqual(parseSuperbill(text).problems, []);
  });

  test('codes without a section get one', () => {
    let text = 'encounter E1\ndate 2026-11-02\nM17.11\nE11.65\n99213 A 145.00\n20610-RT B\n';
    for (let round = 0; round < 4; round += 1)
      text = applyEdits(
        text,
        parseSuperbill(text).problems.flatMap(({ fix }) => (fix?.safe ? fix.edits : [])),
      );
    assert.deepEqual(parseSuperbill(text).problems, []);
    const said = lowerSuperbill(parseSuperbill(text), { uri: 'file:///a.encounter', text, language: 'superbill' }).encounters[0];
    assert.deepEqual(
      [said.diagnoses, said.services].map((all) => all.map(({ code }) => code?.value)),
      [
        ['M17.11', 'E11.65'],
        ['99213', '20610'],
      ],
    );
  });

  test('what belongs to nothing may be put into the note, which is for the person to decide', () => {
    let text = 'encounter E1\n  date 2026-11-02\nInformant: mother, cough x 3 days\nMood: calm\n';
    for (let round = 0; round < 3; round += 1) {
      const fix = parseSuperbill(text).problems.find((one) => one.fix)?.fix;
      if (fix) assert.equal(fix.safe, false);
      text = applyEdits(text, fix?.edits ?? []);
    }
    assert.equal(text, 'encounter E1\n  date 2026-11-02\n  note Informant: mother, cough x 3 days\n    Mood: calm\n');
    assert.deepEqual(parseSuperbill(text).problems, []);
  });

  test('a payer in a coverage is no block', () => {
    const { blocks } = parseSuperbill('patient ROE\ncoverage AETNA-1\npayer AETNA\nmember W1\n');
    assert.deepEqual(
      blocks.map(({ spec, entries }) => [spec?.keyword, ...entries.flatMap((one) => one.entries.map((own) => own.spec?.keyword))]),
      [['patient', 'payer', 'member']],
    );
  });
});

suite('superbill: words in place of a code', () => {
  const problems = (line: string, block: string) =>
    parseSuperbill(`encounter E1\n  ${block}\n    ${line}\n`).problems.map(({ message }) => message);
  for (const [line, block, words] of [
    ['A  broken wrist', 'diagnoses', 'broken wrist'],
    ['type 2 diabetes', 'diagnoses', 'type 2 diabetes'],
    ['DM2 uncontrolled', 'diagnoses', 'DM2 uncontrolled'],
    ['wrist splint', 'services', 'wrist splint'],
    ['leg brace AB x2 20.00', 'services', 'leg brace'],
    ['flu shot place 11', 'services', 'flu shot'],
  ])
    test(line, () => assert.deepEqual(problems(line, block), [`“${words}” is not a code: choose one`]));
});

cases('keywords of other programs', (line) => `patient SMITH\n  ${line}\n`, [
  ['dob 1968-03-14', 'born 1968-03-14'],
  ['Date of Birth: 3/14/1968', 'born 3/14/1968'],
  ['DOB:1968-03-14', 'born 1968-03-14'],
  ['Name: Smith, Ann', 'name Smith, Ann'],
  ['sex = F', 'sex F'],
  ['gender female', 'sex F'],
  [
    'insurance AETNA-1\n    member id W1\n    Relation: wife\n    policy holder Smith, Jon',
    'coverage AETNA-1\n    member W1\n    relationship spouse\n    subscriber Smith, Jon',
  ],
  ['address 12 Elm St, Springfield Illinois 62704', 'address 12 Elm St, Springfield IL 62704'],
  ['address 1 A St, New York, new york, 10001-1234', 'address 1 A St, New York, NY, 10001-1234'],
]);

cases('keywords of other programs, in a practice', (line) => `practice X\n  ${line}\n`, [
  ['tax id ein 36-1234567', 'tax-id ein 36-1234567'],
  ['tax-id 36-1234567', 'tax-id ein 36-1234567'],
  ['tax-id 123-45-6789', 'tax-id ssn 123-45-6789'],
  ['EIN: 36-1234567', 'tax-id ein 36-1234567'],
]);

cases('keywords of other programs, in an encounter', (line) => `encounter E1\n  ${line}\n`, [
  ['DOS 2026-11-02', 'date 2026-11-02'],
  ['place of service: 11', 'place 11'],
  ['doctor CURIE', 'rendering CURIE'],
  ['dx\n    A  I10\n  procedures\n    99213  A  145.00', 'diagnoses\n    A  I10\n  services\n    99213  A  145.00'],
  ['diagnoses M17.11\n    E11.65', 'diagnoses\n    M17.11\n    E11.65'],
  ['services 99213  A  145.00', 'services\n    99213  A  145.00'],
  ['accident car 2026-10-30 IL', 'accident auto 2026-10-30 IL'],
]);

cases('fees of other programs', (line) => `fees\n  ${line}\n`, [['99214, 210.00', '99214 210.00']]);

cases('dates of other programs', (line) => `encounter E1\n  ${line}\n`, [
  ['date 11/2/26', 'date 2026-11-02', 'a choice'],
  ['date 11/02/2026-11/04/2026', 'date 2026-11-02..2026-11-04'],
  ['date 11/02/2026 - 11/04/2026', 'date 2026-11-02..2026-11-04'],
  ['date 2026-11-02 through 2026-11-04', 'date 2026-11-02..2026-11-04'],
]);

suite('superbill: what only looks like another habit', () => {
  for (const line of [
    '99213 25',
    '99213 25 x2',
    '99213 AB 25',
    'D51.9 B12',
    'A E11.9 T2D',
    '99213 A 4',
    '00810 A min30 12',
    '99213 A 4 x2',
  ]) {
    test(line, () => {
      const section = line.startsWith('D') || line.startsWith('A') ? 'diagnoses' : 'services';
      assert.deepEqual(parseSuperbill(`encounter E1\n  ${section}\n    ${line}\n`).problems, []);
    });
  }
});

suite('superbill: addresses as they are written on envelopes', () => {
  for (const line of [
    '12 Elm St, Springfield, IL 62704',
    '12 Elm St, Springfield, IL, 62704',
    '12 Elm St, Apt 4, Springfield IL 62704-1234',
  ]) {
    test(line, () => assert.deepEqual(parseSuperbill(`patient X\n  address  ${line}\n`).problems, []));
  }
});

suite('superbill: lines that a cure writes end as those beside them', () => {
  const pasted = 'encounter E1\n  diagnoses M17.11, E11.65\n  services 99213, 20610-RT';
  for (const end of ['\n', '\r\n', '\r']) {
    test(JSON.stringify(end), () => {
      let text = pasted.replaceAll('\n', end);
      for (let round = 0; round < 3; round += 1) {
        text = applyEdits(
          text,
          parseSuperbill(text).problems.flatMap(({ fix }) => fix?.edits ?? []),
        );
      }
      assert.equal(text, ['encounter E1', '  diagnoses', '    M17.11', '    E11.65', '  services', '    99213', '    20610-RT'].join(end));
    });
  }
});

suite('superbill: a visit as it is pasted', () => {
  /** What is told, and what fix all makes of it. */
  function cured(text: string): { told: string[]; cured: string } {
    const told = parseSuperbill(text).problems.map(({ message }) => message);
    for (let round = 0; round < 4; round += 1)
      text = applyEdits(
        text,
        parseSuperbill(text).problems.flatMap(({ fix }) => (fix?.safe ? fix.edits : [])),
      );
    assert.deepEqual(parseSuperbill(text).problems, []);
    return { told, cured: text };
  }

  const pasted = [
    'Patient: ROE',
    'DOB: 3/14/1968',
    'DOS: 2026-11-03',
    '',
    'CC: sore throat',
    '  since Monday',
    'A/P: strep. Rapid test today.',
    '',
    'Dx: J02.0, Z20.822',
    '87880 QW A 16.00',
  ];

  test('without its first line one thing is told: that it is missing', () => {
    const [problem, ...more] = parseSuperbill(pasted.join('\n')).problems;
    assert.deepEqual(more, []);
    assert.equal(problem.message, 'A visit begins with “encounter” and its number, on a line above');
    assert.equal(problem.lacks, 'encounter');
  });

  test('below its first line all of it is understood', () => {
    assert.equal(
      cured(`encounter E1\n${pasted.join('\n')}\n`).cured,
      [
        'encounter E1',
        '  patient ROE',
        '  # DOB: 3/14/1968',
        '  date 2026-11-03',
        '',
        '  note',
        '    CC: sore throat',
        '      since Monday',
        '    A/P: strep. Rapid test today.',
        '',
        '  diagnoses',
        '    J02.0',
        '    Z20.822',
        '  services',
        '    87880-QW A 16.00',
        '',
      ].join('\n'),
    );
  });

  test('below another visit it is not taken for a part of that one', () => {
    const above = 'encounter E1\n  patient STONE\n  date 2026-11-02\n\n';
    const tree = parseSuperbill(above + pasted.join('\n'));
    assert.deepEqual(
      tree.problems.map(({ lacks, span }) => [lacks, span.start]),
      [['encounter', above.length]],
    );
    assert.deepEqual(
      tree.blocks.flatMap(({ spec }) => spec?.keyword ?? []),
      ['encounter'],
    );
  });

  test('a patient given twice in one visit is no visit of its own', () => {
    assert.equal(parseSuperbill('encounter E1\n  patient STONE\n  patient ROE\n  date 2026-11-02\n').blocks.length, 1);
    const lines = 'encounter E1\n  date 2026-11-02\n  note\n    Patient: well.\n\npatient ROE\nplace 11\n';
    assert.equal(parseSuperbill(lines).blocks.length, 1);
  });

  test('a patient is no visit', () => {
    assert.deepEqual(
      parseSuperbill('Patient: ROE\nDOB: 3/14/1968\nSex: F\n').problems.filter(({ lacks }) => lacks),
      [],
    );
  });

  test('a note that moves takes its text along', () => {
    const { cured: text } = cured('encounter E1\npatient ROE\nnote\n  knee pain\n    since May\n  and more\ndate 2026-11-02\n');
    assert.equal(text, 'encounter E1\n  patient ROE\n  note\n    knee pain\n      since May\n    and more\n  date 2026-11-02\n');
  });

  test('what is said in a note stands in one note', () => {
    const { cured: text } = cured('encounter E1\nS: cough\nDx:\nJ02.0\nPlan:\n  call  # on Monday\n\n  rest\nplace 11\nO: fever\n');
    assert.equal(
      text,
      'encounter E1\n  note\n    S: cough\n    Plan:\n      call  # on Monday\n      rest\n    O: fever\n  diagnoses\n    J02.0\n  place 11\n',
    );
  });

  test('the head of a note is known in an encounter only, and only with its colon', () => {
    assert.ok(parseSuperbill('patient ROE\n  name Roe, Ann\n  CC: sore throat\n').problems.some(({ fix }) => !fix));
    const [problem] = parseSuperbill('encounter E1\n  plan to call\n').problems;
    assert.equal(problem.fix?.safe, false);
  });
});

// Cures of findings, all safe cures at once, and diagnoses for the words of a note.
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, withEdit } from '../../server/features/code-actions';
import { applyEdits } from '../../server/features/fix-all';
import { addDiagnoses, codesInNote } from '../../server/features/note/codes';
import { checkAction, checkActions } from '../kit/check-features';
import { BESIDE, scene } from '../kit/scene';

const HEAD = 'encounter E1\n  patient    DOE-JANE\n  date       2026-11-02\n  place      11\n  rendering  CURIE\n';
const REST = '\n  services\n    99213  A  145.00\n';
const noted = (note: string, diagnoses = '\n  diagnoses\n    A  I10  Essential (primary) hypertension\n') =>
  `${HEAD}\n  note\n    ${note}\n${diagnoses}${REST}`;

/** As from another program: three rounds put it right. */
const PASTED = `${HEAD}  Dx: M17.11, E11.65\n  services 99213-25 AB 145, 20610-RT A 110\n`;
const FIXED = `${HEAD}  diagnoses\n    M17.11\n    E11.65\n  services\n    99213-25 AB 145\n    20610-RT A 110\n`;

suite('quick fixes', () => {
  test('change a keyword', () => checkAction('provider X\n  n<|>mae  Doe, Jane\n', 'Change to “name”', 'provider X\n  name  Doe, Jane\n'));
  test('the words of a code', () =>
    checkAction(
      `${HEAD}  diagnoses\n    A  I10  <|>High blood pressure\n${REST}`,
      'Write the title of the code',
      `${HEAD}  diagnoses\n    A  I10  Essential (primary) hypertension\n${REST}`,
    ));
  test('a code for the words that stand in place of one', () => {
    checkAction(
      `${HEAD}  diagnoses\n    A  <|>strep throat\n${REST}`,
      'J02.0 Streptococcal pharyngitis',
      `${HEAD}  diagnoses\n    A  J02.0  Streptococcal pharyngitis\n${REST}`,
    );
    checkAction(
      `${HEAD}  services\n    wrist spl<|>int A x1\n`,
      'S8451 Splint, prefabricated, wrist or ankle',
      `${HEAD}  services\n    S8451 A x1\n`,
    );
    checkAction(
      `${HEAD}  diagnoses\n    A  T2DM<|>\n${REST}`,
      'E11.9 Type 2 diabetes mellitus without complications',
      `${HEAD}  diagnoses\n    A  E11.9\n${REST}`,
    );
  });
  test('a cure in another file', () => {
    const { document, world } = scene('encounter E1<|>\n  patient  DOE-JANE\n');
    const practice = world.project.superbill('file:///practice/front-desk.practice');
    assert.ok(practice);
    const member = practice.definitions.patients[0].coverages[0].member;
    assert.ok(member);
    const answer = {
      rule: 'payer/rejected',
      severity: 'error' as const,
      payer: 'Aetna',
      span: document.definitions.encounters[0].id.span,
      message: 'Aetna: the member is not known. [A7:164:IL]',
      fixes: [
        { title: 'Change to “W1”, as the payer has it', safe: false, source: practice.source, edits: [{ span: member.span, text: 'W1' }] },
      ],
    };
    checkAction(
      'encounter E<|>1\n  patient  DOE-JANE\n',
      'Change to “W1”, as the payer has it',
      practice.text.replace('W123456789', 'W1'),
      { ledger: { answers: () => [{ ...answer, fixes: [{ ...answer.fixes[0] }] }] }, file: 'file:///practice/front-desk.practice' },
    );
  });
  test('the finding is attached, an only cure is preferred', () => {
    const { document, span, world } = scene('provider X\n  n<|>mae  Doe, Jane\n');
    const [action] = codeActions(document, span, undefined, world);
    assert.equal(action.diagnostics?.[0].code, 'document/unknown-keyword');
    assert.equal(action.isPreferred, true);
  });
  test('none where nothing is wrong', () => checkActions('patient X<|>Y\n', []));
  test('behind a safe fix all that is safe is offered, and worked out when it is chosen', () => {
    const asked = (marked: string) => {
      const { document, span, world } = scene(marked);
      const actions = codeActions(document, span, ['quickfix'], world, { later: true });
      return { document, world, actions, titles: actions.map(({ title }) => title) };
    };
    const { document, world, actions, titles } = asked('patient X\n  born  1980-01-01\ns<|>ex  F\nphone  217-555-0142\n');
    assert.deepEqual(titles, ['Correct the indent', 'Fix all that is safe in this file']);
    assert.equal(actions[1].edit, undefined);
    const edits = withEdit(document, actions[1], world).edit?.changes?.[document.uri] ?? [];
    assert.equal(
      TextDocument.applyEdits(TextDocument.create(document.uri, 'superbill', 0, document.text), edits),
      'patient X\n  born  1980-01-01\n  sex  F\n  phone  217-555-0142\n',
    );
    assert.deepEqual(asked('provider X\n  n<|>mae  Doe, Jane\n').titles, ['Change to “name”']);
  });
});

suite('fix all', () => {
  const options = { only: ['source.fixAll'] };
  test('only where asked for', () => checkActions('patient X<|>\n\tborn  1980-01-01\nborn 1980-01-01\n', []));
  test('applies what is safe', () =>
    checkAction(
      'patient X<|>\n  name  A, B\n  born  1980-01-01\nsex  F\n',
      'Fix all that is safe',
      'patient X\n  name  A, B\n  born  1980-01-01\n  sex  F\n',
      options,
    ));
  test('goes on where one fix makes room for another one, and leaves alone what stands between', () => {
    const { document, world } = scene(`${PASTED}<|>`);
    const [action] = codeActions(document, { start: 0, end: 0 }, ['source.fixAll'], world);
    const edits = action.edit?.changes?.[document.uri] ?? [];
    assert.equal(TextDocument.applyEdits(TextDocument.create(document.uri, 'superbill', 0, document.text), edits), FIXED);
    assert.ok(edits.every(({ newText }) => !newText.includes('20610')));
    assert.equal(world.project.get(document.uri)?.text, document.text);
  });
  test('leaves a person’s own words of a diagnosis', () =>
    checkActions(
      `encounter E<|>1\n  patient    DOE-JANE\n  date       2026-11-02\n  place      11\n  rendering  CURIE\n  diagnoses\n    A  I10  BP up\n${REST}`,
      [],
      options,
    ));
  test('leaves what is not', () => checkActions('provider X<|>\n  nmae  Doe, Jane\n', [], options));
});

suite('diagnoses for the words of a note', () => {
  test('behind the last one, with the next letter', () =>
    checkAction(
      noted('<|OA right knee|>; HTN.'),
      'Add diagnosis M17.11 Unilateral primary osteoarthritis, right knee',
      noted(
        'OA right knee; HTN.',
        '\n  diagnoses\n    A  I10  Essential (primary) hypertension\n    B  M17.11  Unilateral primary osteoarthritis, right knee\n',
      ),
    ));
  test('behind a comment', () =>
    checkAction(
      noted('<|OA right knee|>', '\n  diagnoses\n    A  I10  # old\n'),
      'Add diagnosis M17.11 Unilateral primary osteoarthritis, right knee',
      noted('OA right knee', '\n  diagnoses\n    A  I10  # old\n    B  M17.11  Unilateral primary osteoarthritis, right knee\n'),
    ));
  test('in a section of its own where there is none', () =>
    checkAction(
      `${HEAD}  note\n    <|HTN|>\n`,
      'Add diagnosis I10 Essential (primary) hypertension',
      `${HEAD}  note\n    HTN\n\n  diagnoses\n    A  I10  Essential (primary) hypertension\n`,
    ));
  test('in a document with CRLF', () =>
    checkAction(
      `${HEAD}  note\n    <|HTN|>\n`.replaceAll('\n', '\r\n'),
      'Add diagnosis I10 Essential (primary) hypertension',
      `${HEAD}  note\n    HTN\n\n  diagnoses\n    A  I10  Essential (primary) hypertension\n`.replaceAll('\n', '\r\n'),
    ));
  const added = (marked: string) => {
    const { document, span, world } = scene(marked);
    return codeActions(document, span, undefined, world)
      .map((one) => one.title)
      .filter((title) => title.startsWith('Add diagnosis'));
  };
  test('not what stands already', () => assert.ok(!added(noted('<|HTN|>')).some((title) => title.includes('I10'))));
  test('for the sentence at the cursor, with the words that led to each', () =>
    assert.deepEqual(added(noted('Denies fever. OA ri<|>ght knee; HTN.')), [
      'Add diagnosis M17.11 Unilateral primary osteoarthritis, right knee (OA right knee)',
    ]));
  test('not what the note denies', () => assert.deepEqual(added(noted('<|No chest pain, knee pain or fever|>')), []));
  test('at most eight', () =>
    assert.equal(added(noted('<|Cough, fever, headache, rash, gout, asthma, anxiety, dizziness, insomnia, nausea|>')).length, 8));
  test('an editor that can show a list gets it', () => {
    const titles = (marked: string) => {
      const { document, span, world } = scene(marked);
      return codeActions(document, span, undefined, world, { canList: true }).map(
        (one) => `${one.title}${one.command ? ` [${one.command.command}]` : ''}`,
      );
    };
    assert.deepEqual(titles(noted('OA ri<|>ght knee.')), ['Find codes… [superbill.findCodes]']);
    assert.deepEqual(titles(noted('No fev<|>er.')), ['Find codes… [superbill.findCodes]']);
    assert.deepEqual(titles(noted('<|qqq|> well.')), []);
    assert.equal(titles(noted('<|OA right knee|>.'))[1], 'Add diagnosis M17.11 Unilateral primary osteoarthritis, right knee');
  });
  test('not outside of a note', () => assert.deepEqual(added(`${HEAD}  diagnoses\n    A  <|I10|>\n`), []));
  test('not a thirteenth', () =>
    assert.deepEqual(
      added(noted('<|OA right knee|>', `\n  diagnoses\n${[...'ABCDEFGHIJKL'].map((letter, i) => `    ${letter}  Z00.${i}\n`).join('')}`)),
      [],
    ));
  test('at most five', () => assert.ok(added(noted('<|knee pain|>')).length <= 5 && added(noted('<|knee pain|>')).length > 0));
});

suite('several diagnoses at once', () => {
  const after = (marked: string, codes: readonly string[]) => {
    const { document, span, world } = scene(marked);
    const found = codesInNote(document, span, world);
    assert.ok(found);
    const edit = addDiagnoses(
      document,
      found.encounter,
      codes.map((code) => ({ code, title: `Title of ${code}` })),
    );
    return edit ? applyEdits(document.text, [edit]) : undefined;
  };
  test('get the next letters', () =>
    assert.equal(
      after(noted('HT<|>N', '\n  diagnoses\n    A  I10\n    C  R05.9\n'), ['M17.11', 'E11.65']),
      noted('HTN', '\n  diagnoses\n    A  I10\n    C  R05.9\n    B  M17.11  Title of M17.11\n    D  E11.65  Title of E11.65\n'),
    ));
  test('none twice', () =>
    assert.equal(
      after(noted('HT<|>N', '\n  diagnoses\n    A  I10\n'), ['I10', 'R21', 'R21']),
      noted('HTN', '\n  diagnoses\n    A  I10\n    B  R21  Title of R21\n'),
    ));
  test('none that stands already', () => assert.equal(after(noted('HT<|>N', '\n  diagnoses\n    A  i10\n'), ['I10']), undefined));
  test('twelve and no more', () =>
    assert.match(
      after(noted('HT<|>N', `\n  diagnoses\n${[...'ABCDEFGHIJK'].map((letter, i) => `    ${letter}  Z01.${i}\n`).join('')}`), [
        'R21',
        'R05.9',
      ]) ?? '',
      /L {2}R21 {2}Title of R21\n\n/,
    ));
  test('the section is made before the services', () =>
    assert.equal(
      after(`${HEAD}\n  note\n    HT<|>N\n${REST}`, ['I10']),
      `${HEAD}\n  note\n    HTN\n\n  diagnoses\n    A  I10  Title of I10\n${REST}`,
    ));
  test('the section is made', () =>
    assert.equal(
      after(`${HEAD}\n  note\n    HT<|>N\n`, ['I10', 'R21']),
      `${HEAD}\n  note\n    HTN\n\n  diagnoses\n    A  I10  Title of I10\n    B  R21  Title of R21\n`,
    ));
});

suite('the kit can fail', () => {
  test('titles', () => assert.throws(() => checkActions('provider X\n  n<|>mae  Doe, Jane\n', [])));
  test('an action that is not offered', () =>
    assert.throws(() => checkAction('provider X\n  n<|>mae  Doe\n', 'Change to “npi”', ''), /is not among/));
  test('another result', () =>
    assert.throws(() => checkAction('provider X\n  n<|>mae  Doe\n', 'Change to “name”', 'provider X\n  npi  Doe\n')));
  test('there is a practice beside', () => assert.ok('file:///practice/front-desk.practice' in BESIDE));
});

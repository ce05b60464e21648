// Ids lead to what they stand for, over all documents; a rename changes every place of one thing and nothing else.
import assert from 'node:assert/strict';
import { rename, renameSpan } from '../../server/features/references';
import { checkDefinitions, checkLinks, checkReferences, checkRename } from '../kit/check-features';
import { BESIDE, scene } from '../kit/scene';

const ENCOUNTER =
  'encounter E1\n  patient  DOE-JANE\n  rendering  CURIE\n  coverage  AETNA-1\n  diagnoses\n    A  M17.11\n    B  E11.65\n  services\n    99213  AB  rendering CURIE\n';
const mark = (word: string, nth = 0) =>
  ENCOUNTER.split(word).reduce(
    (all, part, i) => all + (i === 0 ? '' : i === nth + 1 ? `${word.slice(0, 1)}<|>${word.slice(1)}` : word) + part,
  );

suite('definition', () => {
  test('a patient', () => checkDefinitions(mark('DOE-JANE'), ['front-desk.practice: patient «DOE-JANE»']));
  test('a provider', () => checkDefinitions(mark('CURIE'), ['front-desk.practice: provider «CURIE»']));
  test('a provider of a service line', () => checkDefinitions(mark('CURIE', 1), ['front-desk.practice: provider «CURIE»']));
  test('a coverage of the patient', () => checkDefinitions(mark('AETNA-1'), ['front-desk.practice: coverage «AETNA-1»']));
  test('a payer', () => checkDefinitions('patient X\n  coverage C\n    payer  A<|>ETNA\n', ['front-desk.practice: payer «AETNA»']));
  test('in any case', () => checkDefinitions('encounter E1\n  patient  d<|>oe-jane\n', ['front-desk.practice: patient «DOE-JANE»']));
  test('a pointer leads to its diagnosis', () => checkDefinitions(ENCOUNTER.replace('AB', 'A<|>B'), ['test.encounter: B  «E11.65»']));
  test('all where an id is defined twice', () =>
    checkDefinitions('provider CURIE\nencounter E1\n  rendering  CU<|>RIE\n', [
      'front-desk.practice: provider «CURIE»',
      'test.encounter: provider «CURIE»',
    ]));
  test('nothing where nothing has that id', () => checkDefinitions('encounter E1\n  patient  NO<|>BODY\n', []));
  test('nothing on a keyword', () => checkDefinitions('encounter E1\n  pat<|>ient  DOE-JANE\n', []));
});

suite('references', () => {
  test('a patient, in all files', () =>
    checkReferences(mark('DOE-JANE'), [
      'front-desk.practice: patient «DOE-JANE»',
      'october.encounter: patient    «DOE-JANE»',
      'test.encounter: patient  «DOE-JANE»',
    ]));
  test('without the definition', () =>
    checkReferences(mark('DOE-JANE'), ['october.encounter: patient    «DOE-JANE»', 'test.encounter: patient  «DOE-JANE»'], {
      without: true,
    }));
  test('a provider of a service line counts', () =>
    checkReferences(mark('CURIE'), [
      'front-desk.practice: provider «CURIE»',
      'october.encounter: rendering  «CURIE»',
      'test.encounter: 99213  AB  rendering «CURIE»',
      'test.encounter: rendering  «CURIE»',
    ]));
  test('a coverage of this patient only', () =>
    checkReferences('patient X\n  coverage AETNA<|>-1\n    payer  AETNA\nencounter E1\n  patient  X\n  coverage  AETNA-1\n', [
      'test.encounter: coverage «AETNA-1»',
      'test.encounter: coverage  «AETNA-1»',
    ]));
});

suite('rename', () => {
  test('a patient, in all files', () =>
    checkRename(mark('DOE-JANE'), 'ROE-JANE', [
      'front-desk.practice: patient ROE-JANE',
      'october.encounter: patient    ROE-JANE',
      'test.encounter: patient  ROE-JANE',
    ]));
  test('from another spelling', () =>
    checkRename('encounter E1\n  rendering  c<|>urie\n', 'MARIE', [
      'front-desk.practice: provider MARIE',
      'october.encounter: rendering  MARIE',
      'test.encounter: rendering  MARIE',
    ]));
  test('a coverage keeps those of others', () =>
    checkRename('patient X\n  coverage AETNA<|>-1\n    payer  AETNA\nencounter E1\n  patient  X\n  coverage  AETNA-1\n', 'OWN', [
      'test.encounter: coverage OWN',
      'test.encounter: coverage  OWN',
    ]));
  test('a payer, in patients and contracts', () =>
    checkRename('payer CIG<|>NA\npatient X\n  coverage C\n    payer  CIGNA\ncontract CIGNA\n', 'CIG', [
      'test.encounter: payer CIG',
      'test.encounter: payer  CIG',
      'test.encounter: contract CIG',
    ]));

  const refused = (marked: string, to: string) => {
    const { document, offset, world } = scene(marked);
    return () => rename(document, offset, to, world);
  };
  test('not to what is no id', () => assert.throws(refused(mark('DOE-JANE'), 'DOE JANE'), /not an id/));
  test('not to a name that is taken', () =>
    assert.throws(refused(mark('DOE-JANE'), 'roe-richard'), /The patient roe-richard exists already/));
  test('not to the name of another coverage', () =>
    assert.throws(refused('patient X\n  coverage A<|>1\n  coverage B1\n', 'B1'), /The coverage B1 exists already/));
  test('not a keyword', () => assert.throws(refused('pat<|>ient X\n', 'Y'), /Nothing here has a name/));
  test('the same name in another case', () => checkRename('provider Z<|>ED\n', 'zed', ['test.encounter: provider zed']));
  test('what is renamed is the id alone', () => {
    const { document, offset } = scene(mark('CURIE', 1));
    const span = renameSpan(document, offset);
    assert.equal(span && document.text.slice(span.start, span.end), 'CURIE');
  });
});

suite('links', () => {
  test('ids of other files', () =>
    checkLinks(ENCOUNTER, [
      'DOE-JANE → front-desk.practice#L51',
      'CURIE → front-desk.practice#L11',
      'AETNA-1 → front-desk.practice#L57',
      'CURIE → front-desk.practice#L11',
    ]));
  test('not ids of this file', () => checkLinks('provider X\nencounter E1\n  rendering  X\n', []));
  test('files with blanks in their names', () =>
    checkLinks('encounter E1\n  rendering  X\n', ['X → front desk.practice#L1'], {
      beside: { 'file:///practice/front%20desk.practice': 'provider X\n' },
    }));
});

test('the kit can fail', () => {
  assert.throws(() => checkDefinitions(mark('DOE-JANE'), []));
  assert.throws(() => checkReferences(mark('DOE-JANE'), []));
  assert.throws(() => checkRename(mark('DOE-JANE'), 'X', []));
  assert.throws(() => checkLinks(ENCOUNTER, []));
  assert.equal(Object.keys(BESIDE).length, 2);
});

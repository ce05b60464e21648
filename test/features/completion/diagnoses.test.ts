// Diagnoses are offered by code, by words, by abbreviation; a category is narrowed; the next free letter is put before.
import assert from 'node:assert/strict';
import { resolveCompletion } from '../../../server/features/completion/resolve';
import { checkAccepted, checkOffered, checkOfferedAmong, checkOfferedFirst, offered } from '../../kit/check-features';
import { scene } from '../../kit/scene';

const HEAD = 'encounter E1\n  patient    DOE-JANE\n  date       2026-11-02\n  diagnoses\n';
const at = (line: string) => `${HEAD}    ${line}`;

/** So many characters of a line the editor's list shows. */
const LIST_COLUMNS = 44;

suite('completion: diagnoses', () => {
  test('by code', () => checkOffered(at('A  M17.1<|>'), ['M17.11', 'M17.10', 'M17.12']));
  test('by code without its dot', () => checkOfferedAmong(at('A  m171<|>'), ['M17.11', 'M17.10', 'M17.12']));
  test('by words, with a side', () => checkOfferedFirst(at('A  knee oa right<|>'), ['M17.11']));
  test('by parts of words, with a typo', () => checkOfferedFirst(at('A  diabets hyperglyc<|>'), ['E11.65']));
  test('by abbreviation', () => checkOfferedFirst(at('A  htn<|>'), ['I10']));
  test('by words without a letter', () => checkOfferedFirst(at('knee oa left<|>'), ['M17.12']));
  test('what the practice uses, before anything is typed', () => checkOfferedFirst(at('A  <|>'), ['M17.11']));
  test('not what stands already', () => checkOfferedAmong(at('A  M17.11\n    B  M17.1<|>'), ['M17.12'], ['M17.11']));
  test('not before it was in force', () =>
    checkOfferedAmong('encounter E1\n  date  2024-09-30\n  diagnoses\n    A  E66.81<|>', [], ['E66.811']));

  test('code and words are written', () =>
    checkAccepted(at('A  knee oa right<|>'), 'M17.11', at('A  M17.11  Unilateral primary osteoarthritis, right knee')));
  test('the letter A comes first', () => checkAccepted(at('htn<|>'), 'I10', at('A  I10  Essential (primary) hypertension')));
  test('the next free letter', () =>
    checkAccepted(
      at('A  M17.11\n    C  E11.65\n    htn<|>'),
      'I10',
      at('A  M17.11\n    C  E11.65\n    B  I10  Essential (primary) hypertension'),
    ));
  test('a category is narrowed', () => {
    checkAccepted(at('A  knee oa<|>'), 'M17.1', at('A  M17.1'));
    const category = offered(at('A  knee oa<|>')).find((item) => item.label === 'M17.1');
    assert.equal(category?.command?.command, 'editor.action.triggerSuggest');
    checkOfferedAmong(at('A  M17.1<|>'), ['M17.10', 'M17.11', 'M17.12'], ['M17.1']);
    checkOfferedAmong(at('A  S52.501<|>'), ['S52.501A', 'S52.501D'], ['S52.501']);
  });
  test('words behind a category narrow it', () => checkOfferedFirst(at('A  M17.1 left<|>'), ['M17.12']));
  test('a large family is narrowed step by step, what is billed every day first', () => {
    checkOffered(at('A  S52.5<|>'), ['S52.501A', 'S52.502A', 'S52.509A', 'S52.50', 'S52.52', 'S52.53']);
    checkAccepted(at('A  S52.5<|>'), 'S52.50', at('A  S52.50'));
    checkOffered(at('A  S52.50<|>'), ['S52.501A', 'S52.502A', 'S52.509A', 'S52.501', 'S52.502', 'S52.509']);
    assert.equal(offered(at('A  S52.50<|>')).find((item) => item.label === 'S52.502')?.command?.command, 'editor.action.triggerSuggest');
  });
  test('also a family of the size of two screens: first the eye, then the stage', () => {
    checkOffered(at('A  H40.11<|>'), ['H40.111', 'H40.112', 'H40.113', 'H40.119']);
    checkOffered(at('A  H40.113<|>'), ['H40.1130', 'H40.1131', 'H40.1132', 'H40.1133', 'H40.1134']);
  });
  test('in the width of the list codes of one family are told apart', () => {
    const shown = offered(at('A  S52.50<|>')).map(({ label, labelDetails }) => `${label}${labelDetails?.detail ?? ''}`);
    assert.deepEqual(shown.slice(0, 2), ['S52.501A  Unsp fx… end right radius, initial', 'S52.502A  Unsp fx… end left radius, initial']);
    assert.equal(new Set(shown.map((one) => one.slice(0, LIST_COLUMNS).slice(one.indexOf(' ')))).size, shown.length);
    assert.equal(
      offered(at('A  S52.50<|>'))[0].detail,
      'Unspecified fracture of the lower end of right radius, initial encounter for closed fracture',
    );
  });
  test('the old words go with the old code', () =>
    checkAccepted(
      at('A  M17.1<|>1  Unilateral primary osteoarthritis, right knee'),
      'M17.12',
      at('A  M17.12  Unilateral primary osteoarthritis, left knee'),
    ));
  test('the rest of the old code goes, a comment stays', () =>
    checkAccepted(at('A  M17<|>.11  # right'), 'M17.12', at('A  M17.12  Unilateral primary osteoarthritis, left knee  # right')));
  test('behind a code its title', () => checkOffered(at('A  M17.11  <|>'), ['Unilateral primary osteoarthritis, right knee']));
  test('nothing while its words are written', () => checkOffered(at('A  M17.11  Unil<|>'), []));
  test('CRLF', () =>
    checkAccepted(
      at('A  htn<|>\r\n').replace(/(?<!\r)\n/g, '\r\n'),
      'I10',
      at('A  I10  Essential (primary) hypertension\r\n').replace(/(?<!\r)\n/g, '\r\n'),
    ));
  test('the list is asked for again with every letter', () =>
    assert.ok(offered(at('A  htn<|>')).every((item) => item.filterText === 'htn')));
  test('code and title stand in the label line', () => {
    const [first] = offered(at('A  htn<|>'));
    assert.deepEqual([first.label, first.labelDetails?.detail?.trim()], ['I10', 'Essential (primary) hypertension']);
  });
  test('the list shows the notes of a code', () => {
    const { world } = scene(at('A  htn<|>'));
    const documentation = resolveCompletion(offered(at('A  htn<|>'))[0], world).documentation;
    assert.ok(typeof documentation === 'object' && documentation.value.includes('Billable'));
  });
});

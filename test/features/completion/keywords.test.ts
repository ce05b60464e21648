// What may begin a line is offered: only what may stand there and is not there yet.
import { checkAccepted, checkOffered, checkOfferedAmong } from '../../kit/check-features';
import { BESIDE } from '../../kit/scene';

const ENCOUNTER = 'encounter E1\n  patient    DOE-JANE\n  date       2026-11-02\n';
const BLOCKS = ['practice', 'provider', 'facility', 'payer', 'fees', 'patient', 'encounter', 'contract'];

suite('completion: keywords', () => {
  test('blocks at the start of a line', () => checkOffered('<|>', BLOCKS));
  test('blocks behind other blocks', () => checkOffered(`${ENCOUNTER}\n<|>`, BLOCKS));
  test('blocks with a letter typed', () => checkOffered('e<|>', BLOCKS));
  test('lines of a patient', () => checkOffered('patient X\n  <|>', ['name', 'born', 'sex', 'address', 'phone', 'email', 'coverage']));
  test('what a patient has already is not offered; coverages may be several', () =>
    checkOffered('patient X\n  name  A, B\n  <|>\n  born  1980-01-01\n  coverage C\n    payer  AETNA\n', [
      'sex',
      'address',
      'phone',
      'email',
      'coverage',
    ]));
  test('lines of a coverage', () =>
    checkOffered('patient X\n  coverage C\n    payer  AETNA\n    <|>', [
      'member',
      'group',
      'relationship',
      'subscriber',
      'effective',
      'ends',
      'copay',
      'medicare-secondary',
    ]));
  test('lines of a subscriber', () =>
    checkOffered('patient X\n  coverage C\n    subscriber  Doe, John\n      <|>', ['born', 'sex', 'address']));
  test('lines of an encounter', () =>
    checkOfferedAmong(
      `${ENCOUNTER}  <|>`,
      ['place', 'rendering', 'note', 'diagnoses', 'services', 'adjudicated'],
      ['patient', 'date', 'born', 'encounter'],
    ));
  test('the column of the cursor decides on a blank line', () => {
    checkOfferedAmong('patient X\n  coverage C\n    payer  AETNA\n  <|>', ['name', 'coverage'], ['member']);
    checkOfferedAmong('patient X\n  coverage C\n    payer  AETNA\n    <|>', ['member'], ['name']);
  });
  test('a tab counts as an indent', () => checkOfferedAmong('patient X\n\t<|>', ['name', 'born']));
  test('CRLF', () => checkOfferedAmong('patient X\r\n  name  A, B\r\n  <|>\r\n', ['born'], ['name']));
  test('a contract', () => checkOfferedAmong('contract AETNA\n  copay  25.00\n  <|>', ['member', 'deny', 'allow'], ['copay']));
  test('nothing below a value', () => checkOffered('patient X\n  name  A, B\n    <|>', []));
  test('nothing in a note', () => checkOffered(`${ENCOUNTER}  note\n    knee <|>`, []));
  test('nothing on a blank line of a note', () => checkOffered(`${ENCOUNTER}  note\n    knee\n    <|>\n    pain\n`, []));
  test('nothing in a comment', () => checkOffered(`${ENCOUNTER}  # pat<|>`, []));
  test('nothing in a comment behind a value', () => checkOffered('encounter E1\n  patient  DOE  # pat<|>', []));
  test('nothing for a new id', () => checkOffered('patient <|>', []));
  test('the kinds of encounter', () => checkOffered('encounter E1 <|>', ['professional', 'institutional', 'dental']));

  test('the value goes below the values around', () => checkAccepted(`${ENCOUNTER}  pl<|>`, 'place', `${ENCOUNTER}  place      `));
  test('two blanks where there are none around', () => checkAccepted('provider X\n  n<|>', 'name', 'provider X\n  name  '));
  test('a block without tab stops', () => checkAccepted('pat<|>', 'patient', 'patient ', { snippets: false }));
  test('a block with tab stops', () =>
    checkAccepted('prov<|>', 'provider', 'provider ${1:ID}\n  name      ${2:Last, First}\n  npi       ${3}\n  taxonomy  ${4}\n'));
  test('the next encounter has the next number', () =>
    checkAccepted(
      'enc<|>',
      'encounter',
      'encounter ${1:E1008}\n  patient    ${2}\n  date       ${3:2026-11-21}\n  place      ${4:11}\n  rendering  ${5:CURIE}\n\n  note\n    ${6}\n\n  diagnoses\n    A  ${7}\n\n  services\n    ${8}\n',
      { beside: { ...BESIDE, 'file:///practice/more.encounter': 'encounter E1007\n' } },
    ));
  test('a section with tab stops', () => checkAccepted(`${ENCOUNTER}  diag<|>`, 'diagnoses', `${ENCOUNTER}  diagnoses\n  A  \${1}`));
  test('before a value only the keyword is exchanged, the part behind the cursor too', () =>
    checkAccepted('patient X\n  bo<|>dy  1980-01-01', 'born', 'patient X\n  born  1980-01-01'));
  test('before an id only the keyword is exchanged', () =>
    checkAccepted('pat<|>ent X\n  name  A, B', 'patient', 'patient X\n  name  A, B'));
});

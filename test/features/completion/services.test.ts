// Services are offered from the charge master and the official list; then modifiers that fit, pointers, units, fee, and the words of a line.
import { checkAccepted, checkOffered, checkOfferedAmong, checkOfferedFirst } from '../../kit/check-features';

const HEAD = 'encounter E1\n  patient    DOE-JANE\n  date       2026-11-02\n  diagnoses\n    A  M17.11\n    B  E11.65\n  services\n';
const at = (line: string) => `${HEAD}    ${line}`;

suite('completion: services', () => {
  test('the charge master, the most used first', () =>
    checkOffered(at('<|>'), ['99214', '99213', '20610', 'J3301', '36415', '80053', '70551']));
  test('by code', () => checkOfferedFirst(at('9921<|>'), ['99213', '99214']));
  test('by words of the practice', () => checkOfferedFirst(at('blood<|>'), ['36415']));
  test('by several words of the practice', () => checkOfferedFirst(at('visit mod<|>'), ['99214']));
  test('by words of the official list', () => checkOfferedAmong(at('triamcinolone<|>'), ['J3301', 'J3300', 'J3303']));
  test('by a code of the official list', () => checkOfferedAmong(at('J330<|>'), ['J3301', 'J3300']));
  test('accepting goes on with the pointers', () => checkAccepted(at('blood<|>'), '36415', at('36415  ')));
  test('only the code is exchanged where more stands behind it', () =>
    checkAccepted(at('992<|>14-25  A  210.00'), '99213', at('99213-25  A  210.00')));

  test('modifiers that fit a visit', () => checkOfferedFirst(at('99213-<|>'), ['25', '24', '57']));
  test('modifiers that fit surgery', () => checkOfferedFirst(at('20610-<|>'), ['RT', 'LT', '50', '59']));
  test('modifiers that fit a drug', () => checkOfferedFirst(at('J3301-<|>'), ['JZ', 'JW']));
  test('what begins as typed comes first', () => checkOfferedFirst(at('20610-R<|>'), ['RT', 'RA']));
  test('by words', () => checkOfferedFirst(at('20610-left<|>'), ['LT']));
  test('not one that stands already', () => checkOfferedAmong(at('99213-25-<|>'), ['24'], ['25']));
  test('a modifier is exchanged whole', () => checkAccepted(at('20610-R<|>X  A'), 'RT', at('20610-RT  A')));

  test('pointers, units, fee and words', () =>
    checkOffered(at('99213 <|>'), [
      'A',
      'B',
      'AB',
      '145.00',
      'x2',
      'date',
      'place',
      'rendering',
      'ordering',
      'ndc',
      'note',
      'emergency',
      'line',
    ]));
  test('a further pointer', () => checkOfferedFirst(at('99213  A<|>'), ['AB', '145.00']));
  test('pointers are accepted', () => checkAccepted(at('99213  A<|>'), 'AB', at('99213  AB  ')));
  test('the fee times the units', () => checkOfferedFirst(at('J3301  A  x4  <|>'), ['48.00', 'date']));
  test('Enter behind a charge that is written out ends the line', () => checkOffered(at('J3301  A  x4  48.00<|>'), []));
  test('no second charge', () => checkOfferedAmong(at('99213  A  145.00  <|>'), ['date'], ['145.00']));
  test('minutes for anesthesia', () => checkOfferedAmong(at('00810  A  <|>'), ['min30'], ['x2']));
  test('a place of its own', () => checkOfferedFirst(at('99213  A  145.00  place 1<|>'), ['11']));
  test('a provider of its own', () => checkOffered(at('99213  A  145.00  rendering <|>'), ['CURIE', 'HOUSE']));
  test('the units of a drug', () =>
    checkAccepted(at('J3301  A  ndc 00003-0293-05 <|>'), 'ML1', at('J3301  A  ndc 00003-0293-05 ML${1:1}')));
  test('nothing for a drug code', () => checkOffered(at('J3301  A  ndc <|>'), []));
  test('nothing in a note', () => checkOffered(at('99213  A  note "left kn<|>'), []));
  test('no words twice', () => checkOfferedAmong(at('99213  A  145.00  emergency  <|>'), ['date'], ['emergency']));
  test('words with digits are words', () => checkOfferedAmong(at('b12 inj<|>'), ['20610'], ['A', 'x2']));
});

// Behind a keyword: patients, providers, payers, coverages, places, dates and fixed words.
import { checkAccepted, checkOffered, checkOfferedAmong, checkOfferedFirst } from '../../kit/check-features';

const HEAD = 'encounter E1\n  patient    DOE-JANE\n  date       2026-11-02\n';

suite('completion: values', () => {
  test('patients', () => checkOffered('encounter E1\n  patient  <|>', ['DOE-JANE', 'ROE-RICHARD']));
  test('a patient by name', () => checkOfferedFirst('encounter E1\n  patient  roe<|>', ['ROE-RICHARD']));
  test('a patient by several words', () =>
    checkAccepted('encounter E1\n  patient  jane doe<|>', 'DOE-JANE', 'encounter E1\n  patient  DOE-JANE'));
  test('a patient with a typo', () => checkOfferedFirst('encounter E1\n  patient  richrd<|>', ['ROE-RICHARD']));
  test('nothing behind a patient', () => checkOffered('encounter E1\n  patient  DOE-JANE <|>', []));
  test('an id is exchanged whole', () =>
    checkAccepted('encounter E1\n  patient  ROE<|>-JANE', 'ROE-RICHARD', 'encounter E1\n  patient  ROE-RICHARD'));
  test('providers', () => checkOffered(`${HEAD}  rendering  <|>`, ['CURIE', 'HOUSE']));
  test('facilities', () => checkOffered(`${HEAD}  facility  <|>`, ['SURGICENTER']));
  test('coverages of the patient of the encounter', () => checkOffered(`${HEAD}  coverage  <|>`, ['AETNA-1']));
  test('a coverage once', () => checkOffered(`${HEAD}  coverage  AETNA-1 <|>`, []));
  test('payers of a coverage', () => checkOffered('patient X\n  coverage C\n    payer  <|>', ['AETNA', 'MEDICARE']));
  test('places by number', () => checkOfferedFirst(`${HEAD}  place  11<|>`, ['11']));
  test('codes with blanks in quotes elsewhere', () =>
    checkOffered(`${HEAD}  place  "x y"\n  diagnoses\n    A  "D y"\nencounter E2\n  place  telehealth home<|>`, ['02', '10']));
  test('places by words', () => checkOffered(`${HEAD}  place  telehealth home<|>`, ['02', '10']));
  test('the words of a place give way to its number', () =>
    checkAccepted(`${HEAD}  place  ambulatory surg<|>`, '24', `${HEAD}  place  24`));
  test('today', () => checkOffered('encounter E1\n  date  <|>', ['2026-11-21']));
  test('the day of the visit', () => checkOffered(`${HEAD}  onset  <|>`, ['2026-11-02', '2026-11-21']));
  test('relationships', () => checkOfferedFirst('patient X\n  coverage C\n    relationship  <|>', ['self', 'spouse', 'child']));
  test('sexes', () => checkOffered('patient X\n  sex  <|>', ['F', 'M', 'U']));
  test('taxonomy by words', () => checkOfferedAmong('provider X\n  taxonomy  family medicine<|>', ['207Q00000X']));
  test('kinds of insurance by words', () => checkOfferedFirst('payer X\n  filing  medicare part b<|>', ['MB']));
  test('kinds of accident, then the state', () => {
    checkOffered(`${HEAD}  accident  <|>`, ['auto', 'work', 'other']);
    checkOfferedAmong(`${HEAD}  accident  auto 2026-10-30 I<|>`, ['IL']);
  });
  test('tax number', () => checkOffered('practice X\n  tax-id  <|>', ['ein', 'ssn']));
  test('payments: date, kind, amount, way', () => {
    checkOffered(`${HEAD}  payments\n    <|>`, ['2026-11-02', '2026-11-21']);
    checkOfferedFirst(`${HEAD}  payments\n    2026-11-02  <|>`, ['copay']);
    checkOffered(`${HEAD}  payments\n    2026-11-02  copay  <|>`, ['25.00']);
    checkOfferedAmong(`${HEAD}  payments\n    2026-11-02  copay  25.00  <|>`, ['card', 'cash']);
    checkOffered(`${HEAD}  payments\n    2026-11-02  copay  25.00  card  <|>`, []);
  });
  test('a paper remittance', () => {
    checkOffered(`${HEAD}  adjudicated  <|>`, ['AETNA-1']);
    checkOffered(`${HEAD}  adjudicated  AETNA-1 2026-11-20 <|>`, ['paid']);
  });
  test('services of the charge master that lack a fee', () => checkOfferedAmong('fees\n  J330<|>', ['J3300'], ['J3301']));
  test('a contract: services, reasons, remarks', () => {
    checkOfferedAmong('contract AETNA\n  deny  20<|>', ['20610']);
    checkOfferedAmong('contract AETNA\n  deny  20610 CO-4<|>', ['CO-45']);
    checkOfferedAmong('contract AETNA\n  deny  20610 CO-96 N1<|>', ['N130']);
    checkOffered('contract AETNA\n  bundle  36415 <|>', ['into']);
  });
  test('nothing for names and addresses', () => {
    checkOffered('patient X\n  name  D<|>', []);
    checkOffered('patient X\n  address  12 Elm<|>', []);
  });
});

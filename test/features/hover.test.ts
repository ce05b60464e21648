// Every kind of word is explained: keywords, codes, references, amounts, days, letters, and the terms and codes of a note.
import { checkHover, checkNoHover } from '../kit/check-features';
import type { SceneOptions } from '../kit/scene';

const HEAD = 'encounter E1\n  patient    DOE-JANE\n  date       2026-11-02\n';
const DIAGNOSES = `${HEAD}  diagnoses\n    A  M17.11  Unilateral primary osteoarthritis, right knee\n    B  E11.65\n  services\n`;

suite('hover', () => {
  test('a keyword', () => checkHover('<|patient|> X\n', ['A patient and how the patient is insured', '`patient DOE-JANE`']));
  test('a keyword inside a block', () => checkHover('patient X\n  <|born|>  1968-03-14\n', 'Date of birth'));
  test('a word inside a service line', () => checkHover(`${DIAGNOSES}    J3301  A  <|ndc|> 00003-0293-05 ML1\n`, 'drug code'));

  test('a diagnosis', () =>
    checkHover(`${HEAD}  diagnoses\n    A  <|M17.11|>\n`, [
      'M17.11 — Unilateral primary osteoarthritis, right knee',
      'Billable',
      'In: M17.1',
    ]));
  test('a diagnosis that is none: how far it goes', () =>
    checkHover(`${HEAD}  diagnoses\n    A  <|M17.119|>\n`, ['M17.119 is not in the list', 'The nearest is:', 'M17.11 — Unilateral']));
  test('a diagnosis in lower case without its dot', () => checkHover(`${HEAD}  diagnoses\n    A  <|m1711|>\n`, 'M17.11'));
  test('a category lists its children', () =>
    checkHover(`${HEAD}  diagnoses\n    A  <|M17.1|>\n`, ['Not billable: choose one of', 'M17.11', 'M17.12']));
  test('a retired code with several in its place names them all', () =>
    checkHover('encounter E1\n  date  2026-11-02\n  diagnoses\n    A  <|T78.07XA|>\n', ['use T78.070A, T78.071A or T78.079A']));
  test('a retired code names what to use', () =>
    checkHover('encounter E1\n  date  2026-11-02\n  diagnoses\n    A  <|T40.4X1A|>\n', ['Not valid on 2026-11-02', 'T40.491A']));
  test('words of a diagnosis', () =>
    checkHover(`${HEAD}  diagnoses\n    A  M17.11  Unilateral primary <|osteoarthritis|>, right knee\n`, /joint|cartilage/i));
  test('a letter', () => checkHover(`${HEAD}  diagnoses\n    <|A|>  M17.11\n`, 'A: M17.11'));
  test('a service of the charge master', () =>
    checkHover(`${DIAGNOSES}    <|99213|>  A\n`, ['99213 — Office visit, established, low complexity', 'Fee for one unit: 145.00']));
  test('a service of the official list, in the practice’s words', () =>
    checkHover(`${DIAGNOSES}    <|J3301|>  A\n`, ['J3301', 'In the practice’s words: Triamcinolone, 10 mg']));
  test('a service of CPT of which nothing is known but its range', () =>
    checkHover(`${DIAGNOSES}    <|99285|>  A\n`, ['emergency department visits', 'import your CPT file']));
  test('a reason and a remark of a payer, written in a note', () => {
    checkHover(`${HEAD}  note\n    Denied with <|CO-16|>, N265.\n`, ['CO-16 — ', 'What to do: ']);
    checkHover(`${HEAD}  note\n    Denied with CO-16, <|N265|>.\n`, 'N265 — Ordering NPI missing');
  });
  test('a modifier', () => checkHover(`${DIAGNOSES}    99213-<|25|>  A\n`, '25 — '));
  test('a pointer, letter by letter', () => {
    checkHover(`${DIAGNOSES}    99213  <|A|>B\n`, 'A: M17.11');
    checkHover(`${DIAGNOSES}    99213  A<|B|>\n`, 'B: E11.65');
    checkHover(`${DIAGNOSES}    99213  <|K|>\n`, 'no such diagnosis');
  });
  test('a charge', () => checkHover(`${DIAGNOSES}    J3301  A  x4  <|50.00|>\n`, ['50.00', '12.00 × 4 = 48.00', 'Differs by 2.00']));
  test('units', () => checkHover(`${DIAGNOSES}    J3301  A  <|x4|>\n`, '12.00 × 4 = 48.00'));
  test('a place of service', () => checkHover(`${HEAD}  place  <|11|>\n`, ['11', 'Office']));
  test('a place of a service line', () => checkHover(`${DIAGNOSES}    99213  A  place <|22|>\n`, ['22', /outpatient/i]));
  test('a drug code', () => checkNoHover(`${DIAGNOSES}    J3301  A  ndc 00003-<|>0293-05 ML1\n`));
  test('a taxonomy code', () => checkHover('provider X\n  taxonomy  <|207Q00000X|>\n', /family medicine/i));
  test('a kind of insurance', () => checkHover('payer X\n  filing  <|MB|>\n', /medicare part b/i));
  test('a reason of a contract', () => checkHover('contract AETNA\n  deny  97110 <|CO-96|> N130\n', '96 — '));
  test('a remark of a contract', () => checkHover('contract AETNA\n  deny  97110 CO-96 <|N130|>\n', 'N130 — '));
  test('a reason of a paper remittance', () =>
    checkHover(`${HEAD}  adjudicated AETNA-1 2026-11-20 paid 80.00\n    line 1 paid 80.00 <|CO-45|> 20.00\n`, '45 — '));

  test('a patient', () =>
    checkHover('encounter E1\n  patient  <|DOE-JANE|>\n  date  2026-11-02\n', [
      'Doe, Jane Q',
      'Born 1968-03-14, F, 58 years',
      'Coverage AETNA-1: AETNA, member W123456789',
    ]));
  test('a provider', () => checkHover(`${HEAD}  rendering  <|CURIE|>\n`, ['Curie, Marie A', 'NPI 1992012348', /family medicine/i]));
  test('a payer', () =>
    checkHover('patient X\n  coverage C\n    payer  <|AETNA|>\n', [
      'Payer id 60054',
      'Takes claims for 120 days',
      'Wants authorization for 70551',
    ]));
  test('a coverage', () => checkHover(`${HEAD}  coverage  <|AETNA-1|>\n`, ['Coverage AETNA-1', 'Member W123456789', 'Copay 25.00']));
  test('a facility', () => checkHover(`${HEAD}  facility  <|SURGICENTER|>\n`, ['Springfield Surgical Center', 'NPI 1003000134']));
  test('an encounter and where its claim stands', () =>
    checkHover('encounter <|E1|>\n  patient  DOE-JANE\n', ['Encounter E1', 'paid 82.50'], {
      ledger: {
        status: () => ({
          control: 'E1-1',
          state: 'paid',
          payer: 'Aetna',
          paid: 8250,
          patient: 0,
          summary: 'paid 82.50, patient owes 0.00',
        }),
      },
    }));
  test('an id that nothing has', () => checkNoHover('encounter E1\n  patient  NO<|>BODY\n'));

  test('a day', () => checkHover('encounter E1\n  date  <|2026-11-02|>\n', ['Monday, 2026-11-02', '19 days ago']));
  test('days', () =>
    checkHover('encounter E1\n  date  <|2026-11-02..2026-11-04|>\n', ['Monday, 2026-11-02 – Wednesday, 2026-11-04', '3 days']));
  test('a date of birth', () => checkHover('patient X\n  born  <|1968-03-14|>\n', '58 years old'));
  test('a number says what it is', () => checkHover('patient X\n  coverage C\n    member  <|W123456789|>\n', 'The member id'));
  test('a fixed word says what it is', () => checkHover('patient X\n  sex  <|F|>\n', 'F, M or U'));
  test('names are not explained as terms', () => checkHover('patient X\n  name  <|Knee, Arthritis|>\n', 'Last name'));

  test('an abbreviation of a note', () => checkHover(`${HEAD}  note\n    PMH: <|T2DM|>, HTN.\n`, /type 2 diabetes/i));
  test('a term of a note', () => checkHover(`${HEAD}  note\n    Then <|cholecystectomy|>.\n`, /gallbladder|gall bladder/i));
  test('a diagnosis code of a note', () =>
    checkHover(`${HEAD}  note\n    Known <|M17.11|>.\n`, 'Unilateral primary osteoarthritis, right knee'));
  test('a service code of a note', () => checkHover(`${HEAD}  note\n    Bill <|99213|> please.\n`, 'Office visit, established'));
  test('a misspelt term of a note', () =>
    checkHover(`${HEAD}  note\n    Then <|cholecistectomy|> done.\n`, 'Did you mean **cholecystectomy**?'));
  test('a name of a note is left alone', () => checkNoHover(`${HEAD}  note\n    Seen with Schmid<|>tbauer.\n`));
  test('a comment is not explained', () => checkNoHover('patient X  # HT<|>N\n'));
  test('a blank line', () => checkNoHover('patient X\n<|>\n'));

  const decided: SceneOptions = {
    ledger: {
      remarks: () => [
        { place: { kind: 'procedure', n: 1, code: '99213' }, text: '52.50: more than the contract allows. [CO-45]' },
        { place: { kind: 'procedure', n: 2, code: '36415' }, text: '8.00: part of another service. [CO-97]' },
      ],
    },
  };
  test('what the payer decided on a line', () => {
    checkHover(
      `${DIAGNOSES}    <|99213|>  A  145.00\n    36415  A  8.00\n`,
      ['Aetna decided:', /52\.50: more than the contract allows\. \\\[CO-45\\\]/],
      decided,
    );
    checkHover(`${DIAGNOSES}    99213  A  145.00\n    36415  A  <|8.00|>\n`, ['Aetna decided:', '8.00: part of another service'], decided);
  });
});

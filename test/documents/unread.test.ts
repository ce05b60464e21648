// A line that is there and cannot be read is told once: nothing is missing besides. The claim stays here all the same.
import assert from 'node:assert/strict';
import { prepareClaim } from '../../server/claims/generate';
import { type Rule } from '../../server/rules/rule';
import { checkDocument } from '../../server/rules/run';
import { RULES } from '../../server/rules/table';
import { worldWith } from '../kit/scene';

const TITLE = 'Unspecified fracture of the lower end of right radius, initial encounter for closed fracture';

/** A claim that needs every line of it. */
const CLEAN = `practice RIVERSIDE
  name       Riverside Family Medicine PC
  npi        1234567893
  tax-id     ein 36-1234567
  taxonomy   207Q00000X
  address    100 Main St, Springfield IL 62701-1234
  phone      217-555-0100
  submitter  RIV001
  contact    Billing Office

provider CURIE
  name      Curie, Marie A
  npi       1992012348
  taxonomy  207Q00000X

facility HOSPITAL
  name     Springfield Hospital
  npi      1003000134
  place    21
  address  5 Oak Ave, Springfield IL 62702-3344

payer AETNA
  name           Aetna
  payer-id       60054
  filing         CI
  authorization  99231

patient DOE-SAM
  name     Doe, Sam
  born     2014-04-03
  sex      M
  address  12 Elm St, Springfield IL 62704-5678
  coverage AETNA-2
    payer         AETNA
    member        W123456789
    relationship  child
    subscriber    Doe, John M
      born        1966-01-02
      sex         M
      address     12 Elm St, Springfield IL 62704-5678

encounter E1001
  patient        DOE-SAM
  date           2026-11-02
  place          21
  rendering      CURIE
  facility       HOSPITAL
  authorization  A123456
  accident       auto 2026-10-30 IL
  admitted       2026-11-01

  diagnoses
    A  S52.501A  ${TITLE}

  services
    99231  A  145.00
`;
const URI = 'file:///practice/all.encounter';

/** The findings of a document, as `rule` and the words that are marked; and whether a claim would be made of it. */
function judged(text: string): { readonly found: string[]; readonly refused: boolean } {
  const world = worldWith({ [URI]: text });
  const document = world.project.superbill(URI);
  assert.ok(document);
  const [encounter] = document.definitions.encounters;
  return {
    found: checkDocument(document, world).map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`.trim()),
    refused: prepareClaim(encounter, world).refused,
  };
}

/** What stands there, what is written instead, and the one finding. */
const CASES: readonly [line: string, instead: string, finding: string][] = [
  // Nothing behind the keyword.
  ...[
    'name       Riverside Family Medicine PC',
    'npi        1234567893',
    'tax-id     ein 36-1234567',
    'taxonomy   207Q00000X',
    'phone      217-555-0100',
    'npi       1992012348',
    'name      Curie, Marie A',
    'name           Aetna',
    'payer-id       60054',
    'filing         CI',
    'name     Doe, Sam',
    'payer         AETNA',
    'member        W123456789',
    'subscriber    Doe, John M',
    'patient        DOE-SAM',
    'place          21',
    'rendering      CURIE',
    'facility       HOSPITAL',
    'authorization  A123456',
  ].map((line) => [line, line.split(' ')[0], 'document/missing-value'] as [string, string, string]),
  // Something that is none of these.
  ['tax-id     ein 36-1234567', 'tax-id  federal', 'document/invalid-value federal'],
  ['address    100 Main St, Springfield IL 62701-1234', 'address  Springfield', 'document/invalid-value Springfield'],
  ['address  5 Oak Ave, Springfield IL 62702-3344', 'address  Springfield', 'document/invalid-value Springfield'],
  ['address  12 Elm St, Springfield IL 62704-5678', 'address  Springfield', 'document/invalid-value Springfield'],
  ['born     2014-04-03', 'born  13/45/2026', 'document/invalid-value 13/45/2026'],
  ['sex      M', 'sex  boy?', 'document/invalid-value boy?'],
  ['relationship  child', 'relationship  niece', 'document/invalid-value niece'],
  ['patient        DOE-SAM', 'patient  ???', 'document/invalid-value ???'],
  ['date           2026-11-02', 'date  13/45/2026', 'document/invalid-value 13/45/2026'],
  ['place          21', 'place  ???', 'claim/unknown-place ???'],
  ['rendering      CURIE', 'rendering  ???', 'document/invalid-value ???'],
  ['accident       auto 2026-10-30 IL', 'accident  fall 2026-10-30', 'document/invalid-value fall'],
  ['accident       auto 2026-10-30 IL', 'accident  auto yesterday IL', 'document/invalid-value yesterday'],
  ['admitted       2026-11-01', 'admitted  yesterday', 'document/invalid-value yesterday'],
  ['99231  A  145.00', '99231  ???  145.00', 'document/misplaced-text ???'],
  ['99231  A  145.00', '99231  A  1x4.5', 'document/misplaced-text 1x4.5'],
  // A word that is nearly the right one.
  ['npi       1992012348', 'nip  1992012348', 'document/unknown-keyword nip'],
  ['member        W123456789', 'membre  W123456789', 'document/unknown-keyword membre'],
  // Behind the name of a section.
  ['diagnoses\n    A  S52.501A  Unspecified', 'diagnoses  S52.501A  Unspecified', `document/misplaced-text S52.501A  ${TITLE}`],
  ['services\n    99231  A  145.00', 'services  99231 A 145.00', 'document/misplaced-text 99231 A 145.00'],
];

suite('lines that cannot be read', () => {
  test('without them there is nothing to say', () => assert.deepEqual(judged(CLEAN), { found: [], refused: false }));

  for (const [line, instead, finding] of CASES) {
    test(`${instead} for ${line.replaceAll(/\s+/g, ' ')}`, () => {
      assert.ok(CLEAN.includes(line));
      assert.deepEqual(judged(CLEAN.replace(line, instead)), { found: [finding], refused: true });
    });
  }

  test('a line that is not there at all is missing', () => {
    const missing = (line: string) => judged(CLEAN.replace(new RegExp(`\\n *${line}`), '')).found;
    assert.deepEqual(missing('born     2014-04-03'), ['patient/missing-born DOE-SAM']);
    assert.deepEqual(missing('date           2026-11-02'), ['claim/missing-date E1001']);
  });

  test('every rule that names such a line is asked without it', () => {
    const known = new Set(Object.values(RULES).flatMap((one) => (one as Rule).lacks ?? []));
    const written = new Set(CLEAN.match(/^ *[a-z-]+/gm)?.map((word) => word.trim()));
    const others = ['service', 'email', 'ordering', 'referring'];
    assert.deepEqual(
      [...known].filter((word) => !written.has(word) && !others.includes(word)),
      [],
    );
  });
});

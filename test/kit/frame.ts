// A small practice in which examples and tests stand, and a clean encounter whose lines an example may replace.
import { parseSuperbill } from '../../server/syntax/superbill/parse';

/** Stands for the clock in every test. */
export const TODAY = '2026-11-21';

/** The practice that every test document finds in its workspace. It has no findings. */
export const PRACTICE = `
practice RIVERSIDE
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

provider HOUSE
  name      House, Gregory
  npi       1003000126
  taxonomy  207R00000X

facility SURGICENTER
  name     Springfield Surgical Center
  npi      1003000134
  place    24
  address  5 Oak Ave, Springfield IL 62702-3344

payer AETNA
  name           Aetna
  payer-id       60054
  filing         CI
  timely-filing  120 days
  authorization  70551 70552 70553
  exchange       training

payer MEDICARE
  name           Medicare Part B
  payer-id       00621
  filing         MB
  timely-filing  365 days
  exchange       training

fees
  99213  145.00  Office visit, established, low complexity
  99214  210.00  Office visit, established, moderate complexity
  20610  110.00  Large joint injection
  J3301   12.00  Triamcinolone, 10 mg
  36415    8.00  Blood draw
  80053   35.00  Metabolic panel
  70551  900.00  Brain MRI

patient DOE-JANE
  name     Doe, Jane Q
  born     1968-03-14
  sex      F
  address  12 Elm St, Springfield IL 62704-5678
  phone    217-555-0142
  coverage AETNA-1
    payer         AETNA
    member        W123456789
    group         0098765
    relationship  self
    effective     2025-01-01
    copay         25.00

patient ROE-RICHARD
  name     Roe, Richard
  born     1950-06-02
  sex      M
  address  9 Birch Rd, Springfield IL 62704-1111
  coverage MEDICARE-1
    payer         MEDICARE
    member        1EG4TE5MK73
    relationship  self
    effective     2015-06-01
`.trimStart();

/** An earlier encounter that lies in the folder, in the file of October. */
export const EARLIER = `
encounter E0
  patient    DOE-JANE
  date       2026-10-05
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
  services
    99214  A  210.00
`.trimStart();

/** A clean encounter. */
export const ENCOUNTER = `
encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE

  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia

  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`.trimStart();

/** A clean patient, and a visit of hers. */
const PATIENT = `
patient POE
  name     Poe, Ann
  born     1990-01-01
  sex      F
  address  1 Elm St, Springfield IL 62704
  coverage C1
    payer   AETNA
    member  W1
`.trimStart();
const VISIT = ENCOUNTER.replace('DOE-JANE', 'POE');

/**
 * The document of an example: a text that begins with a block keyword is one as it stands; otherwise its lines take the
 * place of the same lines of the clean encounter, or are added to it. Lines of a patient (`born`, a coverage with its lines)
 * take the place of those of the clean patient, beside a visit. `no KEYWORD` leaves a line of the clean one out.
 */
export function frame(example: string): string {
  const text = example.replace(/^\n+/, '').replace(/\s+$/, '\n');
  if (/^(practice|provider|facility|payer|fees|patient|encounter|contract)\b[^\n]*\n+[ \t]/.test(text)) return text;
  const ofPatient = /^(?:no +)?(?:name|born|sex|address)\b|^no +coverage\b|^coverage\b[^\n]*\n[ \t]/.test(text);
  return ofPatient ? `${exchangeLines(text, PATIENT)}\n${VISIT}` : exchangeLines(text, ENCOUNTER);
}

/** A block with some of its lines in place of the same ones. */
function exchangeLines(text: string, clean: string): string {
  const [head] = clean.split('\n');
  const given = cutBlock(`${head}\n${text.replace(/^(?=.)/gm, '  ')}`),
    all = cutBlock(clean);
  for (const [keyword, lines] of given) {
    const absent = /^\s*no\s+(\S+)/.exec(lines[0]);
    if (absent)
      for (const key of [...all.keys()]) {
        if (key.split('#')[0] === absent[1]) all.delete(key);
      }
    else all.set(keyword, lines);
  }
  return `${head}\n${[...all.values()].flat().join('\n')}\n`;
}

/** The lines of a block by keyword, each with the lines below it. */
function cutBlock(text: string): Map<string, string[]> {
  const tree = parseSuperbill(text);
  const lines = text.split('\n');
  const cut = new Map<string, string[]>();
  const entries = tree.blocks[0]?.entries ?? [];
  entries.forEach((entry, i) => {
    const next = entries[i + 1]?.line.number ?? lines.length;
    let keyword = text.slice(entry.line.content.start).split(/\s/)[0];
    while (cut.has(keyword)) keyword += '#';
    const own = lines.slice(entry.line.number, next);
    while (own.at(-1)?.trim() === '') own.pop();
    cut.set(keyword, own);
  });
  return cut;
}

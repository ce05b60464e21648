// Random practices, patients, encounters and contracts, as documents: what property tests stand on.
import fc from 'fast-check';

/** Letters first, then anything that a name may hold in a document, delimiters and accents included. */
const hostile = fc
  .string({ unit: fc.constantFrom(...'abcXYZ éÑßœøŁ—’´`~*:^>|\\{}[]<@_%&()+=!?;/.-0189雪😀'), maxLength: 90 })
  .map((text) => `Ab${text}`.replace(/\s+/g, ' ').trim());
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Doe', 'Núñez', "O'Brien", 'van der Berg', 'Smith-Jones', 'Wu') },
  { weight: 1, arbitrary: hostile },
);
const given = fc.constantFrom('Jane', 'José Mª', 'Sam Q', 'X', 'Bartholomew Maximilian the Considerably Longer Than Anybody Expected Jr');
const zip = fc.integer({ min: 10000, max: 99999 }).map((n) => `${n}-${String(n % 9999).padStart(4, '1')}`);
const address = fc
  .tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.constantFrom(
      'Main St',
      'Straße des 17. Juni ^ Block *A*',
      'Elm',
      'A Street With A Name That Goes On And On And On Until It Is Too Long For Any Form',
    ),
    fc.constantFrom('', ', Suite 5', ', c/o “Ann” ~ Bob'),
    fc.constantFrom('Springfield', 'St. Louis', 'Ny'),
    zip,
  )
  .map(([number, street, second, city, code]) => `${number} ${street}${second}, ${city} IL ${code}`);
const day = fc.integer({ min: 0, max: 300 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const cents = fc.integer({ min: 1, max: 500_000 });
export const money = (amount: number): string => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

/** Ten digits with a right check digit. */
const npi = fc.integer({ min: 100_000_000, max: 199_999_999 }).map((n) => {
  const digits = String(n);
  let total = 24;
  [...digits].reverse().forEach((digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    total += value > 9 ? value - 9 : value;
  });
  return `${digits}${(10 - (total % 10)) % 10}`;
});

const CODES = ['99213', '99214', '20610', '80053', '36415', '97110', '97140', '70551', 'J3301', 'A4649', '00810', '20999'];
const DIAGNOSES = ['M17.11', 'E11.65', 'I10', 'J06.9', 'M54.50', 'R07.9', 'Z00.00', 'E78.5', 'F41.1', 'K21.9', 'N39.0', 'L03.90'];
const MODIFIERS = ['25', '59', 'RT', 'LT', 'XU', '76', 'GA', 'QW'];

export interface LineFacts {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly pointers: string;
  readonly charge: number;
  readonly units: number;
  readonly minutes: boolean;
  readonly extra: string;
}

const line = (diagnoses: number): fc.Arbitrary<LineFacts> =>
  fc.record({
    code: fc.constantFrom(...CODES),
    modifiers: fc.uniqueArray(fc.constantFrom(...MODIFIERS), { maxLength: 4 }),
    pointers: fc
      .uniqueArray(fc.integer({ min: 0, max: diagnoses - 1 }), { minLength: 1, maxLength: 4 })
      .map((all) => all.map((n) => 'ABCDEFGHIJKL'[n]).join('')),
    charge: cents,
    units: fc.integer({ min: 1, max: 20 }),
    minutes: fc.boolean(),
    extra: fc.constantFrom(
      '',
      '  place 22',
      '  emergency',
      '  note "Left ~ over * text"',
      '  ndc 0003-0293-05 ML2.5',
      '  ordering HOUSE',
      '  rendering HOUSE',
      '  line L7',
    ),
  });

export interface VisitFacts {
  readonly day: string;
  readonly patient: number;
  readonly diagnoses: readonly string[];
  readonly lines: readonly LineFacts[];
  readonly extras: readonly string[];
}

const visit: fc.Arbitrary<VisitFacts> = fc
  .integer({ min: 1, max: 12 })
  .chain((count) =>
    fc.record({
      day,
      patient: fc.integer({ min: 0, max: 2 }),
      diagnoses: fc.constant(DIAGNOSES.slice(0, count)),
      lines: fc.array(line(count), { minLength: 1, maxLength: 6 }),
      extras: fc
        .subarray([
          'referring  HOUSE',
          'supervising  HOUSE',
          'facility  SURGICENTER',
          'authorization  A123456',
          'referral  R1',
          'casualty-claim  12-3456',
          'accident  auto 2026-01-01 IL',
          'accident  work other 2026-01-02',
          'onset  2025-12-01',
          'admitted  2025-12-20',
          'discharged  2025-12-24',
          'lmp  2025-12-02',
          'last-seen  2025-12-03',
          'assignment  no',
          'delay-reason  7',
          'claim-note  Moved ^ between > visits',
        ])
        .map((all) => all.filter((one, i) => all.findIndex((other) => other.split(' ')[0] === one.split(' ')[0]) === i)),
    }),
  );

export interface OfficeFacts {
  /** Text of the practice, patients and encounters. */
  readonly practice: string;
  readonly encounters: string;
  readonly visits: readonly VisitFacts[];
}

/** A practice with three patients (self, child, Medicare) and their visits. */
export const anyOffice: fc.Arbitrary<OfficeFacts> = fc
  .record({
    names: fc.array(
      fc.tuple(word, given).map(([last, first]) => `${last}, ${first}`),
      { minLength: 6, maxLength: 6 },
    ),
    business: word,
    addresses: fc.array(address, { minLength: 6, maxLength: 6 }),
    npis: fc.uniqueArray(npi, { minLength: 4, maxLength: 4 }),
    visits: fc.array(visit, { minLength: 1, maxLength: 5 }),
    payTo: fc.boolean(),
    person: fc.boolean(),
    groups: fc.boolean(),
  })
  .map(({ names, business, addresses, npis, visits, payTo, person, groups }) => ({
    visits,
    practice: `
practice P
  name       ${person ? names[4] : business}
  npi        ${npis[0]}
  tax-id     ${person ? 'ssn 123-45-6789' : 'ein 36-1234567'}
  taxonomy   207Q00000X
  address    ${addresses[0]}
  phone      (217) 555-0100
  email      billing@example.com
  submitter  SUB1${payTo ? `\n  pay-to     PO Box 12, Springfield IL 62705-0012` : ''}
provider CURIE
  name      ${names[3]}
  npi       ${person ? npis[0] : npis[1]}
  taxonomy  207Q00000X
provider HOUSE
  name      ${names[5]}
  npi       ${npis[2]}
facility SURGICENTER
  name     Center ${business}
  npi      ${npis[3]}
  place    24
  address  ${addresses[1]}
payer AETNA
  name      Aetna & Söhne
  payer-id  60054
  filing    CI
payer MEDICARE
  name      Medicare
  payer-id  00621
  filing    MB
payer MUTUAL
  name      Mutual
  payer-id  MUT01
  filing    CI
patient P0
  name     ${names[0]}
  born     1968-03-14
  sex      F
  address  ${addresses[2]}
  coverage A
    payer   AETNA
    member  W123456789${groups ? '\n    group   00987' : ''}
  coverage Z
    payer   MUTUAL
    member  M-77
patient P1
  name     ${names[1]}
  born     2014-04-03
  sex      M
  address  ${addresses[3]}
  coverage B
    payer         AETNA
    member        W123456780
    relationship  child
    subscriber    ${names[2]}
      born        1966-01-02
      sex         U
patient P2
  name     ${names[2]}
  born     1940-06-02
  sex      M
  address  ${addresses[4]}
  coverage C
    payer         MEDICARE
    member        1EG4TE5MK73
`.trimStart(),
    encounters: visits.map((one, i) => encounterText(one, i)).join('\n'),
  }));

function encounterText(one: VisitFacts, index: number): string {
  const lines = one.lines.map((each) =>
    [
      `    ${[each.code, ...each.modifiers].join('-')}`,
      each.pointers,
      each.minutes ? `min${each.units}` : `x${each.units}`,
      `${money(each.charge)}${each.extra}`,
    ].join('  '),
  );
  return [
    `encounter V${index}`,
    `  patient    P${one.patient}`,
    `  date       ${one.day}`,
    '  place      11',
    '  rendering  CURIE',
    ...one.extras.map((extra) => `  ${extra}`),
    '',
    '  diagnoses',
    ...one.diagnoses.map((code, i) => `    ${'ABCDEFGHIJKL'[i]}  ${code}`),
    '',
    '  services',
    ...lines,
    '',
  ].join('\n');
}

/** A contract that knows the three patients, with random terms. */
export const anyContract: fc.Arbitrary<(practice: string, payer: string) => string> = fc
  .record({
    percent: fc.integer({ min: 0, max: 130 }),
    fixed: fc.dictionary(fc.constantFrom(...CODES), cents, { maxKeys: 4 }),
    deductible: fc.integer({ min: 0, max: 60_000 }),
    coinsurance: fc.integer({ min: 0, max: 100 }),
    copay: fc.integer({ min: 0, max: 9_000 }),
    denied: fc.subarray(CODES, { maxLength: 2 }),
    bundle: fc.boolean(),
    timely: fc.boolean(),
    authorization: fc.boolean(),
  })
  .map(
    (terms) => (practice, payer) =>
      [
        `contract ${payer}`,
        ...[...practice.matchAll(/patient P\d\n {2}name +(.*)\n {2}born +(\S+)[\s\S]*?member +(\S+)/g)].map(
          ([, name, born, member]) => `  member ${payer === 'MUTUAL' ? 'M-77' : member} ${name} ${born}`,
        ),
        `  allow * ${terms.percent}%`,
        ...Object.entries(terms.fixed).map(([code, amount]) => `  allow ${code} ${money(amount)}`),
        `  deductible ${money(terms.deductible)}`,
        `  coinsurance ${terms.coinsurance}%`,
        `  copay ${money(terms.copay)}`,
        ...terms.denied.map((code) => `  deny ${code} CO-96 N130`),
        ...(terms.bundle ? ['  bundle 36415 into 80053'] : []),
        ...(terms.timely ? ['  timely-filing 90 days'] : []),
        ...(terms.authorization ? ['  requires-authorization 70551', '  authorization A123456 70551 units 5'] : []),
        '',
      ].join('\n'),
  );

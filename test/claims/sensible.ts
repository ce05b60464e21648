// Sensible visits without number: those of the clinic without a fault, each said in more words by chance. What property tests stand on.
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(process.cwd(), 'test/documents/clinic');
const textsOf = (ending: string): string =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(path.join(FOLDER, name), 'utf8'))
    .join('\n');

/** The practices, providers, facilities, payers and patients, and a patient more with three payers. */
export const CLINIC = `${textsOf('.practice')}
${textsOf('.patient')}
patient TRIPLE
  name     O'Hara-Núñez, María José Jr
  born     1951-01-31
  sex      F
  address  9 Straße 17, Apt 4 ~ rear, St. Louis MO 63101-0001
  coverage TRIPLE-1
    payer         UNITY
    member        U777-888
    group         GRP 44
    relationship  other
    subscriber    O'Hara, Ian
      born        1950-02-02
      sex         M
      address     9 Other St, Springfield IL 62704-5678
  coverage TRIPLE-2
    payer         BLUE
    member        XYP700
    relationship  self
  coverage TRIPLE-3
    payer         MEDIGAP
    member        ES7000
    relationship  self
`;

/** The encounters of the clinic, one text each; without those of the newborn, for whom earlier dates cannot be. */
const VISITS = textsOf('.encounter')
  .replace(/^#.*\n/gm, '')
  .split(/^(?=encounter )/m)
  .filter((text) => text.startsWith('encounter ') && !text.includes(' BABY\n'));

/** Services and diagnoses of one age of the patient, or of men: no other one can have them. */
const OF_ONE_KIND = /^ +(?:99(?:38|39)\d|9046[01]|994[67]\d|428[23]\d|4950\d|5[45]\d{3})\b|\b(?:Z00\.1|Z34|Z38|O\d\d|N4\d|C6[0-3])/m;

const PEOPLE = ['ADAMS', 'BELL', 'COLE', 'FOSTER', 'TODD'];
const person = fc.constantFrom(...PEOPLE);
const number = fc.stringMatching(/^[A-Z0-9]{4,15}$/);
const words = fc.constantFrom('Moved between visits', 'See “report” ~ of * May: 5^ > 3', 'Söhne & Töchter, Straße 5', 'x'.repeat(79));

/** What may be said of a claim besides, by keyword; each at most once. */
const claimLines = fc.record(
  {
    referring: person,
    supervising: person,
    ordering: person,
    authorization: number,
    referral: number,
    'casualty-claim': number,
    onset: fc.constant('2026-10-20'),
    'last-seen': fc.constant('2026-10-21'),
    assignment: fc.constantFrom('no', 'lab-only', 'yes'),
    'delay-reason': fc.constantFrom('7', '11', '15'),
    'claim-note': words,
    accident: fc.constantFrom('other 2026-10-30', 'work 2026-10-30', 'auto 2026-10-30 IL', 'auto work 2026-10-30 MO'),
    facility: fc.constant('HOSPITAL'),
  },
  { requiredKeys: [] },
);

/** Most claims are the first of their visit. */
const correction = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ replaces: number }) },
  { weight: 1, arbitrary: fc.record({ voids: number }) },
);

const lineWords = fc.record(
  {
    note: words.map((text) => `note "${text.replaceAll('"', '')}"`),
    emergency: fc.constant('emergency'),
    rendering: person.map((id) => `rendering ${id}`),
    ordering: person.map((id) => `ordering ${id}`),
    line: fc.stringMatching(/^[A-Z][A-Z0-9.-]{0,26}-$/).map((id) => `line ${id}`),
    ndc: fc.constantFrom('ndc 00003-0293-05 ML2.5', 'ndc 00003029305 UN1', 'ndc 59676-0301-01 F21000'),
  },
  { requiredKeys: [] },
);

/** How each of the first payers decided: shares of a charge that it paid, took off and left to the patient. */
const decision = fc.record({ paid: fc.integer({ min: 0, max: 100 }), off: fc.integer({ min: 0, max: 100 }), line: fc.boolean() });

/** A visit of the clinic with more said about it. `id` makes it one of many. */
export const sensibleVisit: fc.Arbitrary<(id: string) => string> = fc
  .record({
    visit: fc.constantFrom(...VISITS),
    more: claimLines,
    corrects: correction,
    triple: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    lines: fc.array(lineWords, { minLength: 1, maxLength: 6 }),
    paid: fc.option(fc.integer({ min: 1, max: 999 })),
    decided: fc.array(decision, { maxLength: 2 }),
  })
  .map(({ visit, more, corrects, triple: other, lines, paid, decided }) => (id) => {
    const triple = other && !OF_ONE_KIND.test(visit);
    const said = visit
      .replace(/^encounter \S+/, `encounter ${id}`)
      .replace(/^( {2}patient +)\S+/m, (all, start: string) => (triple ? `${start}TRIPLE` : all))
      .replace(/^ {2}coverage .*\n/m, (all) => (triple ? '' : all));
    const [head, services] = said.trimEnd().split(/^ {2}services\n/m);
    const besides = Object.entries(/^ {2}(?:replaces|voids) /m.test(visit) ? more : { ...more, ...corrects }).filter(
      // Nobody supervises their own work.
      ([keyword, said]) =>
        !new RegExp(`^  ${keyword} `, 'm').test(visit) &&
        !(keyword === 'supervising' && new RegExp(`^  rendering +${said}$`, 'm').test(visit)),
    );
    const written = services.split('\n').map((line, i) => {
      const extra = Object.entries(lines[i % lines.length]).filter(([keyword]) => !line.includes(` ${keyword} `));
      return [line.trimEnd(), ...extra.map(([keyword, text]) => (keyword === 'line' ? `${text}${i}` : text))].join('  ');
    });
    return [
      head.replace('\n\n', `\n${besides.map(([keyword, value]) => `  ${keyword} ${value}\n`).join('')}\n`),
      '  services',
      ...written,
      '',
      ...(paid === null ? [] : ['  payments', `    2026-11-20  copay  ${amount(paid)}  card`, '']),
      ...(triple ? decided.flatMap((one, i) => adjudicated(`TRIPLE-${i + 1}`, chargesOf(services), one)) : []),
      '',
    ].join('\n');
  });

const amount = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** Cents of every line. */
function chargesOf(services: string): number[] {
  return services.split('\n').map((line) => Number(/ (\d+)\.(\d\d)\b/.exec(line)?.slice(1).join('') ?? 0));
}

/** A paper remittance that balances, line by line or for the claim as a whole. */
function adjudicated(
  coverage: string,
  charges: readonly number[],
  { paid, off, line }: { paid: number; off: number; line: boolean },
): string[] {
  const split = (charge: number): { paid: number; text: string } => {
    const pays = Math.floor((charge * paid) / 100),
      takes = Math.floor(((charge - pays) * off) / 100),
      left = charge - pays - takes;
    const reasons = [...(takes > 0 ? [`CO-45 ${amount(takes)}`] : []), ...(left > 0 ? [`PR-2 ${amount(left)}`] : [])];
    return { paid: pays, text: [`paid ${amount(pays)}`, ...reasons].join(' ') };
  };
  const head = `  adjudicated ${coverage} 2026-11-20 `;
  if (!line) return [head + split(charges.reduce((sum, one) => sum + one, 0)).text];
  const lines = charges.map(split);
  const all = amount(lines.reduce((sum, one) => sum + one.paid, 0));
  return [`${head}paid ${all}`, ...lines.map(({ text }, i) => `    line ${i + 1} ${text}`)];
}

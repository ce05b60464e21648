// Eligibility (270, 271) for a person: who was asked about and what; whether there is coverage, what the patient pays, what is limited.
import type { X12Document } from '../../syntax/x12/read';
import {
  type Block,
  type Line,
  amountOf,
  blocksOf,
  contactsOf,
  datesOf,
  dayOf,
  daysOf,
  facts,
  lineOf,
  linesOf,
  listOf,
  measured,
  memberOf,
  partyOf,
  percentOf,
  refusalsOf,
  within,
  words,
} from './blocks';
import { capital } from '../wording';
import { type ReportRow, type ReportSection, type ReportTable, MOST_CLAIMS } from './shape';

/** A section for each question, and for each answer. */
export function eligibilitySections(document: X12Document): ReportSection[] {
  return [...blocksOf(document, '270').map(question), ...blocksOf(document, '271').map(answer)];
}

/** A patient's level; a subscriber whose dependents are meant says nothing of their own. */
function people(transaction: Block): { level: Block; name: Block | undefined }[] {
  return within(transaction, /^2000C$/)
    .flatMap((subscriber) => {
      const dependents = within(subscriber, /^2000D$/);
      const own = { level: subscriber, name: subscriber.blocks.find((one) => one.id === '2100C') };
      const speaks = dependents.length === 0 || own.name?.blocks.some((one) => one.id.startsWith('2110')) || refusals(own).length > 0;
      return [...(speaks ? [own] : []), ...dependents.map((level) => ({ level, name: level.blocks.find((one) => one.id === '2100D') }))];
    })
    .slice(0, MOST_CLAIMS);
}

interface Person {
  readonly level: Block;
  readonly name: Block | undefined;
}

const refusals = ({ level, name }: Person): string[] => [...refusalsOf(level), ...(name ? refusalsOf(name) : [])];

function sides(transaction: Block): (readonly [string, string])[] {
  const [payer] = within(transaction, /^2100A$/);
  const [asker] = within(transaction, /^2100B$/);
  return facts(
    ['Payer', partyOf(lineOf(payer, 'NM1'))],
    ['Payer’s contact', contactsOf(payer)],
    ['Asked by', partyOf(lineOf(asker, 'NM1'))],
  );
}

function personFacts({ level, name }: Person): (readonly [string, string])[] {
  const born = lineOf(name, 'DMG');
  return facts(
    ['Born', born && [dayOf(born.get(2)), born.get(3) && words('1068', born.get(3))].filter(Boolean).join(', ')],
    ...linesOf(name, 'REF').map(
      (line) => [capital(words('128', line.get(1))), [line.get(2), line.get(3)].filter(Boolean).join(', ')] as const,
    ),
    ...datesOf(name),
    ['Your number', listOf(level, 'TRN', 2)],
  );
}

function question(transaction: Block): ReportSection {
  const asked = people(transaction);
  return {
    heading: 'Is the patient covered? A question to the payer (270)',
    summary: `About ${asked.length === 1 ? 'one person' : `${asked.length} people`}.`,
    facts: sides(transaction),
    sections: asked.map(
      (person): ReportSection => ({
        heading: memberOf(lineOf(person.name, 'NM1')) || 'A person without a name',
        facts: personFacts(person),
        points: (person.name?.blocks ?? [])
          .flatMap((block) => linesOf(block, 'EQ'))
          .map((line) => {
            const procedure = line.parts(2).slice(1).filter(Boolean).join('-');
            return `Asked: ${[...line.all(1).map((code) => words('1365', code)), procedure].filter(Boolean).join(', ')}`;
          }),
      }),
    ),
  };
}

function answer(transaction: Block): ReportSection {
  const answered = people(transaction);
  const levels = within(transaction, /^2000A$/).flatMap((source) => [
    source,
    ...within(source, /^2100A$/),
    ...within(source, /^2000B$/).flatMap((asker) => [asker, ...within(asker, /^2100B$/)]),
  ]);
  const refused = levels.flatMap(refusalsOf);
  return {
    heading: 'Is the patient covered? The payer’s answer (271)',
    ...(refused.length > 0 && { summary: 'The question was not answered.', tone: 'bad' as const, points: refused }),
    facts: sides(transaction),
    sections: answered.map(personSection),
  };
}

const ACTIVE = new Set(['1', '2', '3', '4', '5']);
const INACTIVE = new Set(['6', '7', '8']);
/** What the patient bears: coinsurance, copay, deductible, out of pocket, cost containment, spend down. */
const SHARES = new Set(['A', 'B', 'C', 'G', 'J', 'Y']);

interface Benefit {
  readonly block: Block;
  readonly line: Line;
}

function personSection(person: Person): ReportSection {
  const { name } = person;
  const benefits = (name?.blocks ?? []).flatMap((block) => linesOf(block, 'EB').map((line): Benefit => ({ block, line })));
  const refused = [...refusals(person), ...(name?.blocks ?? []).flatMap(refusalsOf)];
  return {
    heading: memberOf(lineOf(name, 'NM1')) || 'A person without a name',
    ...verdict(benefits, refused),
    facts: personFacts(person),
    ...(refused.length > 1 && { points: refused }),
    tables: [
      ...table(
        'What the patient pays',
        'How much',
        benefits.filter(({ line }) => SHARES.has(line.get(1))),
      ),
      ...table(
        'What the plan gives',
        'More',
        benefits.filter(({ line }) => !SHARES.has(line.get(1))),
      ),
    ],
  };
}

/** Is there coverage? The plan as a whole decides; else what is covered is named. */
function verdict(benefits: readonly Benefit[], refused: readonly string[]): Pick<ReportSection, 'summary' | 'tone'> {
  const whole = benefits.filter(({ line }) => line.all(3).length === 0 || line.all(3).includes('30'));
  const isActive = ({ line }: Benefit): boolean => ACTIVE.has(line.get(1));
  const plansOf = (some: readonly Benefit[]): string[] => [...new Set(some.map(({ line }) => line.get(5)).filter(Boolean))];
  const active = plansOf(benefits.filter(isActive));
  // Beside a copayment its own name may stand; where only there a name stands it is the plan's.
  const plans = active.length > 0 ? active : plansOf(benefits);
  if (whole.some(isActive)) return { summary: `Covered${plans.length > 0 ? `: ${plans.join(', ')}` : ''}.`, tone: 'good' };
  if (whole.some(({ line }) => INACTIVE.has(line.get(1)))) return { summary: 'Not covered now.', tone: 'bad' };
  if (refused.length > 0) return { summary: `Not answered: ${refused[0]}`, tone: 'bad' };
  const parts = [...new Set(benefits.filter(isActive).map(({ line }) => services(line)))];
  if (parts.length > 0) return { summary: `Covered for ${parts.slice(0, 5).join('; ')}.`, tone: 'good' };
  return { summary: 'The answer does not say whether there is coverage.', tone: 'attention' };
}

function table(caption: string, more: string, benefits: readonly Benefit[]): ReportTable[] {
  if (benefits.length === 0) return [];
  const shown = benefits.slice(0, MOST_CLAIMS);
  return [
    {
      caption: `${caption}${benefits.length > shown.length ? `, the first ${shown.length} of ${benefits.length}` : ''}`,
      columns: [{ title: 'What' }, { title: 'For' }, { title: more }],
      groups: [{ rows: shown.map(benefitRow) }],
    },
  ];
}

function benefitRow({ block, line }: Benefit): ReportRow {
  const code = line.get(1);
  const tone = ACTIVE.has(code) ? ('good' as const) : INACTIVE.has(code) || code === 'I' ? ('bad' as const) : undefined;
  return {
    cells: [
      [capital(words('1390', code)), who(line)].filter(Boolean),
      services(line),
      [amount(line), ...details(block, line)].filter(Boolean),
    ],
    ...(tone && { tone }),
  };
}

/** For whom: family, individual; and which kind of insurance. */
function who(line: Line): string {
  return [line.get(2) && words('1207', line.get(2)), line.get(4) && words('1336', line.get(4))].filter(Boolean).join(', ');
}

function services(line: Line): string {
  const procedure = line.parts(13).slice(1).filter(Boolean).join('-');
  const all = line.all(3).map((code) => words('1365', code));
  return [...all, procedure].filter(Boolean).join(', ') || 'the plan as a whole';
}

/** Amount, share or number, with its period: `25.00 a visit`. */
function amount(line: Line): string {
  const number = measured(line.get(10), words('673', line.get(9)));
  const value = amountOf(line.get(7)) || percentOf(line.get(8)) || number;
  const period = line.get(6);
  return [value, period && PERIODS[period]].filter(Boolean).join(' ') || (period ? words('615', period) : '');
}

const PERIODS: Readonly<Record<string, string>> = {
  6: 'an hour',
  7: 'a day',
  13: 'in 24 hours',
  21: 'a year',
  22: 'a service year',
  23: 'a calendar year',
  24: 'so far this year',
  25: 'a contract',
  26: 'an episode',
  27: 'a visit',
  29: 'left',
  30: 'exceeded',
  31: 'not exceeded',
  32: 'in a lifetime',
  33: 'left in the lifetime',
  34: 'a month',
  35: 'a week',
  36: 'an admission',
};

/** Network, authorization, limits, dates, numbers, messages and further parties of one benefit. */
function details(block: Block, line: Line): string[] {
  return [
    NETWORK[line.get(12)] ?? '',
    line.get(11) === 'Y' ? 'authorization needed' : '',
    SHARES.has(line.get(1)) ? line.get(5) : '',
    ...linesOf(block, 'HSD').map((one) =>
      [measured(one.get(2), words('673', one.get(1))), one.get(5) && (PERIODS[one.get(5)] ?? words('615', one.get(5)))]
        .filter(Boolean)
        .join(' '),
    ),
    ...linesOf(block, 'REF').map((one) => `${words('128', one.get(1))} ${[one.get(2), one.get(3)].filter(Boolean).join(', ')}`),
    ...linesOf(block, 'DTP').map((one) => `${words('374', one.get(1))} ${daysOf(one)}`),
    ...linesOf(block, 'MSG').map((one) => `“${one.get(1)}”`),
    ...within(block, /^2115/)
      .flatMap((one) => linesOf(one, 'III'))
      .map((one) => (one.get(1) === 'ZZ' ? `place of service ${one.get(2)}` : one.get(4))),
    ...within(block, /^2120/).map((one) => {
      const party = lineOf(one, 'NM1');
      return [`${words('98', party?.get(1) ?? '')}: ${partyOf(party)}`, contactsOf(one)].filter(Boolean).join(', ');
    }),
  ].filter(Boolean);
}

const NETWORK: Readonly<Record<string, string>> = { Y: 'in network', N: 'out of network', W: 'in and out of network' };

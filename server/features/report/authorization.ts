// Authorization (278) for a person: what was asked of the payer, or what the payer decided, event by event and service by service.
import type { X12Document } from '../../syntax/x12/read';
import {
  type Block,
  type Line,
  blocksOf,
  contactsOf,
  datesOf,
  dayOf,
  daysOf,
  facts,
  lineOf,
  measured,
  linesOf,
  listOf,
  memberOf,
  partyOf,
  refusalsOf,
  within,
  words,
} from './blocks';
import { findCard, serviceCard } from '../explain/explain';
import { capital } from '../wording';
import { type ReportRow, type ReportSection, type ReportWorld, type Tone, nameOf } from './shape';

/** A section for each request, answer or notice. */
export function authorizationSections(document: X12Document, world: ReportWorld): ReportSection[] {
  return blocksOf(document, '278').map((block) => section(block, world));
}

function section(transaction: Block, world: ReportWorld): ReportSection {
  const purpose = lineOf(transaction, 'BHT')?.get(2) ?? '';
  const events = within(transaction, /^2000E$/);
  const decisions = events.flatMap((event) => [event, ...within(event, /^2000F$/)]).flatMap((one) => linesOf(one, 'HCR'));
  const refused = everyBlock(transaction).flatMap(refusalsOf);
  const kind = purpose === '11' ? 'the payer’s answer' : /^(53|CN|27)$/.test(purpose) ? 'a notice' : 'a request';
  const patient = within(transaction, /^2010D$/)[0] ?? within(transaction, /^2010C$/)[0];
  const insured = within(transaction, /^2010C$/)[0];
  const tones = decisions.map(toneOf);
  const tone = refused.length > 0 ? 'bad' : (['bad', 'attention', 'good'] as const).find((one) => tones.includes(one));
  const asked = [...new Set(events.flatMap((event) => linesOf(event, 'UM')).map((line) => words('1525', line.get(1))))].join(', ');
  const counts = new Map<string, number>();
  for (const line of decisions) counts.set(words('306', line.get(1)), (counts.get(words('306', line.get(1))) ?? 0) + 1);
  const said = [...counts].map(([one, count]) => (counts.size > 1 ? `${count} ${one}` : one)).join(', ');
  return {
    heading: `Authorization: ${kind} (278)`,
    summary: refused.length > 0 ? `Not decided: ${refused[0]}` : said ? `${capital(said)}.` : `Asks for ${asked || 'a decision'}.`,
    ...(tone && { tone }),
    facts: facts(
      ['Patient', memberOf(lineOf(patient, 'NM1'))],
      ['Insured', patient === insured ? '' : memberOf(lineOf(insured, 'NM1'))],
      ['Born', dayOf(lineOf(patient, 'DMG')?.get(2) ?? '')],
      ...within(transaction, /^2010[AB]$/).map(
        (one) =>
          [
            one.id === '2010A' ? 'To decide' : 'Who asks',
            [partyOf(lineOf(one, 'NM1')), contactsOf(one)].filter(Boolean).join(', '),
          ] as const,
      ),
    ),
    ...(refused.length > 1 && { points: refused }),
    sections: events.map((event) => eventSection(event, world)),
  };
}

const everyBlock = (block: Block): Block[] => block.blocks.flatMap((one) => [one, ...everyBlock(one)]);

function eventSection(event: Block, world: ReportWorld): ReportSection {
  const asked = lineOf(event, 'UM');
  const decided = lineOf(event, 'HCR');
  const services = event.blocks.filter((one) => one.id === '2000F');
  return {
    heading: capital(asked ? [words('1525', asked.get(1)), words('1365', asked.get(3))].filter(Boolean).join(', ') : 'what it is about'),
    ...(decided && { summary: decision(decided), tone: toneOf(decided) }),
    facts: facts(
      ['Kind', asked?.get(2) && words('1322', asked.get(2))],
      ['Urgency', asked?.get(6) && words('1338', asked.get(6))],
      ['Number', listOf(event, 'TRN', 2)],
      ...datesOf(event),
      [
        'Diagnoses',
        linesOf(event, 'HI')
          .flatMap((line) => diagnoses(line, world))
          .join('; '),
      ],
      ['How much', linesOf(event, 'HSD').map(delivery).join(', ')],
      ['Message', listOf(event, 'MSG', 1, ' ')],
      ...event.blocks.filter((one) => one.id.startsWith('2010E')).map((one) => party(one)),
    ),
    tables:
      services.length === 0
        ? []
        : [
            {
              caption: 'Services',
              columns: [{ title: 'Service' }, { title: 'When and how much' }, { title: 'Decision' }],
              groups: [{ rows: services.map((one) => serviceRow(one, world)) }],
            },
          ],
  };
}

/** `M17.11 — Unilateral primary osteoarthritis, right knee`; codes of earlier years as they are written. */
function diagnoses(line: Line, world: ReportWorld): string[] {
  return Array.from({ length: 12 }, (_, n) => line.parts(n + 1)).flatMap(([kind = '', code = '']) => {
    const card = kind.startsWith('A') && code ? findCard('icd-10-cm', code, world.today, world.codes) : undefined;
    return card ? [card.title] : code ? [code] : [];
  });
}

function party(block: Block): readonly [string, string] {
  const line = lineOf(block, 'NM1');
  const city = lineOf(block, 'N4');
  const where = [lineOf(block, 'N3')?.get(1), city?.get(1)].flatMap((one) => (one ? [nameOf(one)] : [])).join(', ');
  return [capital(words('98', line?.get(1) ?? '')), [partyOf(line), where, contactsOf(block)].filter(Boolean).join(', ')];
}

function serviceRow(block: Block, world: ReportWorld): ReportRow {
  const line = lineOf(block, 'SV1') ?? lineOf(block, 'SV2') ?? lineOf(block, 'SV3');
  const [, code = '', ...modifiers] = line?.parts(line.id === 'SV2' ? 2 : 1) ?? [];
  const card = code ? serviceCard(code, world.today, world) : undefined;
  const asked = lineOf(block, 'UM');
  const decided = lineOf(block, 'HCR');
  const refused = refusalsOf(block);
  const named = [[code, ...modifiers.slice(0, 4)].filter(Boolean).join('-'), card?.title.replace(/^\S+(?: — )?/, '')]
    .filter(Boolean)
    .join(' ');
  const units = line?.id === 'SV1' ? measured(line.get(4), words('355', line.get(3))) : '';
  return {
    cells: [
      named || (asked && words('1525', asked.get(1))) || 'a service',
      [...linesOf(block, 'DTP').map(daysOf), units, ...linesOf(block, 'HSD').map(delivery)].filter(Boolean),
      decided ? decision(decided) : refused,
    ],
    ...(decided ? { tone: toneOf(decided) } : refused.length > 0 ? { tone: 'bad' as const } : {}),
  };
}

/** `Certified in total, number A123456`. */
function decision(line: Line): string {
  const reasons = line.all(3).map((code) => `reason ${code}`);
  return [capital(words('306', line.get(1))), line.get(2) && `number ${line.get(2)}`, ...reasons].filter(Boolean).join(', ');
}

/** HSD: `3 visits in 1 week for 2 months`. */
function delivery(line: Line): string {
  return [
    measured(line.get(2), words('673', line.get(1))),
    line.get(3) && `in ${measured(line.get(4), words('355', line.get(3))) || words('355', line.get(3))}`,
    line.get(6) && `for ${measured(line.get(6), words('615', line.get(5)))}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function toneOf(line: Line): Tone {
  const code = line.get(1);
  return code === 'A1' || code === 'NA' ? 'good' : code === 'A3' || code === 'C' ? 'bad' : 'attention';
}

// Enrollment (834) for a person: who was added, changed or ended, and with which coverage.
import type { X12Document } from '../../syntax/x12/read';
import {
  type Block,
  type Line,
  amountOf,
  blocksOf,
  datesOf,
  dayOf,
  daysOf,
  facts,
  lineOf,
  linesOf,
  partyOf,
  within,
  words,
} from './blocks';
import { capital, counted } from '../wording';
import { type ReportRow, type ReportSection, type Tone, MOST_CLAIMS } from './shape';

/** A section for each enrollment file. */
export function enrollmentSections(document: X12Document): ReportSection[] {
  return blocksOf(document, '834').map(section);
}

/** What happens to a member, by INS03. */
const DONE: Readonly<Record<string, readonly [verb: string, tone: Tone]>> = {
  '001': ['changed', 'attention'],
  '021': ['added', 'good'],
  '024': ['ended', 'bad'],
  '025': ['reinstated', 'good'],
  '030': ['compared', 'attention'],
};

function section(transaction: Block): ReportSection {
  const members = within(transaction, /^2000$/);
  const doings = members.map((member) => lineOf(member, 'INS')?.get(3) ?? '');
  const counts = Object.entries(DONE).flatMap(([code, [verb]]) => {
    const count = doings.filter((one) => one === code).length;
    return count > 0 ? [`${count.toLocaleString('en-US')} ${verb}`] : [];
  });
  const shown = members.slice(0, MOST_CLAIMS);
  return {
    heading: 'Members of a plan (834)',
    summary: `${counted(members.length, 'member')}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}.`,
    facts: facts(
      ...within(transaction, /^1000[ABC]$/).map(
        (one) =>
          [{ '1000A': 'Sponsor', '1000B': 'Payer', '1000C': 'Broker or administrator' }[one.id] ?? '', partyOf(lineOf(one, 'N1'))] as const,
      ),
      ['Policy', lineOf(transaction, 'REF', '38')?.get(2)],
      ...datesOf(transaction),
      ['File', FILES[lineOf(transaction, 'BGN')?.get(8) ?? '']],
    ),
    tables:
      members.length === 0
        ? []
        : [
            {
              caption: `Members${members.length > shown.length ? `, the first ${shown.length} of ${members.length}` : ''}`,
              columns: [{ title: 'Member' }, { title: 'What happens' }, { title: 'Coverage' }],
              groups: [{ rows: shown.map(memberRow) }],
            },
          ],
  };
}

const FILES: Readonly<Record<string, string>> = { 2: 'changes only', 4: 'all members, to compare', RX: 'replaces an earlier file' };

function memberRow(member: Block): ReportRow {
  const line = lineOf(member, 'INS');
  const own = member.blocks.find((one) => one.id === '2100A');
  const former = member.blocks.find((one) => one.id === '2100B');
  const born = lineOf(own, 'DMG')?.get(2);
  const number = lineOf(member, 'REF', '0F')?.get(2);
  const [verb, tone] = DONE[line?.get(3) ?? ''] ?? ['', undefined];
  const relation = [line && words('1069', line.get(2)), born && `born ${dayOf(born)}`].filter(Boolean).join(', ');
  const why = line?.get(4) && words('1203', line.get(4));
  const dates = linesOf(member, 'DTP').map(dated);
  return {
    cells: [
      [partyOf(lineOf(own, 'NM1')) || 'A person without a name', relation, number ? `subscriber ${number}` : ''].filter(Boolean),
      [[capital(verb), why].filter(Boolean).join(': '), ...dates, former ? `was ${partyOf(lineOf(former, 'NM1'))}` : ''].filter(Boolean),
      member.blocks.filter((one) => one.id === '2300').flatMap(coverage),
    ],
    ...(tone && { tone }),
  };
}

const dated = (line: Line): string => `${words('374', line.get(1))} ${daysOf(line)}`;

/** One line for each coverage, others for what stands below it. */
function coverage(block: Block): string[] {
  const line = lineOf(block, 'HD');
  if (!line) return [];
  const doing = DONE[line.get(1)]?.[0] ?? words('875', line.get(1));
  const amounts = linesOf(block, 'AMT').map((amount) => `${words('522', amount.get(1))} ${amountOf(amount.get(2))}`);
  const level = line.get(5) && words('1207', line.get(5));
  return [
    [capital(words('1205', line.get(3))), line.get(4), level, doing, ...linesOf(block, 'DTP').map(dated), ...amounts]
      .filter(Boolean)
      .join(', '),
    ...block.blocks.filter((one) => one.id === '2310').map((one) => named('with', lineOf(one, 'NM1'))),
    ...block.blocks
      .filter((one) => one.id === '2320')
      .map((one) => {
        const other = lineOf(
          one.blocks.find((each) => each.id === '2330'),
          'NM1',
        );
        return ['other insurance', partyOf(other), lineOf(one, 'COB')?.get(2)].filter(Boolean).join(', ');
      }),
  ];
}

const named = (word: string, line: Line | undefined): string => `${word} ${partyOf(line) || line?.get(9) || 'a provider'}`;

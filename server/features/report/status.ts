// Claim status (276 and 277) for a person: which claims were asked about, and where each stands.
import { explain } from '../../payments/words';
import type { X12Document } from '../../syntax/x12/read';
import { type Block, type Line, amountOf, blocksOf, dayOf, daysOf, facts, lineOf, linesOf, partyOf, within, words } from './blocks';
import { counted } from '../wording';
import { type ReportRow, type ReportSection, type ReportWorld, type Tone, MOST_CLAIMS } from './shape';

/** The version of 277 that answers a question; others speak of files just received. */
const STATUS_ANSWER = '005010X212';

/** A section for each question, and for each answer. */
export function statusSections(document: X12Document, world: ReportWorld): ReportSection[] {
  return [...blocksOf(document, '276').map(question), ...blocksOf(document, '277', STATUS_ANSWER).map((block) => answer(block, world))];
}

/** The document without the answers told here, for those who read every 277 as an acknowledgement. */
export function withoutStatusAnswers(document: X12Document): X12Document {
  const interchanges = document.interchanges.map((interchange) => ({
    ...interchange,
    groups: interchange.groups.map((group) => ({
      ...group,
      transactions: group.transactions.filter((one) => one.type !== '277' || !(one.version || one.groupVersion).startsWith(STATUS_ANSWER)),
    })),
  }));
  return { ...document, interchanges };
}

interface AskedClaim {
  readonly patient: string;
  readonly member: string;
  readonly claim: Block;
}

function claimsOf(transaction: Block): AskedClaim[] {
  return within(transaction, /^2000D$/).flatMap((subscriber) => {
    const insured = lineOf(
      subscriber.blocks.find((one) => one.id === '2100D'),
      'NM1',
    );
    const member = insured?.get(9) ?? '';
    const claims = (level: Block, patient: Line | undefined) =>
      level.blocks.filter((one) => one.id.startsWith('2200')).map((claim) => ({ patient: partyOf(patient), member, claim }));
    return [
      ...claims(subscriber, insured),
      ...within(subscriber, /^2000E$/).flatMap((dependent) =>
        claims(
          dependent,
          lineOf(
            dependent.blocks.find((one) => one.id === '2100E'),
            'NM1',
          ),
        ),
      ),
    ];
  });
}

function sides(transaction: Block): (readonly [string, string])[] {
  const name = (id: RegExp): string => [...new Set(within(transaction, id).map((one) => partyOf(lineOf(one, 'NM1'))))].join('; ');
  return facts(['Payer', name(/^2100A$/)], ['Asked by', name(/^2100B$/)], ['Provider', name(/^2100C$/)]);
}

const number = (claim: Block, qualifier: string): string => lineOf(claim, 'REF', qualifier)?.get(2) ?? '';

/** The date of service of a claim, else of its first line. */
function serviceDays(claim: Block): string {
  return daysOf(lineOf(claim, 'DTP', '472') ?? within(claim, /^22[12]0/).flatMap((line) => linesOf(line, 'DTP'))[0]);
}

function subject({ patient, member, claim }: AskedClaim): string[] {
  const named = [number(claim, 'EJ') || lineOf(claim, 'TRN')?.get(2) || '', patient].filter(Boolean).join(' · ');
  return [named, [member && `member ${member}`, serviceDays(claim)].filter(Boolean).join(', ')].filter(Boolean);
}

function question(transaction: Block): ReportSection {
  const claims = claimsOf(transaction);
  return {
    heading: 'Where does the claim stand? A question to the payer (276)',
    summary: `About ${counted(claims.length, 'claim')}.`,
    facts: sides(transaction),
    tables:
      claims.length === 0
        ? []
        : [
            {
              caption: 'Claims asked about',
              columns: [{ title: 'Claim' }, { title: 'Payer’s number' }, { title: 'Billed', amount: true }],
              groups: [
                {
                  rows: claims
                    .slice(0, MOST_CLAIMS)
                    .map((one) => ({
                      cells: [subject(one), number(one.claim, '1K'), amountOf(lineOf(one.claim, 'AMT', 'T3')?.get(2) ?? '')],
                    })),
                },
              ],
            },
          ],
  };
}

function answer(transaction: Block, world: ReportWorld): ReportSection {
  const claims = claimsOf(transaction);
  const rows = claims.slice(0, MOST_CLAIMS).map((one): ReportRow => {
    const own = linesOf(one.claim, 'STC');
    const lines = within(one.claim, /^2220/).flatMap((line) => {
      const code = lineOf(line, 'SVC')?.parts(1).slice(1).filter(Boolean).join('-');
      return linesOf(line, 'STC')
        .flatMap((status) => statusWords(status, world))
        .map((told) => `line ${code ?? ''}: ${told}`);
    });
    const [first] = own;
    const paid = first?.get(5) ? `paid ${amountOf(first.get(5))}` : '';
    const payersNumber = number(one.claim, '1K');
    const check = first?.get(9) ? `check ${first.get(9)}${first.get(8) ? ` of ${dayOf(first.get(8))}` : ''}` : '';
    return {
      cells: [
        subject(one),
        [...own.flatMap((status) => statusWords(status, world)), ...lines],
        [
          first?.get(4) ? `billed ${amountOf(first.get(4))}` : '',
          [paid, check].filter(Boolean).join(', '),
          payersNumber && `payer’s number ${payersNumber}`,
          first?.get(2) ? `as of ${dayOf(first.get(2))}` : '',
        ].filter(Boolean),
      ],
      ...(first && { tone: toneOf(first) }),
    };
  });
  const whole = within(transaction, /^2200[BC]$/)
    .flatMap((one) => linesOf(one, 'STC'))
    .flatMap((status) => statusWords(status, world));
  return {
    heading: 'Where does the claim stand? The payer’s answer (277)',
    summary: claims.length > 0 ? `${counted(claims.length, 'claim')}.` : 'The payer says nothing of single claims.',
    tone: rows.some((row) => row.tone === 'bad') || claims.length === 0 ? 'attention' : 'good',
    facts: sides(transaction),
    points: whole,
    tables:
      rows.length === 0
        ? []
        : [
            {
              caption: 'Claims',
              columns: [{ title: 'Claim' }, { title: 'Where it stands' }, { title: 'Amounts and numbers' }],
              groups: [{ rows }],
            },
          ],
  };
}

/** Each status of an STC segment in words: `Finalized, paid: processed according to the plan (F1, 65)`. */
function statusWords(line: Line, world: ReportWorld): string[] {
  return [1, 10, 11].flatMap((n) => {
    const [category = '', status = '', entity = '', list = ''] = line.parts(n);
    if (category === '') return [];
    const told = explain(world.codes, 'claim-status-category', category, world.today)?.title ?? category;
    // Pharmacies have reject codes of their own.
    const known = list === 'RX' ? undefined : explain(world.codes, 'claim-status', status, world.today)?.title;
    const detail = status && (known ?? `${list === 'RX' ? 'pharmacy reject code' : 'status'} ${status}`);
    const whom = entity && words('98', entity);
    const sentence = [told, [detail, whom].filter(Boolean).join(', ')].filter(Boolean).join(': ');
    return [`${sentence} (${[category, status].filter(Boolean).join(', ')})`];
  });
}

/** F2 is a denial, E a failure; other F are done; P and R wait, for the payer or for you. */
function toneOf(line: Line): Tone {
  const [category = ''] = line.parts(1);
  return /^(F2|E|A[34678])/.test(category) ? 'bad' : /^(F|A[012])/.test(category) ? 'good' : 'attention';
}

// An acknowledgement (TA1, 999, 277CA) for a person: what was refused, why and what to do; and what was taken in.
import { locateSent } from '../../claims/locate';
import { readableMoney } from '../../model/money';
import { transactionsOf } from '../../model/x12-transactions';
import type { PayerAnswer } from '../../payments/answer';
import { answersFor } from '../../payments/answers';
import { type BatchTotal, read277ca } from '../../payments/read-277ca';
import type { X12Document } from '../../syntax/x12/read';
import { counted } from '../wording';
import { amountOf, dayOf, facts } from './blocks';
import { type ReportRow, type ReportSection, type ReportTable, type ReportWorld, MOST_CLAIMS, nameOf } from './shape';

const TITLES = {
  ta1: 'Did the file arrive? (TA1)',
  999: 'Was the form right? (999)',
  '277ca': 'Were the claims taken in? (277CA)',
  835: '',
} as const;

/** A section for each kind of acknowledgement in a file, in the order in which payers send them. */
export function acknowledgementSections(document: X12Document, world: ReportWorld): ReportSection[] {
  const answers = answersFor(document, {
    codes: world.codes,
    date: world.today,
    locate(sent) {
      const file = world.sent?.withGroup(sent.group);
      return file ? locateSent(file.x12, sent) : [];
    },
  });
  const claims = claimsOf(document);
  return (['ta1', '999', '277ca'] as const).flatMap((kind) => {
    const own = answers.filter((one) => one.response === kind);
    const title = kind === '999' && isOlder(document) ? TITLES['999'].replace('999', '997') : TITLES[kind];
    const sender = senderOf(document);
    return own.length > 0
      ? [section(kind, sender ? `${title} from ${sender}` : title, own, claims, kind === '277ca' ? batchFacts(document) : [])]
      : [];
  });
}

function section(
  kind: 'ta1' | '999' | '277ca',
  heading: string,
  answers: readonly PayerAnswer[],
  claims: Claims,
  facts: ReportSection['facts'],
): ReportSection {
  const refused = answers.filter((one) => one.outcome === 'rejected');
  const noted = answers.filter((one) => one.outcome !== 'rejected' && one.severity !== 'information');
  const rest = answers.filter((one) => one.outcome !== 'rejected' && one.severity === 'information');
  const things = new Set(refused.map((one) => subject(one, claims)[0])).size;
  const noun = kind === '277ca' ? 'claim' : kind === 'ta1' ? 'file' : 'part';
  const whole = kind === '999' && refused.some((one) => one.code.startsWith('999 IK5') || one.code.startsWith('999 AK9'));
  // Sums of the batch may say what no claim says.
  const isUnnamed = refused.length === 0 && facts?.some(([name, value]) => name === 'Refused' && /[1-9]/.test(String(value))) === true;
  return {
    heading,
    summary: isUnnamed
      ? 'The sums say that claims were refused, but none is named: ask the payer which.'
      : refused.length === 0
        ? `Yes. ${noted.length > 0 ? 'Something was noted all the same: see below.' : 'Nothing was refused.'}`
        : whole
          ? 'No. All claims of the transactions named below must be corrected and sent again.'
          : kind === '277ca' && refused.some((one) => !one.control)
            ? 'Claims were refused all together: see below. Nothing was decided about them; correct and send again.'
            : `${counted(things, noun)} ${things === 1 ? 'was' : 'were'} refused, and nothing was decided. Correct and send again.`,
    tone: refused.length > 0 ? 'bad' : isUnnamed || noted.length > 0 ? 'attention' : 'good',
    facts,
    tables: [...table('Refused', refused, claims), ...table('Noted', noted, claims), ...accepted(rest, claims)],
  };
}

/** Answers of the kind that came before the 999 are told as it is. */
function isOlder(document: X12Document): boolean {
  return transactionsOf(document, '997').length > 0 && transactionsOf(document, '999').length === 0;
}

function table(caption: string, answers: readonly PayerAnswer[], claims: Claims): ReportTable[] {
  if (answers.length === 0) return [];
  return [
    {
      caption: captioned(caption, answers.length),
      columns: [{ title: 'What' }, { title: 'Why' }, { title: 'What to do' }, { title: 'Code' }],
      groups: [
        {
          rows: answers
            .slice(0, MOST_CLAIMS)
            .map(
              (answer): ReportRow => ({
                cells: [subject(answer, claims), answer.message, answer.next, answer.code],
                tone: answer.outcome === 'rejected' ? 'bad' : 'attention',
              }),
            ),
        },
      ],
    },
  ];
}

function accepted(answers: readonly PayerAnswer[], claims: Claims): ReportTable[] {
  if (answers.length === 0) return [];
  return [
    {
      caption: captioned('Taken in', answers.length),
      columns: [{ title: 'What' }, { title: 'The payer says' }, { title: 'Payer’s number' }, { title: 'Code' }],
      groups: [
        {
          rows: answers
            .slice(0, MOST_CLAIMS)
            .map(
              (answer): ReportRow => ({
                cells: [subject(answer, claims), answer.message, answer.payerNumber ?? '', answer.code],
                tone: 'good',
              }),
            ),
        },
      ],
    },
  ];
}

function captioned(caption: string, count: number): string {
  return count > MOST_CLAIMS ? `${caption}, the first ${MOST_CLAIMS} of ${count}` : caption;
}

/** What an answer is about: a claim and its line, else the transaction, group or file. */
function subject({ control, place, transaction, group, interchange, batch }: PayerAnswer, claims: Claims): string[] {
  if (control) {
    const claim = claims.get(control);
    const line = place.n === undefined ? (claim?.about ?? '') : `line ${place.n} ${place.code ?? ''}`.trim();
    return [[control, claim && nameOf(claim.name)].filter(Boolean).join(' · '), line].filter(Boolean);
  }
  if (transaction) return [`Transaction ${transaction}`, group ? `of group ${group}` : ''].filter(Boolean);
  if (group) return [`Group ${group}`];
  if (interchange) return [`File ${interchange}`];
  return [batch ? `Batch ${batch}` : 'The whole batch'];
}

/** By CLM01: the patient, and what was billed when. */
type Claims = ReadonlyMap<string, { readonly name: string; readonly about: string }>;

function claimsOf(document: X12Document): Claims {
  return new Map(
    read277ca(document).flatMap((batch) =>
      batch.claims.map(({ control, patientName, service, statuses }) => {
        const billed = statuses.find(({ amount }) => amount !== 0)?.amount;
        const about = [billed === undefined ? '' : `billed ${readableMoney(billed)}`, service && dayOf(service)].filter(Boolean).join(', ');
        return [control, { name: patientName, about }] as const;
      }),
    ),
  );
}

/** When the payer had the batch, and how much of it was taken in. */
function batchFacts(document: X12Document): (readonly [string, string])[] {
  const total = ({ count, amount }: BatchTotal): string =>
    [count && counted(Number(count), 'claim'), amountOf(amount)].filter(Boolean).join(', ');
  return read277ca(document).flatMap(({ reference, received, processed, accepted: taken, refused }) =>
    facts(
      ['Your batch', reference],
      ['Received', received],
      ['Looked at', processed],
      ['Taken in', total(taken)],
      ['Refused', total(refused)],
    ),
  );
}

/** The payer by name where the file gives it, else the sender's id. */
function senderOf(document: X12Document): string {
  const named = read277ca(document).find((batch) => batch.source.name)?.source.name;
  return named ? nameOf(named) : (document.interchanges[0]?.sender ?? '');
}

// A remittance (835) for a person: what was billed, allowed, taken off and why, paid, and left to the patient; and whether it adds up.
import { readableMoney, sum } from '../../model/money';
import { type Adjustment, leftToPatient, sumOf } from '../../model/adjustment';
import { remittanceAnswers } from '../../payments/answers-835';
import { type Imbalance, checkBalance } from '../../payments/balance';
import { isDenied, isInformation } from '../../payments/post';
import {
  type ClaimPayment,
  type ProviderAdjustment,
  type Remittance,
  type ServicePayment,
  allAdjustments,
  read835,
} from '../../payments/read-835';
import { explain } from '../../payments/words';
import { meaningOf } from '../../syntax/x12/codes';
import type { X12Document } from '../../syntax/x12/read';
import { serviceCard } from '../explain/explain';
import { capital, counted } from '../wording';
import {
  type ReportGroup,
  type ReportRow,
  type ReportSection,
  type ReportTable,
  type ReportWorld,
  type Tone,
  MOST_CLAIMS,
  nameOf,
} from './shape';

/** A section for each remittance of a file. */
export function remittanceSections(document: X12Document, world: ReportWorld): ReportSection[] {
  return read835(document).map((remittance) => section(remittance, world));
}

function section(remittance: Remittance, world: ReportWorld): ReportSection {
  const { payer, payee, amount, trace, date, claims } = remittance;
  const imbalances = checkBalance(remittance);
  const open = claims.filter((claim) => toneOf(claim) !== 'good').length;
  const balance = imbalances.length === 0 ? 'It adds up.' : 'It does not add up: see below before you post it.';
  const work = open > 0 ? ` ${counted(open, 'claim')} ${open === 1 ? 'needs' : 'need'} a look.` : '';
  const paid = amount < 0 ? `the payer takes back ${readableMoney(-amount)}` : `${readableMoney(amount)} paid`;
  return {
    heading: `Remittance from ${nameOf(payer.name) || payer.id || 'a payer'}`,
    summary: `${counted(claims.length, 'claim')}, ${paid}. ${balance}${work}`,
    tone: imbalances.length > 0 ? 'bad' : open > 0 ? 'attention' : 'good',
    facts: [
      ['Payer', [nameOf(payer.name), payer.id && `id ${payer.id}`].filter(Boolean).join(', ')],
      ['Paid to', paidTo(payee)],
      ['Payment', `${readableMoney(amount)} ${METHODS[remittance.method] ?? remittance.method}`.trim()],
      ['Number', trace],
      ['Date', date],
    ].filter((fact): fact is [string, string] => fact[1] !== ''),
    tables: [claimTable(remittance, world), ...providerTable(remittance)],
    sections: [...whatToDo(remittance, world), balanceSection(imbalances)],
  };
}

function paidTo({ name, npi, taxId }: Remittance['payee']): string {
  return [nameOf(name), npi && `NPI ${npi}`, taxId && `tax id ${taxId}`].filter(Boolean).join(', ');
}

const METHODS: Readonly<Record<string, string>> = {
  ACH: 'by bank transfer (ACH)',
  CHK: 'by check',
  FWT: 'by wire transfer',
  BOP: 'as the payer chose',
  NON: '(no payment: nothing is transferred)',
};

const COLUMNS: ReportTable['columns'] = [
  { title: 'Claim and service' },
  { title: 'Billed', amount: true },
  { title: 'Allowed', amount: true },
  { title: 'Paid', amount: true },
  { title: 'Patient', amount: true },
  { title: 'Taken off, and why' },
];

function claimTable({ claims }: Remittance, world: ReportWorld): ReportTable {
  const shown = claims.slice(0, MOST_CLAIMS);
  const more = claims.length > shown.length ? `, the first ${shown.length} of ${claims.length}` : '';
  return {
    caption: `What was paid, claim by claim${more}`,
    columns: COLUMNS,
    groups: shown.map((claim) => claimGroup(claim, world)),
    total: {
      cells: [
        'All claims',
        readableMoney(sum(claims.map((one) => one.charge))),
        total(claims.map(allowedOf)),
        readableMoney(sum(claims.map((one) => one.paid))),
        readableMoney(sum(claims.map(patientOf))),
        `${readableMoney(sumOf(claims.flatMap(allAdjustments)))} in all`,
      ],
    },
  };
}

function claimGroup(claim: ClaimPayment, world: ReportWorld): ReportGroup {
  const { control, patientName, status, charge, paid } = claim;
  const allowed = allowedOf(claim);
  return {
    head: {
      tone: toneOf(claim),
      cells: [
        [[control, nameOf(patientName)].filter(Boolean).join(' · '), statusWords(claim, status), ...claimWords(claim)],
        readableMoney(charge),
        allowed === undefined ? '' : readableMoney(allowed),
        readableMoney(paid),
        readableMoney(patientOf(claim)),
        reasons(claim.adjustments, claim.remarks, world),
      ],
    },
    rows: claim.lines.map((line) => lineRow(line, world)),
  };
}

/** Days that its lines do not tell, what the payer has on file instead, and to whom it was sent on. */
function claimWords({ lines, from, to, corrected, crossover }: ClaimPayment): string[] {
  const dated = lines.length > 0 && lines.every((line) => line.from !== '');
  const days = dated || !from ? '' : daysOf(from, to);
  const known = corrected && [corrected.last, [corrected.first, corrected.middle].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const onFile = [known && nameOf(known), corrected?.member && `member ${corrected.member}`].filter(Boolean).join(', ');
  return [days && `service ${days}`, onFile && `on file with the payer: ${onFile}`, crossover && `sent on to ${nameOf(crossover)}`].filter(
    (one): one is string => Boolean(one),
  );
}

function daysOf(from: string, to: string | undefined): string {
  return to && to !== from ? `${from} to ${to}` : from;
}

function statusWords(claim: ClaimPayment, status: string): string {
  const words = meaningOf('1029', status) ?? `status ${status}`;
  const number = claim.payerNumber ? `payer’s number ${claim.payerNumber}` : '';
  const received = claim.received ? `received ${claim.received}` : '';
  return [toneOf(claim) === 'bad' && status !== '4' ? 'nothing paid' : words, number, received].filter(Boolean).join(', ');
}

function lineRow(line: ServicePayment, world: ReportWorld): ReportRow {
  const { code, modifiers, charge, paid, from, to, revenue } = line;
  const allowed = line.allowed ?? allowedFor(paid, line.adjustments);
  const card = code ? serviceCard(code, from || world.today, world) : undefined;
  const words = card?.title.replace(/^\S+(?: — )?/, '') ?? '';
  const changed = line.submittedCode && line.submittedCode !== code ? `billed as ${line.submittedCode}` : '';
  const days = daysOf(from, to);
  return {
    ...(isDenied(line) && { tone: 'bad' as const }),
    cells: [
      [
        [[code, ...modifiers].filter(Boolean).join('-') || (revenue && `revenue code ${revenue}`), words].filter(Boolean).join(' '),
        [days, changed].filter(Boolean).join(', '),
      ].filter(Boolean),
      readableMoney(charge),
      allowed === undefined ? '' : readableMoney(allowed),
      readableMoney(paid),
      readableMoney(leftToPatient(line.adjustments)),
      reasons(line.adjustments, line.remarks, world),
    ],
  };
}

/** `32.50 more than the contract allows: not owed by anyone (CO-45)`. */
function reasons(adjustments: readonly Adjustment[], remarks: ClaimPayment['remarks'], world: ReportWorld): string[] {
  return [
    ...adjustments
      .filter((one) => one.amount !== 0)
      .map(({ group, reason, amount }) => {
        const words = explain(world.codes, 'carc', reason, world.today)?.title ?? `reason ${reason}`;
        return `${readableMoney(amount)} ${words}: ${BEARERS[group] ?? group} (${group}-${reason})`;
      }),
    ...remarks.map(({ code }) => `Remark ${code}: ${explain(world.codes, 'rarc', code, world.today)?.title ?? 'not known here'}`),
  ];
}

/** Who bears what was taken off. */
const BEARERS: Readonly<Record<string, string>> = {
  CO: 'not owed by the patient',
  PR: 'the patient owes it',
  OA: 'neither practice nor patient',
  PI: 'the payer decided so, not owed by the patient',
  CR: 'correction of an earlier decision',
};

function patientOf(claim: ClaimPayment): number {
  return leftToPatient(allAdjustments(claim));
}

/** Of the lines, where nothing was taken off the claim itself and one of them says it. */
function allowedOf(claim: ClaimPayment): number | undefined {
  const { lines, adjustments, paid } = claim;
  if (adjustments.length > 0 || lines.every((one) => one.allowed === undefined)) return allowedFor(paid, allAdjustments(claim));
  const all = lines.map((one) => one.allowed ?? allowedFor(one.paid, one.adjustments));
  return all.every((one) => one !== undefined) ? sum(all) : undefined;
}

/**
 * Where the payer does not say what it allows: what it pays, with the patient's share of that and what was cut off the payment.
 * Undefined where another payer had a part in it.
 */
function allowedFor(paid: number, adjustments: readonly Adjustment[]): number | undefined {
  if (adjustments.some(({ group }) => group !== 'CO' && group !== 'PR')) return undefined;
  const within = adjustments.filter(({ group, reason }) => (group === 'PR' ? isInformation(group, reason) : reason === SEQUESTRATION));
  return paid + sumOf(within);
}

/** Taken off the payment after the amount was allowed. */
const SEQUESTRATION = '253';

function total(amounts: readonly (number | undefined)[]): string {
  const known = amounts.filter((one): one is number => one !== undefined);
  return known.length > 0 && known.length === amounts.length ? readableMoney(sum(known)) : '';
}

function toneOf(claim: ClaimPayment): Tone {
  if (claim.status === '22') return 'attention';
  const refused = allAdjustments(claim).some((one) => one.amount > 0 && !isInformation(one.group, one.reason));
  if (claim.status === '4' || (claim.paid <= 0 && refused)) return 'bad';
  return refused ? 'attention' : 'good';
}

/** PLB: what the payer adds or keeps besides the claims. */
function providerTable({ provider }: Remittance): ReportTable[] {
  if (provider.length === 0) return [];
  return [
    {
      caption: 'Changes to the payment besides the claims',
      columns: [{ title: 'What' }, { title: 'Reference' }, { title: 'Amount', amount: true }],
      groups: [{ rows: provider.map(providerRow) }],
      total: { cells: ['All of them', '', readableMoney(-sum(provider.map((one) => one.amount)))] },
    },
  ];
}

function providerRow({ reason, reference, amount }: ProviderAdjustment): ReportRow {
  const words = PROVIDER_REASONS[reason] ?? meaningOf('426', reason) ?? 'adjustment';
  const effect = amount >= 0 ? 'the payer keeps it' : 'the payer adds it';
  return { cells: [`${capital(words)}: ${effect} (${reason})`, reference, readableMoney(-amount)] };
}

const PROVIDER_REASONS: Readonly<Record<string, string>> = {
  WO: 'recovery of an earlier overpayment',
  L6: 'interest for paying late',
  FB: 'balance carried to or from another remittance',
  72: 'money that you returned',
  50: 'reduction for filing late',
  CS: 'adjustment without a claim',
  AP: 'payment in advance',
  IR: 'tax withheld',
  B2: 'rebate',
  90: 'discount for paying early',
};

const REVERSAL = '835 22';
const TAKE_BACK = 'Take the earlier payment out of the account; what is decided anew comes as a claim of its own.';

/** For each thing that was not paid as billed: why, and the next step. */
function whatToDo(remittance: Remittance, world: ReportWorld): ReportSection[] {
  const answers = remittanceAnswers(remittance, { codes: world.codes, date: world.today });
  const work = answers.filter((one) => one.code === REVERSAL || (one.severity !== 'information' && !one.code.startsWith('835')));
  if (work.length === 0) return [];
  const rows = work
    .slice(0, MOST_CLAIMS)
    .map(
      ({ control, place, code, message, next, severity, amount }): ReportRow => ({
        cells: [
          [control ?? '', place.code ?? ''].filter(Boolean),
          code === REVERSAL ? `The payer took back its earlier payment of ${readableMoney(-(amount ?? 0))}.` : `${message} (${code})`,
          code === REVERSAL ? TAKE_BACK : next || 'Ask the payer what this reason means.',
        ],
        tone: severity === 'error' ? 'bad' : 'attention',
      }),
    );
  return [
    {
      heading: 'What to do',
      tables: [
        {
          caption: 'What was not paid as billed, and the next step',
          columns: [{ title: 'Claim' }, { title: 'Why' }, { title: 'What to do' }],
          groups: [{ rows }],
        },
      ],
    },
  ];
}

function balanceSection(imbalances: readonly Imbalance[]): ReportSection {
  if (imbalances.length === 0) {
    return { heading: 'Does it add up?', tone: 'good', summary: 'Yes: every line, every claim and the payment as a whole.' };
  }
  return {
    heading: 'Does it add up?',
    tone: 'bad',
    summary: 'No. Ask the payer before you post it.',
    points: imbalances.slice(0, 50).map(({ message }) => `${message}.`),
  };
}

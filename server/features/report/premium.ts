// Premium payments (820) for a person: who paid whom, for which bills and members, and what was taken off.
import { parseX12Money, readableMoney, sum } from '../../model/money';
import type { X12Document } from '../../syntax/x12/read';
import { type Block, amountOf, blocksOf, dayOf, daysOf, facts, lineOf, linesOf, partyOf, within, words } from './blocks';
import { counted } from '../wording';
import { type ReportRow, type ReportSection, MOST_CLAIMS } from './shape';

/** A section for each payment. */
export function premiumSections(document: X12Document): ReportSection[] {
  return blocksOf(document, '820').map(section);
}

const METHODS: Readonly<Record<string, string>> = {
  ACH: 'by bank transfer (ACH)',
  CHK: 'by check',
  FWT: 'by wire transfer',
  SWT: 'by wire transfer (SWIFT)',
  BOP: 'as the bank chose',
};

const centsOf = (text: string): number => parseX12Money(text) ?? 0;

function section(transaction: Block): ReportSection {
  const payment = lineOf(transaction, 'BPR');
  const items = within(transaction, /^2000[AB]$/).flatMap((entity) =>
    entity.blocks.filter((one) => /^2300[AB]$/.test(one.id)).map((item) => ({ entity, item })),
  );
  const total = (element: number): string => readableMoney(sum(items.map(({ item }) => centsOf(lineOf(item, 'RMR')?.get(element) ?? ''))));
  const allBilled = items.every(({ item }) => lineOf(item, 'RMR')?.get(5));
  const method = METHODS[payment?.get(4) ?? ''];
  const shown = items.slice(0, MOST_CLAIMS);
  const [payee, payer] = ['1000A', '1000B'].map((id) =>
    partyOf(
      lineOf(
        transaction.blocks.find((one) => one.id === id),
        'N1',
      ),
    ),
  );
  return {
    heading: `Premium payment${payer ? ` from ${payer}` : ''} (820)`,
    summary: `${[amountOf(payment?.get(2) ?? ''), method].filter(Boolean).join(' ')}, ${counted(items.length, 'item')}.`,
    facts: facts(
      ['Paid by', payer],
      ['Paid to', payee],
      ['Date', dayOf(payment?.get(16) ?? '')],
      ['Number', lineOf(transaction, 'TRN')?.get(2)],
      ...linesOf(transaction, 'DTM').map((line) => ['For', daysOf(line)] as const),
    ),
    tables:
      items.length === 0
        ? []
        : [
            {
              caption: `What it pays${items.length > shown.length ? `, the first ${shown.length} of ${items.length}` : ''}`,
              columns: [
                { title: 'For' },
                { title: 'Billed', amount: true },
                { title: 'Paid', amount: true },
                { title: 'Taken off or added' },
              ],
              groups: [{ rows: shown.map(({ entity, item }) => itemRow(entity, item)) }],
              total: { cells: ['All items', allBilled ? total(5) : '', total(4), ''] },
            },
          ],
  };
}

function itemRow(entity: Block, item: Block): ReportRow {
  const member = lineOf(
    entity.blocks.find((one) => one.id === '2100B'),
    'NM1',
  );
  const line = lineOf(item, 'RMR');
  const members = within(item, /^2315A$/)
    .flatMap((one) => linesOf(one, 'SLN'))
    .map((one) => one.get(4))
    .join(' and ');
  return {
    cells: [
      [
        [member && partyOf(member), line && `${ITEMS[line.get(1)] ?? words('128', line.get(1))} ${line.get(2)}`].filter(Boolean).join(', '),
        [...linesOf(item, 'DTM').map(daysOf), members && `members: ${members}`].filter(Boolean).join(', '),
      ].filter(Boolean),
      amountOf(line?.get(5) ?? ''),
      amountOf(line?.get(4) ?? ''),
      [...item.blocks, ...entity.blocks]
        .filter((one) => /^(2200|2320)[AB]$/.test(one.id))
        .flatMap((one) => linesOf(one, 'ADX'))
        .map((one) => `${amountOf(one.get(1))} ${REASONS[one.get(2)] ?? `reason ${one.get(2)}`}`),
    ],
  };
}

const ITEMS: Readonly<Record<string, string>> = {
  IK: 'invoice',
  AZ: 'policy',
  '11': 'account',
  '9J': 'pension contract',
  CT: 'contract',
  IG: 'policy',
  KW: 'certificate',
};

const REASONS: Readonly<Record<string, string>> = {
  20: 'balance due',
  52: 'credit for an earlier overpayment',
  53: 'remittance for an earlier underpayment',
  AX: 'person added',
  H1: 'information still to come',
  H6: 'paid in part',
  RU: 'interest',
  WO: 'overpayment recovered',
  AA: 'allowance',
  IA: 'invoice amount does not agree',
  J3: 'contract terminated',
};

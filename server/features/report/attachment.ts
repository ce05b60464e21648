// Attachments (275) for a person: for which claim, and what was sent.
import type { X12Document } from '../../syntax/x12/read';
import { blocksOf, daysOf, facts, lineOf, linesOf, memberOf, partyOf, within, words, type Block } from './blocks';
import { capital, counted } from '../wording';
import { type ReportSection, MOST_CLAIMS } from './shape';

/** A section for each transaction with attachments. */
export function attachmentSections(document: X12Document): ReportSection[] {
  return blocksOf(document, '275').map(section);
}

function section(transaction: Block): ReportSection {
  const party = (id: string): Block | undefined => transaction.blocks.find((one) => one.id === id);
  const patient = party('1000D');
  const pieces = within(transaction, /^2000B$/);
  return {
    heading: 'Attachments to a claim (275)',
    summary: `${counted(pieces.length, 'attachment')}.`,
    facts: facts(
      ['Patient', memberOf(lineOf(patient, 'NM1'))],
      ['Payer', partyOf(lineOf(party('1000A'), 'NM1'))],
      ['Provider', partyOf(lineOf(party('1000C'), 'NM1'))],
      ...linesOf(patient, 'REF').map((line) => [capital(words('128', line.get(1))), line.get(2)] as const),
      ['Service', daysOf(lineOf(patient, 'DTP'))],
    ),
    tables:
      pieces.length === 0
        ? []
        : [
            {
              caption: 'What was sent',
              columns: [{ title: 'Number' }, { title: 'Answers' }, { title: 'Sent on' }, { title: 'Size' }],
              groups: [
                {
                  rows: pieces.slice(0, MOST_CLAIMS).map((one) => ({
                    cells: [
                      lineOf(one, 'TRN')?.get(2) ?? '',
                      linesOf(one, 'STC')
                        .map((line) => line.parts(1)[1] ?? '')
                        .filter(Boolean)
                        .join(', '),
                      daysOf(lineOf(one, 'DTP', '368')),
                      one.blocks
                        .flatMap((block) => block.lines)
                        .map((line) => (line.id === 'BIN' ? line.get(1) : line.id === 'BDS' ? line.get(2) : ''))
                        .filter(Boolean)
                        .map((size) => `${size} characters`)
                        .join(', '),
                    ],
                  })),
                },
              ],
            },
          ],
  };
}

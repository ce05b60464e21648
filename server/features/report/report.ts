// “Explain this file”: what an X12 file says, for a person. Drawn as a page by report-html, as text by report-text.
import type { X12Document } from '../../syntax/x12/read';
import { acknowledgementSections } from './acknowledgement';
import { attachmentSections } from './attachment';
import { authorizationSections } from './authorization';
import { claimSections } from './claims';
import { eligibilitySections } from './eligibility';
import { enrollmentSections } from './enrollment';
import { otherSections } from './other';
import { premiumSections } from './premium';
import { remittanceSections } from './remittance';
import type { Report, ReportRow, ReportSection, ReportTable, ReportWorld } from './shape';
import { statusSections, withoutStatusAnswers } from './status';

/** Explains a file. Total: any text gives a report. */
export function explainFile(document: X12Document, world: ReportWorld): Report {
  const sections = [
    ...acknowledgementSections(withoutStatusAnswers(document), world),
    ...remittanceSections(document, world),
    ...claimSections(document, world),
    ...eligibilitySections(document),
    ...statusSections(document, world),
    ...authorizationSections(document, world),
    ...attachmentSections(document),
    ...enrollmentSections(document),
    ...premiumSections(document),
    ...otherSections(document),
  ];
  if (sections.length === 0) {
    const isEmpty = document.interchanges.every(({ groups }) => groups.every(({ transactions }) => transactions.length === 0));
    const summary = isEmpty ? NO_TRANSACTION : NO_CONTENT;
    return { title: 'This file', sections: [{ heading: 'Nothing to explain', summary, tone: 'attention' }] };
  }
  const [only, ...more] = sections;
  return { title: more.length === 0 ? only.heading : `This file has ${sections.length} parts`, sections: sections.map(withFilledColumns) };
}

/** Columns in which nothing stands only take room. Amounts stay: that the payer says none is worth a look. */
function withFilledColumns(section: ReportSection): ReportSection {
  const { tables, sections } = section;
  return {
    ...section,
    ...(tables && { tables: tables.map(filledColumns) }),
    ...(sections && { sections: sections.map(withFilledColumns) }),
  };
}

function filledColumns(table: ReportTable): ReportTable {
  const { columns, groups, total } = table;
  const rows = groups.flatMap((group) => (group.head ? [group.head, ...group.rows] : group.rows));
  const filled = columns.map(
    ({ amount }, n) => n === 0 || amount || rows.some(({ cells }) => [cells[n] ?? ''].flat().some((line) => line !== '')),
  );
  if (!filled.includes(false)) return table;
  const kept = <T>(all: readonly T[]): T[] => all.filter((_, n) => filled[n]);
  const row = (one: ReportRow): ReportRow => ({ ...one, cells: kept(one.cells) });
  return {
    ...table,
    columns: kept(columns),
    groups: groups.map((group) => ({ ...(group.head && { head: row(group.head) }), rows: group.rows.map(row) })),
    ...(total && { total: row(total) }),
  };
}

const NO_CONTENT =
  'There is a transaction in this file, but no claim, payment or answer in it. The problems of the file tell what is missing.';
const NO_TRANSACTION = 'No transaction was found in this file: it should begin with ISA and hold at least one part from ST to SE.';

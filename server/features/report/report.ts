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
import type { Report, ReportWorld } from './shape';
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
  return { title: more.length === 0 ? only.heading : `This file has ${sections.length} parts`, sections };
}

const NO_CONTENT =
  'There is a transaction in this file, but no claim, payment or answer in it. The problems of the file tell what is missing.';
const NO_TRANSACTION = 'No transaction was found in this file: it should begin with ISA and hold at least one part from ST to SE.';

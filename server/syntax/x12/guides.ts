// The guides that ship, and which of them a transaction follows.
import base from './guides/base.guide';
import envelope from './guides/envelope.guide';
import eligibility from './guides/270.guide';
import attachment from './guides/275.guide';
import benefits from './guides/271.guide';
import statusInquiry from './guides/276.guide';
import statusResponse from './guides/277.guide';
import authorization from './guides/278.guide';
import premiums from './guides/820.guide';
import enrollment from './guides/834.guide';
import acknowledgement from './guides/999.guide';
import oldAcknowledgement from './guides/997.guide';
import claimAcknowledgement from './guides/277ca.guide';
import professional from './guides/837p.guide';
import institutional from './guides/837i.guide';
import dental from './guides/837d.guide';
import remittance from './guides/835.guide';
import { parseBase, parseGuide, type Base, type Guide } from './guide';
import type { X12Document, Transaction } from './read';

const texts: readonly string[] = [
  professional,
  institutional,
  dental,
  remittance,
  acknowledgement,
  claimAcknowledgement,
  statusResponse,
  oldAcknowledgement,
  eligibility,
  benefits,
  statusInquiry,
  authorization,
  enrollment,
  premiums,
  attachment,
];

let parsedBase: Base | undefined;
let parsedEnvelope: Guide | undefined;
let parsedGuides: readonly Guide[] | undefined;

/** The shapes of all segments. */
export function baseShapes(): Base {
  parsedBase ??= parseBase(base);
  return parsedBase;
}

/** All guides, parsed once when first asked for. */
export function guides(): readonly Guide[] {
  parsedGuides ??= texts.map((text) => parseGuide(text, baseShapes()));
  return parsedGuides;
}

/** Interchange and group, which enclose the transactions of every guide. */
export function envelopeGuide(): Guide {
  parsedEnvelope ??= parseGuide(envelope, baseShapes());
  return parsedEnvelope;
}

/** The guide by its id, such as `837P`. */
export function guideById(id: string): Guide | undefined {
  return guides().find((guide) => guide.id === id);
}

/**
 * The guide that a transaction follows: by its version, else by its kind; an 837 without a known version
 * is told by its service lines, and so is one whose group names another guide than it does itself. None for older versions and for
 * guides that are not ours.
 */
export function guideOf(document: X12Document, transaction: Transaction): Guide | undefined {
  const { version, groupVersion } = transaction;
  const candidates = guidesFor(transaction.type || typeOfBareSegments(document, transaction));
  const [own, ofGroup] = [version, groupVersion].map((stated) =>
    candidates.find((guide) => guide.versions.includes(stated) || guide.earlier.includes(stated)),
  );
  if (own && ofGroup && own !== ofGroup) return guideOfLines(document, transaction, candidates) ?? own;
  const exact = own ?? ofGroup;
  if (exact) return exact;
  if (hasWrongKind(document, transaction)) return undefined;
  for (const stated of [version, groupVersion]) {
    const near = candidates.find((guide) => guide.versions.some((each) => each.slice(0, 10) === stated.slice(0, 10)));
    if (near && stated.length >= 10) return near;
  }
  if (isForeignVersion(version) || isForeignVersion(groupVersion)) return undefined;
  return guideOfLines(document, transaction, candidates) ?? candidates[0];
}

/** Is it ST01 that is wrong? The group names a guide of another transaction, and so does ST03, or else what stands in it. */
function hasWrongKind(document: X12Document, transaction: Transaction): boolean {
  const { st, type, groupVersion } = transaction;
  if (st === undefined || type === '') return false;
  const own = document.segments.text(st, 3);
  return guides().some(
    ({ transaction: kind, versions, earlier }) =>
      kind !== type &&
      [...versions, ...earlier].includes(groupVersion) &&
      (own === '' ? typeOfBareSegments(document, transaction) === kind : [...versions, ...earlier].includes(own)),
  );
}

const OF_LINES: ReadonlyMap<string, string> = new Map([
  ['SV1', '837P'],
  ['SV2', '837I'],
  ['SV3', '837D'],
  ['0010', '277'],
  ['0085', '277CA'],
]);

/** The guide that the first service line belongs to; of a 277 its beginning tells it. */
function guideOfLines({ segments }: X12Document, { first, end }: Transaction, candidates: readonly Guide[]): Guide | undefined {
  for (let i = first; candidates.length > 1 && i < end; i++) {
    const name = segments.id(i);
    const id = OF_LINES.get(name === 'BHT' ? segments.text(i, 1) : name);
    if (id) return candidates.find((guide) => guide.id === id);
  }
  return undefined;
}

/** The guides of a kind of transaction, such as the three of `837`. */
export function guidesFor(type: string): readonly Guide[] {
  return guides().filter((guide) => guide.transaction === type);
}

/** Older and newer versions, and guides of the same transaction for other purposes: read, but not judged. */
export function isForeignVersion(version: string): boolean {
  return (
    isOldVersion(version) || /^(00[678]0\d\d|005010X(109|186|199|213|228|257|258|269|29[0289]|30[06-9]|313|318|32[0-2]))/.test(version)
  );
}

/** Of the years before 5010. */
export function isOldVersion(version: string): boolean {
  return /^00[1-4]\d\d\d/.test(version);
}

/** Segments without ST still show what they are. */
function typeOfBareSegments({ segments }: X12Document, { first, end }: Transaction): string {
  const telling = new Map([
    ['CLM', '837'],
    ['SV1', '837'],
    ['SV2', '837'],
    ['CLP', '835'],
    ['BPR', '835'],
    ['AK1', '999'],
    ['STC', '277'],
    ['EB', '271'],
    ['EQ', '270'],
    ['UM', '278'],
    ['HD', '834'],
    ['CAT', '275'],
  ]);
  for (let i = first; i < end; i++) {
    const type = telling.get(segments.id(i));
    if (type) return type;
  }
  return '';
}

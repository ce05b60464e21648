// The guides that ship, and which of them a transaction follows.
import base from './guides/base.guide';
import envelope from './guides/envelope.guide';
import acknowledgement from './guides/999.guide';
import oldAcknowledgement from './guides/997.guide';
import claimAcknowledgement from './guides/277ca.guide';
import professional from './guides/837p.guide';
import remittance from './guides/835.guide';
import { parseBase, parseGuide, type Base, type Guide } from './guide';
import type { X12Document, Transaction } from './read';

const texts: readonly string[] = [professional, remittance, acknowledgement, claimAcknowledgement, oldAcknowledgement];

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
 * is told by its service lines.
 */
export function guideOf(document: X12Document, transaction: Transaction): Guide | undefined {
  const { version } = transaction;
  const type = transaction.type || typeOfBareSegments(document, transaction);
  const candidates = guides().filter((guide) => guide.transaction === type);
  const exact = candidates.find((guide) => guide.versions.includes(version));
  if (exact) return exact;
  const near = version === '' ? undefined : candidates.find((guide) => guide.versions.some((each) => each.slice(0, 10) === version.slice(0, 10)));
  if (near) return near;
  if (/^00[0-4]/.test(version)) return undefined;
  const { segments } = document;
  const told = new Map([['SV1', '837P'], ['SV2', '837I'], ['SV3', '837D']]);
  for (let i = transaction.first; i < transaction.end; i++) {
    const id = told.get(segments.id(i));
    if (id) return candidates.find((guide) => guide.id === id) ?? candidates[0];
  }
  return candidates[0];
}

/** Segments without ST still show what they are. */
function typeOfBareSegments({ segments }: X12Document, { first, end }: Transaction): string {
  const telling = new Map([['CLM', '837'], ['SV1', '837'], ['SV2', '837'], ['CLP', '835'], ['BPR', '835'], ['AK1', '999'], ['STC', '277'],
    ['EB', '271'], ['EQ', '270'], ['UM', '278'], ['HD', '834']]);
  for (let i = first; i < end; i++) {
    const type = telling.get(segments.id(i));
    if (type) return type;
  }
  return '';
}

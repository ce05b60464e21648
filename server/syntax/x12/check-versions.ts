// The versions that interchange, group and transaction name: do they agree, and is there a guide for them here?
import type { Guide } from './guide';
import { guideOf, guides, guidesFor, isOldVersion } from './guides';
import { oneOf, problem, reference, replacement, type X12Problem } from './problem';
import type { Group, Interchange, Transaction, X12Document } from './read';

/** Our guides stand in interchanges of version 00501. */
export function checkInterchangeVersion(document: X12Document, { isa, groups }: Interchange, report: (found: X12Problem) => void): void {
  if (isa === undefined) return;
  const { text, span } = document.segments.element(isa, 12);
  if (text === '00501' || !/^00[2-8]0\d$/.test(text)) return;
  if (!groups.some(({ transactions: [first] }) => first && guideOf(document, first))) return;
  report(
    problem({
      kind: 'mismatched-version',
      message: `ISA12 (version) must be 00501 for what this file holds, not ${text}`,
      span,
      segment: isa,
      segmentId: 'ISA',
      reference: 'ISA12',
      element: 12,
      codes: { ta105: '017' },
      fix: replacement('Set ISA12 to 00501', span, '00501', false),
    }),
  );
}

/** The group must be of the transaction's kind and version. */
export function checkVersion(
  document: X12Document,
  group: Group,
  transaction: Transaction,
  release: string,
  report: (found: X12Problem) => void,
): void {
  const guide = guideOf(document, transaction);
  if (!guide) {
    if (isOtherTransaction(document, transaction, report)) return;
    if (transaction.first !== group.transactions[0]?.first) return;
    tellUnjudged(document, group, transaction, release, report);
    // Groups are named alike in all versions.
    const ids = new Set(guidesFor(transaction.type).flatMap(({ functionalIds }) => functionalIds));
    if (isOldVersion(group.version) && ids.size > 0) checkGroupKind(document, group, transaction.type, ids, report);
    return;
  }
  if (group.gs === undefined) return;
  const { segments } = document;
  if (transaction.first === group.transactions[0]?.first)
    checkGroupKind(document, group, guide.transaction, new Set(guide.functionalIds), report);
  // That it is empty is told by the check of GS.
  if (transaction.first === group.transactions[0]?.first && group.version !== '' && !guide.versions.includes(group.version)) {
    const early = guide.earlier.includes(group.version);
    report(
      problem({
        kind: early ? 'expired-version' : 'unknown-version',
        severity: early ? 'warning' : 'error',
        message: early
          ? `GS08 ${group.version} names the guide before its corrections: payers ask for ${oneOf(guide.versions)}`
          : `GS08 names the guide: ${oneOf(guide.versions)}, not ${group.version}`,
        span: segments.element(group.gs, 8).span,
        segment: group.gs,
        segmentId: 'GS',
        reference: 'GS08',
        element: 8,
        codes: { ak905: '2' },
        snip: 2,
      }),
    );
  }
  const stated = transaction.st === undefined ? '' : segments.text(transaction.st, 3);
  // A GS08 that names no guide, or another one than the group holds, is told for itself, and so is an ST03 of another guide.
  if (transaction.st === undefined || stated === '' || stated === group.version || !group.version.includes('X')) return;
  const leading = group.transactions[0] && guideOf(document, group.transactions[0]);
  if (isVersionOf(guide, stated) && leading && isVersionOf(leading, group.version)) {
    report(
      problem({
        kind: 'mismatched-version',
        message: `ST03 ${stated} and GS08 ${group.version} name different guides`,
        span: segments.element(transaction.st, 3).span,
        segment: transaction.st,
        segmentId: 'ST',
        reference: 'ST03',
        element: 3,
        position: 1,
        codes: { ik502: 'I6' },
        snip: 2,
      }),
    );
  }
}

function isVersionOf({ versions, earlier }: Guide, stated: string): boolean {
  return versions.includes(stated) || earlier.includes(stated);
}

/** A version that names a guide names its transaction, too. Tells whether ST01 is another one. */
function isOtherTransaction(
  document: X12Document,
  { st, type, version, groupVersion }: Transaction,
  report: (found: X12Problem) => void,
): boolean {
  const named = [version, groupVersion]
    .filter((stated) => stated.includes('X'))
    .map((stated) => guides().filter(({ versions, earlier }) => versions.includes(stated) || earlier.includes(stated)));
  const types = new Set((named.find((each) => each.length > 0) ?? []).map(({ transaction }) => transaction));
  if (st === undefined || types.size === 0) return false;
  report(
    problem({
      kind: 'invalid-code',
      message: `ST01 (transaction) must be ${oneOf(types)} for this guide, not ${type || 'empty'}`,
      span: document.segments.element(st, 1).span,
      segment: st,
      segmentId: 'ST',
      reference: 'ST01',
      element: 1,
      position: 1,
      codes: { ik502: '6' },
      snip: 2,
    }),
  );
  return true;
}

/** Old versions and other transactions are read, but not judged: that is said once a group. */
function tellUnjudged(
  document: X12Document,
  group: Group,
  { st, type, version }: Transaction,
  release: string,
  report: (found: X12Problem) => void,
): void {
  if (st === undefined || type === '') return;
  const { segments } = document;
  const at = group.gs === undefined ? { segment: st, element: version ? 3 : 1 } : { segment: group.gs, element: version ? 8 : 1 };
  const { span } = segments.element(at.segment, at.element);
  const segmentId = segments.id(at.segment);
  const place = { span, segment: at.segment, segmentId, reference: reference(segmentId, at.element), element: at.element };
  const known = guidesFor(type).length > 0;
  if (known && release === '00501' && isOldVersion(group.version)) {
    report(
      problem({
        kind: 'mismatched-version',
        message: `GS08 ${group.version} is of an older version than ISA12 00501 says`,
        ...place,
        codes: { ak905: '2' },
        snip: 2,
      }),
    );
    return;
  }
  const what = known ? `Version ${version} of transaction ${type}` : `Transaction ${type}`;
  report(
    problem({
      kind: 'unknown-guide',
      severity: 'information',
      message: `${what} is read, but not checked: there is no guide for it here`,
      ...place,
      codes: {},
    }),
  );
}

/** The group must be of the transaction's kind. */
function checkGroupKind(
  { segments }: X12Document,
  { gs, functionalId }: Group,
  type: string,
  ids: ReadonlySet<string>,
  report: (found: X12Problem) => void,
): void {
  if (gs === undefined || ids.has(functionalId)) return;
  report(
    problem({
      kind: 'mismatched-group',
      message: `A group of ${type} transactions has GS01 ${oneOf(ids)}, not ${functionalId}`,
      span: segments.element(gs, 1).span,
      segment: gs,
      segmentId: 'GS',
      reference: 'GS01',
      element: 1,
      codes: { ak905: '1' },
    }),
  );
}

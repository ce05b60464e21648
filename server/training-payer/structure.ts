// Reads a file as a strict receiver does: what a TA1 must say about its envelope, and a 999 about each transaction.
import { resolveLoops } from '../syntax/x12/loops';
import type { Group, Interchange, Transaction, X12Document } from '../syntax/x12/read';
import { isCodeOfGuides } from '../syntax/x12/standard-codes';
import { type X12Problem, validate } from '../syntax/x12/validate';
import { interchangeKey } from './envelope';

/** TA105, and whether the interchange is refused for it. */
export interface Receipt {
  readonly code: string;
  readonly refused: boolean;
}

/** An IK3, and an IK4 where an element is at fault. */
export interface StructureError {
  readonly segment: string;
  /** Counts from ST as 1. */
  readonly position: number;
  readonly loop: string;
  /** IK304. */
  readonly code: string;
  readonly element?: number;
  readonly component?: number;
  readonly repetition?: number;
  /** IK402. */
  readonly data?: string;
  /** IK403. */
  readonly elementCode?: string;
  readonly bad?: string;
  /** CLM01 of the claim in which it stands. */
  readonly claim?: string;
}

export interface TransactionReport {
  readonly transaction: Transaction;
  readonly errors: readonly StructureError[];
  /** IK502 and on: what is wrong with the transaction as a whole. */
  readonly codes: readonly string[];
  readonly refused: boolean;
}

export interface GroupReport {
  readonly group: Group;
  readonly transactions: readonly TransactionReport[];
  /** AK905 and on. */
  readonly codes: readonly string[];
}

export interface StructureReport {
  readonly receipt: Receipt;
  readonly groups: readonly GroupReport[];
}

const VERSIONS = /^005010X22[234](A\d)?$/;

/** What the guides say against a document, once for all its interchanges. */
export function problemsOf(document: X12Document): readonly X12Problem[] {
  return validate(document).filter((one) => one.severity === 'error');
}

/** Checks one interchange of a document. `known` holds sender and ISA13 of what came before. */
export function checkStructure(
  document: X12Document,
  interchange: Interchange,
  known: ReadonlySet<string>,
  all: readonly X12Problem[],
): StructureReport {
  const problems = all.filter((one) => one.segment >= interchange.first && one.segment < interchange.end);
  const envelope = problems.map((one) => one.codes.ta105).find((code) => code !== undefined);
  const repeated = known.has(interchangeKey(interchange)) ? '025' : undefined;
  const version = document.segments.text(interchange.first, 12) === '00501' ? undefined : '017';
  const content = interchange.groups.every(hasName) ? undefined : '024';
  const empty = interchange.isa === undefined || interchange.groups.length === 0;
  const code = empty ? '024' : (envelope ?? content ?? version ?? repeated ?? '000');
  return { receipt: { code, refused: code !== '000' }, groups: interchange.groups.map((group) => checkGroup(document, group, problems)) };
}

/** Can a 999 say of which group it speaks? */
function hasName({ functionalId, control, version }: Group): boolean {
  return /^(BE|FA|H[BCINPRS]|RA)$/.test(functionalId) && /^\d{1,9}$/.test(control) && /^[A-Z\d]{1,12}$/.test(version);
}

/** Can a 999 say of which transaction it speaks? */
export function hasOwnName({ type, control }: Transaction): boolean {
  return /^(27[01678]|820|83[457])$/.test(type) && /^[A-Z\d]{4,9}$/i.test(control);
}

/** The transactions whose claims nobody looks at: refused themselves, or with their whole group. */
export function refusedTransactions(groups: readonly GroupReport[]): ReadonlySet<Transaction> {
  return new Set(
    groups.flatMap(({ codes, transactions }) =>
      transactions.filter((one) => one.refused || codes.length > 0).map((one) => one.transaction),
    ),
  );
}

function checkGroup(document: X12Document, group: Group, problems: readonly X12Problem[]): GroupReport {
  const own = problems.filter((one) => one.segment >= group.first && one.segment < group.end);
  const codes = new Set(own.map((one) => one.codes.ak905).filter((code) => code !== undefined));
  if (group.functionalId !== 'HC') codes.add('1');
  if (!VERSIONS.test(group.version)) codes.add('2');
  return { group, codes: [...codes], transactions: group.transactions.map((transaction) => checkTransaction(document, transaction, own)) };
}

function checkTransaction(document: X12Document, transaction: Transaction, problems: readonly X12Problem[]): TransactionReport {
  const own = problems.filter((one) => one.segment >= transaction.first && one.segment < transaction.end);
  const codes = new Set(own.map((one) => one.codes.ik502).filter((code) => code !== undefined));
  if (transaction.type !== '837') codes.add('6');
  else if (!VERSIONS.test(transaction.version) || own.some(isOfVersion)) codes.add('I6');
  const claims = claimStarts(document, transaction);
  const errors = own
    .filter((one) => !isOfVersion(one) && one.segmentId !== 'SE')
    .flatMap((one) => structureError(document, transaction, one, claims))
    .sort((a, b) => a.position - b.position);
  if (errors.some((one) => !ofTheGuide(one))) codes.add('5');
  if (errors.some(ofTheGuide)) codes.add('I5');
  return { transaction, errors, codes: [...codes], refused: codes.size > 0 };
}

/** ST03: the transaction as a whole is answered, not its first segment. */
function isOfVersion({ segmentId, element }: X12Problem): boolean {
  return segmentId === 'ST' && element === 3;
}

/** Whether the standard itself is kept, and only the guide's narrower demands are not. */
function ofTheGuide({ code, elementCode }: StructureError): boolean {
  return (elementCode ?? code).startsWith('I');
}

/** Segments from which on a claim is in hand, and those from which on none is. */
function claimStarts(document: X12Document, { first, end }: Transaction): { segment: number; control: string | undefined }[] {
  const starts: { segment: number; control: string | undefined }[] = [];
  for (let i = first; i < end; i++) {
    const id = document.segments.id(i);
    if (id === 'CLM') starts.push({ segment: i, control: document.segments.text(i, 1) || undefined });
    else if (id === 'HL' || id === 'SE') starts.push({ segment: i, control: undefined });
  }
  return starts;
}

function structureError(
  document: X12Document,
  transaction: Transaction,
  one: X12Problem,
  claims: readonly { segment: number; control: string | undefined }[],
): StructureError[] {
  const { ik304, ik403 } = one.codes;
  const unread = one.kind === 'missing-terminator';
  if (one.position === undefined || (ik304 === undefined && ik403 === undefined)) return [];
  const claim = claims.findLast((each) => each.segment <= one.segment)?.control;
  const span = unread && one.element !== undefined ? document.segments.element(one.segment, one.element).span : one.span;
  const bad = ik403 === undefined ? '' : document.text.slice(span.start, span.end).slice(0, 99);
  // A code that other guides use is in the standard, and only not allowed here.
  const elsewhere = one.kind === 'invalid-code' && one.data !== undefined && isCodeOfGuides(one.data, bad);
  return [
    {
      segment: one.segmentId,
      position: one.position,
      loop: unread ? loopOf(document, transaction, one.segment) : one.loop,
      code: ik304 ?? '8',
      ...(ik403 !== undefined &&
        one.element !== undefined && {
          element: one.element,
          component: one.component,
          repetition: one.repetition,
          // A composite has no number of its own.
          ...(one.data !== undefined && /^\d+$/.test(one.data) && { data: one.data }),
          elementCode: ik403 === '7' && elsewhere ? 'I6' : ik403,
          ...(bad && { bad }),
        }),
      ...(claim !== undefined && { claim }),
    },
  ];
}

/** The loop of a segment that was not read to its end: '' in the transaction's head. */
function loopOf(document: X12Document, transaction: Transaction, segment: number): string {
  const id = resolveLoops(document, transaction)?.of(segment)?.id;
  return id === undefined || id === 'ST' ? '' : id;
}

// What a file holds at all, and what its reader could not read as meant: with the codes of the answers, one cause told once.
import type { Problem } from '../tree';
import { transactionAt } from './enclosing';
import { baseShapes } from './guides';
import { problem, type X12Problem } from './problem';
import type { Group, Interchange, X12Document } from './read';

/** What the reader found. Of a file that is no X12 at all that alone is told. */
export function checkContent(document: X12Document, report: (found: X12Problem) => void): void {
  const { segments, interchanges, problems } = document;
  const isWhole = interchanges.some(holdsEnvelope),
    isPart = segments.count > 0 && baseShapes().segments.has(segments.id(0));
  if (isWhole || isPart) for (const each of blanksAtOnce(problems.map((found) => fromReader(document, found)))) report(each);
  if (isWhole) for (const interchange of interchanges) checkGroups(document, interchange, report);
  else if (!isPart || problems.every(({ kind }) => kind === 'misplaced-blank'))
    report(missing(document, segments.count === 0 ? 'There is nothing in this file' : nothingIn(document.text), 0));
}

const holdsEnvelope = ({ isa, groups }: Interchange): boolean => isa !== undefined || groups.some(holdsTransaction);

const holdsTransaction = ({ gs, transactions }: Group): boolean => gs !== undefined || transactions.some(({ st }) => st !== undefined);

/** An interchange without a group, without a receipt (TA1) either, tells nothing; a transaction without its group goes nowhere. */
function checkGroups(
  document: X12Document,
  { isa, iea, first: start, end, groups }: Interchange,
  report: (found: X12Problem) => void,
): void {
  if (isa === undefined) {
    // Where its end is there the reader has told.
    if (iea !== undefined || !groups.some(holdsTransaction)) return;
    const heads = groups.some(({ gs }) => gs !== undefined)
      ? 'The head of the interchange (ISA) is missing before this segment'
      : 'The heads of the interchange (ISA) and of the group (GS) are missing before this transaction';
    report({ ...missing(document, heads, start), kind: 'missing-segment', codes: { ta105: '022' } });
    return;
  }
  const first = groups.find(isHeadless)?.transactions[0].first;
  // Or it is there under another name.
  if (
    first !== undefined &&
    !document.problems.some(({ kind, span }) => kind === 'unknown-segment' && span.start === document.segments.starts[first - 1])
  )
    report({ ...missing(document, 'The head of the group (GS) is missing before this transaction', first), kind: 'missing-segment' });
  if (iea === undefined || groups.length > 0) return;
  for (let i = isa; i < end; i++) if (document.segments.id(i) === 'TA1') return;
  report(missing(document, 'The interchange holds no group and no receipt (TA1)', isa));
}

/** Transactions that no GS went before. */
export function isHeadless({ gs, transactions }: Group): boolean {
  return gs === undefined && transactions.length > 0;
}

function missing({ segments }: X12Document, message: string, segment: number): X12Problem {
  const isThere = segment < segments.count;
  const span = isThere ? segments.span(segment) : { start: 0, end: 0 };
  return problem({ kind: 'missing-transaction', message, span, segment, segmentId: isThere ? segments.id(segment) : '', codes: {} });
}

/** How files of other formats begin that come the same ways. */
const OTHERS: readonly (readonly [begin: RegExp, what: string])[] = [
  [/^\s*UN[AB][^A-Z]/, 'an EDIFACT message'],
  [/^\s*(?:FHS|BHS|MSH)\|/, 'an HL7 message'],
  [/^\s*[[{]\s*["{[\]}]/, 'JSON'],
  [/^\s*<[?!A-Za-z]/, 'XML'],
  [/^%PDF/, 'a PDF'],
  [/^PK\x03\x04/, 'a ZIP archive: unpack it first'],
];

function nothingIn(text: string): string {
  const head = text.slice(0, 80).replace(/^\uFEFF/, '');
  const other = OTHERS.find(([begin]) => begin.test(head));
  return `There is no transaction (ST to SE) in this file: ${other ? `it looks like ${other[1]}` : 'nothing is checked'}`;
}

/** So many stretches of blanks are told one by one. */
const FEW_BLANKS = 3;

/** Blanks around each line have one cause: they are told at the first place, with a fix for all. */
export function blanksAtOnce(problems: readonly X12Problem[]): X12Problem[] {
  const blanks = problems.filter(({ kind }) => kind === 'misplaced-blank');
  const edits = blanks.flatMap(({ fix }) => fix?.edits ?? []).sort((a, b) => a.span.start - b.span.start);
  if (edits.length <= FEW_BLANKS) return [...problems];
  const [first] = blanks;
  const once: X12Problem = {
    ...first,
    message: `Blanks between segments, at ${edits.length} places`,
    fix: { title: 'Remove all of these blanks', safe: true, edits },
  };
  return problems.flatMap((each) => (each === first ? [once] : each.kind === 'misplaced-blank' ? [] : [each]));
}

/** What is answered when an envelope does not close. */
const UNCLOSED: Readonly<Record<string, X12Problem['codes']>> = { SE: { ik502: '2' }, GE: { ak905: '3' }, IEA: { ta105: '023' } };

/** The reader's problems with the codes of their answers. */
export function fromReader(document: X12Document, found: Problem): X12Problem {
  const segment = Math.max(0, document.segments.at(found.span.start));
  const id = document.segments.count > 0 ? document.segments.id(segment) : '';
  const mild = found.kind === 'misplaced-blank' || found.kind === 'empty-segment';
  const transaction = found.kind === 'missing-terminator' ? transactionAt(document, segment) : undefined;
  // Only what the envelope is made of makes an interchange unreadable; within a transaction a segment is in error.
  const isData = transaction && transaction.first < segment && segment + 1 < transaction.end;
  return problem({
    ...found,
    segment,
    segmentId: found.lacks ?? id,
    // To a receiver the line end is a character within the last element.
    ...(isData
      ? { codes: { ik304: '8', ik403: '6' }, element: document.segments.size(segment), position: segment - transaction.first + 1 }
      : { codes: codesOf(found.kind, found.lacks ?? id) }),
    severity: mild ? 'warning' : 'error',
  });
}

function codesOf(kind: string, segmentId: string): X12Problem['codes'] {
  if (kind === 'missing-trailer') return UNCLOSED[segmentId] ?? {};
  if (kind === 'missing-terminator') return { ta105: '004' };
  if (kind === 'missing-segment' || kind === 'duplicate-segment' || kind === 'unknown-segment') return { ta105: '022' };
  if (kind === 'misplaced-segment') return { ta105: '022' };
  if (kind.startsWith('invalid-')) return { ta105: kind === 'invalid-delimiters' ? '026' : '024' };
  return {};
}

// Validation of files of any size: text comes in pieces, memory holds one transaction at a time.
import type { Span } from '../tree';
import { blanksAtOnce, fromReader } from './check-content';
import { checkEnvelopes } from './check-envelopes';
import { transactionAt } from './enclosing';
import { MOST, type X12Problem } from './problem';
import { readX12, type Transaction, type X12Document } from './read';
import type { Separators } from './separators';
import { validateTransaction, type ValidateOptions } from './validate';
import { mendText } from './mended';
import { SEEN } from './used-separators';
import { HEAD, type JoinedLines, unjoinedProblem } from './wrapped';

export interface X12Stream {
  /** Takes the next piece of the text, cut anywhere. */
  push(text: string): void;
  /** There is no more text. */
  end(): void;
}

/** At least so much text is read at once, in characters. */
const BLOCK = 1_000_000;

export interface StreamOptions extends ValidateOptions {
  /** Is shown each transaction once it is complete; `base` is the offset in the whole text of the document's beginning. */
  visit?(document: X12Document, transaction: Transaction, base: number): void;
}

/** Finds what `validate` finds, at the same places. */
export function validateStream(report: (found: X12Problem) => void, options: ValidateOptions = {}): X12Stream {
  const found: X12Problem[] = [];
  const stream = joiningStream(
    validateTransactions((each) => {
      if (stream.joined()) found.push(each);
      else report(each);
    }, options),
  );
  return {
    push: (text) => stream.push(text),
    end() {
      stream.end();
      const joined = stream.joined();
      if (!joined) return;
      report(joined.problem);
      for (const each of found) report(unjoinedProblem(each, joined));
    },
  };
}

/**
 * Lets a text through as it is, but a wrapped or quoted one mended: then `joined` knows the way back. Such a file is held as a whole.
 */
export function joiningStream(stream: X12Stream): X12Stream & { joined(): JoinedLines | undefined } {
  let held: string[] = [];
  let size = 0;
  let way: 'unknown' | 'through' | 'held' = 'unknown';
  let joined: JoinedLines | undefined;
  const decide = (): void => {
    const head = held.join('');
    way = mendText(head) ? 'held' : 'through';
    held = [head];
    if (way === 'held') return;
    stream.push(head);
    held = [];
  };
  return {
    joined: () => joined,
    push(text) {
      if (way === 'through') {
        stream.push(text);
        return;
      }
      held.push(text);
      size += text.length;
      if (way === 'unknown' && size >= HEAD) decide();
    },
    end() {
      if (way === 'unknown') decide();
      if (way === 'held') {
        const text = held.join('');
        held = [];
        joined = mendText(text);
        const plain = joined?.text ?? text;
        for (let at = 0; at < plain.length; at += BLOCK) stream.push(plain.slice(at, at + BLOCK));
      }
      stream.end();
    },
  };
}

/**
 * Finds what `validate` finds in a text that is not wrapped. Problems of a transaction are reported when the transaction is complete, those of
 * the envelopes at the end; places count from the beginning of the whole text.
 */
export function validateTransactions(report: (found: X12Problem) => void, options: StreamOptions = {}): X12Stream {
  let pieces: string[] = [];
  let held = 0;
  let wanted = BLOCK;
  let ready = false;
  /** Offset and segment number in the whole text of what is held. */
  let base = 0;
  let baseSegment = 0;
  let separators: Separators | undefined;
  let groupVersion = '';
  const envelope = skeleton();
  /** Blanks around lines are told at once, in the end. */
  const blanks: X12Problem[] = [];
  const tell = (found: X12Problem): void => {
    if (found.kind !== 'misplaced-blank') report(found);
    else if (blanks.length < MOST) blanks.push(found);
  };

  const work = (last: boolean): void => {
    const text = pieces.join('');
    const document = readX12(text, separators, true);
    const { segments } = document;
    const open = transactionsOf(document);
    let cut = last ? segments.count : segments.count - 1;
    for (const { first, end } of open) if (!last && end > cut && first <= cut) cut = first;
    // What an ISA at the end declares is judged by what follows it.
    for (const { isa } of document.interchanges)
      if (!last && isa !== undefined && isa < cut && text.length - segments.starts[isa] < 2 * SEEN) cut = isa;
    if (cut <= 0 && !last) {
      wanted = held * 2;
      return;
    }
    let done = 0;
    for (let i = 0; i < cut; i++) {
      const transaction = open[done];
      if (transaction && i === transaction.first) {
        done++;
        checkTransaction(document, transaction);
        addEnds(document, transaction);
        i = transaction.end - 1;
        continue;
      }
      if (segments.id(i) === 'GS') groupVersion = segments.text(i, 8);
      envelope.add(document, i, base, baseSegment, 0);
    }
    const from = cut >= segments.count ? text.length : segments.span(cut).start;
    if (last) envelope.rest(text.slice(segments.count > 0 ? segments.span(segments.count - 1).end : 0));
    if (segments.count > 0) separators = segments.separators(Math.min(cut, segments.count - 1));
    pieces = [detached(text.slice(from))];
    held = text.length - from;
    base += from;
    baseSegment += cut;
    wanted = Math.max(BLOCK, held * 2);
  };

  const inFile = (offset: number): number => offset + base;

  const checkTransaction = (document: X12Document, found: Transaction): void => {
    const transaction = { ...found, groupVersion: found.groupVersion || groupVersion, version: found.version || groupVersion };
    const { start } = document.segments.span(transaction.first);
    const { end } = document.segments.span(transaction.end - 1);
    for (const each of document.problems) {
      if (each.span.start <= start || each.span.start >= end || !INSIDE.has(each.kind)) continue;
      tell(shifted(fromReader(document, each), inFile, baseSegment));
    }
    for (const each of validateTransaction(document, transaction, options)) report(shifted(each, inFile, baseSegment));
    options.visit?.(document, transaction, base);
  };

  /** Of a transaction the envelope keeps ST and SE. */
  const addEnds = (document: X12Document, { first, end, st, se }: Transaction): void => {
    envelope.add(document, first, base, baseSegment, se === undefined || st === undefined ? 0 : end - first);
    if (se !== undefined) envelope.add(document, se, base, baseSegment, 0);
    // That it is missing is told on the last segment.
    else if (end - 1 > first) envelope.add(document, end - 1, base, baseSegment, 0);
  };

  return {
    push(text) {
      // Without the end of a transaction there is nothing to be done yet.
      const seam = (pieces.at(-1) ?? '').slice(-3) + text.slice(0, 3);
      ready ||= !separators || text.includes(`SE${separators.element}`) || seam.includes(`SE${separators.element}`);
      pieces.push(text);
      held += text.length;
      if (held < wanted || !ready) return;
      ready = false;
      work(false);
    },
    end() {
      work(true);
      envelope.check(tell);
      blanks.sort((a, b) => a.span.start - b.span.start);
      for (const each of blanksAtOnce(blanks)) report(each);
    },
  };
}

/** What the reader finds inside of a transaction; everything else is found on the envelope. */
const INSIDE: ReadonlySet<string> = new Set(['empty-segment', 'misplaced-blank', 'missing-terminator']);

function transactionsOf(document: X12Document): Transaction[] {
  return document.interchanges.flatMap((interchange) => interchange.groups.flatMap((group) => group.transactions));
}

/** The whole text without what is inside of transactions, with the way back to the true places. */
function skeleton(): {
  add(document: X12Document, segment: number, base: number, baseSegment: number, size: number): void;
  rest(text: string): void;
  check(report: (found: X12Problem) => void): void;
} {
  const texts: string[] = [];
  const starts: number[] = [];
  const shifts: number[] = [];
  const numbers: number[] = [];
  const sizes: number[] = [];
  /** The delimiters of each interchange, which its data tell. */
  const used: Separators[] = [];
  let length = 0;
  return {
    add({ text, segments }, segment, base, baseSegment, size) {
      const { start, end } = segments.span(segment);
      const terminator = segments.separators(segment).segment;
      const behind = segment > 0 ? segments.span(segment - 1).end : 0;
      const gapStart = text.startsWith(terminator, behind) && segment > 0 ? behind + terminator.length : behind;
      const inner = segment > 0 && segments.id(segment) === 'SE' ? start : gapStart;
      // Where the terminator is missing the line ends: without it the next would be read as more of the same.
      const piece = text.slice(inner, end) + (text.startsWith(terminator, end) ? terminator : segment + 1 < segments.count ? '\n' : '');
      if (segments.id(segment) === 'ISA') used.push(segments.separators(segment + 1));
      texts.push(detached(piece));
      starts.push(length);
      shifts.push(base + inner - length);
      numbers.push(baseSegment + segment);
      sizes.push(size);
      length += piece.length;
    },
    rest(text) {
      texts.push(text.slice(1));
    },
    check(report) {
      const read = readX12(texts.join(''), undefined, true);
      let headed = 0;
      const interchanges = read.interchanges.map((one) =>
        one.isa === undefined ? one : { ...one, separators: used[headed++] ?? one.separators },
      );
      const document = { ...read, interchanges };
      const sizeOf = (transaction: Transaction): number => {
        const at = indexAt(starts, document.segments.span(transaction.first).start);
        return sizes[at] || transaction.end - transaction.first;
      };
      const inFile = (offset: number): number => offset + (shifts[indexAt(starts, offset)] ?? 0);
      checkEnvelopes(
        document,
        (found) => {
          // What its reader finds in a transaction was told with it.
          if (found.kind === 'missing-terminator' && (transactionAt(document, found.segment)?.first ?? Infinity) < found.segment) return;
          const at = indexAt(starts, found.span.start);
          const moved = shifted(found, inFile, (numbers[found.segment] ?? found.segment) - found.segment);
          const isTrailer = found.segmentId === 'SE' && moved.position !== undefined;
          report(isTrailer ? { ...moved, position: sizes[at - 1] || moved.position } : moved);
        },
        () => false,
        sizeOf,
      );
    },
  };
}

/** A copy that does not keep the long text alive that it was cut from. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

/** The last start at or before an offset. */
function indexAt(starts: readonly number[], offset: number): number {
  let found = 0;
  for (let low = 0, high = starts.length - 1; low <= high; ) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

/** A problem at its place in the whole text, as `inFile` tells it. */
function shifted(found: X12Problem, inFile: (offset: number) => number, segments: number): X12Problem {
  // What ends where a piece ends is not in the next one.
  const moved = ({ start, end }: Span): Span => ({ start: inFile(start), end: inFile(start) + end - start });
  const fix = found.fix && { ...found.fix, edits: found.fix.edits.map((edit) => ({ ...edit, span: moved(edit.span) })) };
  const unread = found.unread && moved(found.unread);
  return { ...found, span: moved(found.span), segment: found.segment + segments, fix, ...(unread && { unread }) };
}

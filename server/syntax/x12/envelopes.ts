// Interchange › group › transaction: who encloses which segments, found while the segments are read.
import type { Problem, Span } from '../tree';
import { note } from './problem';
import type { Separators } from './separators';

/** A range of segment numbers, `end` exclusive. */
export interface SegmentRange {
  readonly first: number;
  readonly end: number;
}

/** ISA to IEA. `isa` is undefined where the file begins without one, `iea` where it never closes. */
export interface Interchange extends SegmentRange {
  readonly isa: number | undefined;
  readonly iea: number | undefined;
  readonly separators: Separators;
  /** ISA13, blanks trimmed. */
  readonly control: string;
  readonly sender: string;
  readonly receiver: string;
  readonly groups: readonly Group[];
}

/** GS to GE. */
export interface Group extends SegmentRange {
  readonly gs: number | undefined;
  readonly ge: number | undefined;
  /** GS06. */
  readonly control: string;
  /** GS01, such as `HC`. */
  readonly functionalId: string;
  /** GS08, such as `005010X222A1`. */
  readonly version: string;
  readonly transactions: readonly Transaction[];
}

/** ST to SE. */
export interface Transaction extends SegmentRange {
  readonly st: number | undefined;
  readonly se: number | undefined;
  /** ST01, such as `837`. */
  readonly type: string;
  /** ST02. */
  readonly control: string;
  /** ST03, or GS08 where ST03 is absent. */
  readonly version: string;
  /** GS08. */
  readonly groupVersion: string;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenInterchange = Omit<Open<Interchange>, 'groups'> & { groups: OpenGroup[] };
type OpenGroup = Omit<Open<Group>, 'transactions'> & { transactions: Open<Transaction>[] };

/** What the reader tells about each segment that can open or close an envelope, or that stands outside. */
export interface EnvelopeBuilder {
  segment(id: string, number: number, span: Span, element: (n: number) => string, separators: Separators): void;
  /** Is a segment of data expected here? Then the reader need not ask about it. */
  inTransaction(): boolean;
  /** The transaction that is open, if it has a head. */
  open(): Omit<Transaction, 'st' | 'se' | 'end'> | undefined;
  finish(count: number): readonly Interchange[];
}

/** Segments with which transactions go on behind ST. */
const SECOND: ReadonlySet<string> = new Set(['BHT', 'BPR', 'BGN', 'AK1']);

/**
 * Collects envelopes; what does not close or stands outside becomes a problem, where it should close or be opened. `look` shows a segment
 * that was read before, split into name and elements.
 */
export function envelopeBuilder(
  problems: Problem[],
  look: (segment: number) => { readonly span: Span; readonly parts: readonly string[] },
): EnvelopeBuilder {
  const interchanges: OpenInterchange[] = [];
  let interchange: OpenInterchange | undefined;
  let group: OpenGroup | undefined;
  let transaction: Open<Transaction> | undefined;

  let silent = false;
  const unclosed = (end: number, trailer: string, header: string, control: string): void => {
    if (silent) return;
    const { span, parts } = look(end - 1);
    // Is it there under another name? Then that is told of.
    if (parts.length === 3 && parts[2] === control && /^\d+$/.test(parts[1]) && !/^(ST|SE|GE|IEA)$/.test(parts[0])) return;
    note(problems, { span, kind: 'missing-trailer', lacks: trailer, message: `${header} is not closed: its ${trailer} is missing` });
  };
  /** The head of what is opened by the segment is missing. */
  const headless = (span: Span, head: string, what: string): void =>
    note(problems, {
      span,
      kind: 'missing-segment',
      lacks: head,
      message: `The head of the ${what} (${head}) is missing before this segment`,
    });
  /** The last segment that stands outside, and what was said of it. */
  let stray: { readonly number: number; readonly problem: number } | undefined;
  /** Is the head of what the segment opens there, in front of it, under another name? */
  const isMisnamed = (number: number, head: string, test: (parts: readonly string[]) => boolean): boolean => {
    if (stray?.number !== number - 1 || problems[stray.problem]?.kind !== 'misplaced-segment') return false;
    const { parts } = look(stray.number);
    if (!test(parts)) return false;
    const name = parts[0] === '' ? 'The name of this segment is missing' : `A segment ${parts[0].slice(0, 10)} is not known`;
    problems[stray.problem] = { ...problems[stray.problem], kind: 'unknown-segment', message: `${name}: is it ${head}?` };
    return true;
  };
  const closeTransaction = (end: number, se?: number): void => {
    if (!transaction) return;
    transaction.end = end;
    transaction.se = se;
    if (se === undefined && transaction.st !== undefined) unclosed(end, 'SE', `Transaction ${transaction.control}`, transaction.control);
    transaction = undefined;
  };
  const closeGroup = (end: number, ge?: number): void => {
    closeTransaction(ge ?? end);
    if (!group) return;
    group.end = end;
    group.ge = ge;
    if (ge === undefined && group.gs !== undefined) unclosed(end, 'GE', `Group ${group.control}`, group.control);
    group = undefined;
  };
  const closeInterchange = (end: number, iea?: number): void => {
    closeGroup(iea ?? end);
    if (!interchange) return;
    interchange.end = end;
    interchange.iea = iea;
    if (iea === undefined && interchange.isa !== undefined) unclosed(end, 'IEA', `Interchange ${interchange.control}`, interchange.control);
    interchange = undefined;
  };
  const openInterchange = (first: number, separators: Separators): OpenInterchange => {
    interchange = { first, end: first, isa: undefined, iea: undefined, separators, control: '', sender: '', receiver: '', groups: [] };
    interchanges.push(interchange);
    return interchange;
  };
  const openGroup = (first: number, separators: Separators): OpenGroup => {
    group = { first, end: first, gs: undefined, ge: undefined, control: '', functionalId: '', version: '', transactions: [] };
    (interchange ?? openInterchange(first, separators)).groups.push(group);
    return group;
  };
  const openTransaction = (first: number, separators: Separators): Open<Transaction> => {
    const within = group ?? openGroup(first, separators);
    transaction = {
      first,
      end: first,
      st: undefined,
      se: undefined,
      type: '',
      control: '',
      version: within.version,
      groupVersion: within.version,
    };
    within.transactions.push(transaction);
    return transaction;
  };
  const misplaced = (id: string, span: Span, why: string): void => {
    note(problems, { span, kind: 'misplaced-segment', message: `${id} ${why}` });
  };
  /** The segment repeats the one before it, by which an envelope was opened. */
  const repeats = (number: number, head: number | undefined): boolean =>
    head !== undefined && head === number - 1 && look(head).parts.join() === look(number).parts.join();

  return {
    inTransaction: () => transaction !== undefined,
    open: () => (transaction?.st === undefined ? undefined : transaction),
    segment(id, number, span, element, separators) {
      if (id === 'ISA') {
        closeInterchange(number);
        const opened = openInterchange(number, separators);
        opened.isa = number;
        opened.sender = element(6).trim();
        opened.receiver = element(8).trim();
        opened.control = element(13).trim();
      } else if (id === 'GS') {
        if (repeats(number, group?.gs)) {
          note(problems, { span, kind: 'duplicate-segment', message: 'GS repeats the segment before it word for word' });
          return;
        }
        closeGroup(number);
        const opened = openGroup(number, separators);
        opened.gs = number;
        opened.functionalId = element(1);
        opened.control = element(6);
        opened.version = element(8);
      } else if (id === 'ST') {
        // An ST that names no transaction is another segment, cut short.
        if (transaction?.st !== undefined && !/^\d/.test(element(1))) return;
        if (transaction && repeats(number, transaction.st)) {
          note(problems, { span, kind: 'duplicate-segment', message: 'ST repeats the segment before it word for word' });
          transaction.first = transaction.st = number;
          return;
        }
        closeTransaction(number);
        if (!group && interchange?.isa !== undefined) isMisnamed(number, 'GS', (parts) => parts.length > 6);
        const opened = openTransaction(number, separators);
        opened.st = number;
        opened.type = element(1);
        opened.control = element(2);
        opened.version = element(3) || opened.version;
      } else if (id === 'SE') {
        if (transaction && (transaction.st !== undefined || group?.gs !== undefined)) closeTransaction(number + 1, number);
        else misplaced(id, span, 'closes a transaction that was never opened with ST');
      } else if (id === 'GE') {
        // Of a group without its head that one is told.
        if (group && (group.gs !== undefined || interchange?.isa !== undefined)) closeGroup(number + 1, number);
        else misplaced(id, span, 'closes a group that was never opened with GS');
      } else if (id === 'IEA') {
        if (interchange?.isa !== undefined) closeInterchange(number + 1, number);
        else if (interchange && interchange.groups.length > 0) {
          headless(look(interchange.first).span, 'ISA', 'interchange');
          closeInterchange(number + 1, number);
        } else misplaced(id, span, 'closes an interchange that was never opened with ISA');
      } else if (!transaction) {
        if (interchanges.length === 0) openTransaction(number, separators);
        else if (group?.gs !== undefined && SECOND.has(id)) {
          if (!isMisnamed(number, 'ST', (parts) => /^\d{3}$/.test(parts[1] ?? ''))) headless(span, 'ST', 'transaction');
          openTransaction(number, separators);
        } else if (id !== 'TA1' || !interchange || group) {
          stray = { number, problem: problems.length };
          misplaced(id, span, 'stands outside of a transaction (ST to SE)');
        }
      }
    },
    finish(count) {
      // A text that breaks off is one fault.
      const lacks = [transaction?.st !== undefined && 'SE', group?.gs !== undefined && 'GE', interchange?.isa !== undefined && 'IEA'];
      const trailers = lacks.filter((each) => each !== false);
      const isCutOff = trailers.length > 1 && trailers.at(-1) === 'IEA';
      if (isCutOff) {
        const message = `The file breaks off here: ${trailers.slice(0, -1).join(', ')} and IEA are missing`;
        note(problems, { span: look(count - 1).span, kind: 'missing-trailer', lacks: 'IEA', message });
      }
      silent = isCutOff;
      closeInterchange(count);
      return interchanges;
    },
  };
}

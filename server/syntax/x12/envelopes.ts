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
  finish(count: number): readonly Interchange[];
}

/** Collects envelopes; what does not close or stands outside becomes a problem. */
export function envelopeBuilder(problems: Problem[]): EnvelopeBuilder {
  const interchanges: OpenInterchange[] = [];
  let interchange: OpenInterchange | undefined;
  let group: OpenGroup | undefined;
  let transaction: Open<Transaction> | undefined;
  const spans = new Map<object, Span>();

  const unclosed = (what: object, trailer: string, header: string): void => {
    const span = spans.get(what);
    if (span) note(problems, { span, kind: 'missing-trailer', message: `${header} is not closed: its ${trailer} is missing` });
  };
  const closeTransaction = (end: number, se?: number): void => {
    if (!transaction) return;
    transaction.end = end;
    transaction.se = se;
    if (se === undefined && transaction.st !== undefined) unclosed(transaction, 'SE', `Transaction ${transaction.control}`);
    transaction = undefined;
  };
  const closeGroup = (end: number, ge?: number): void => {
    closeTransaction(ge ?? end);
    if (!group) return;
    group.end = end;
    group.ge = ge;
    if (ge === undefined && group.gs !== undefined) unclosed(group, 'GE', `Group ${group.control}`);
    group = undefined;
  };
  const closeInterchange = (end: number, iea?: number): void => {
    closeGroup(iea ?? end);
    if (!interchange) return;
    interchange.end = end;
    interchange.iea = iea;
    if (iea === undefined && interchange.isa !== undefined) unclosed(interchange, 'IEA', `Interchange ${interchange.control}`);
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

  return {
    inTransaction: () => transaction !== undefined,
    segment(id, number, span, element, separators) {
      if (id === 'ISA') {
        closeInterchange(number);
        const opened = openInterchange(number, separators);
        opened.isa = number;
        opened.sender = element(6).trim();
        opened.receiver = element(8).trim();
        opened.control = element(13).trim();
        spans.set(opened, span);
      } else if (id === 'GS') {
        closeGroup(number);
        const opened = openGroup(number, separators);
        opened.gs = number;
        opened.functionalId = element(1);
        opened.control = element(6);
        opened.version = element(8);
        spans.set(opened, span);
      } else if (id === 'ST') {
        closeTransaction(number);
        const opened = openTransaction(number, separators);
        opened.st = number;
        opened.type = element(1);
        opened.control = element(2);
        opened.version = element(3) || opened.version;
        spans.set(opened, span);
      } else if (id === 'SE') {
        if (transaction?.st !== undefined) closeTransaction(number + 1, number);
        else misplaced(id, span, 'closes a transaction that was never opened with ST');
      } else if (id === 'GE') {
        if (group?.gs !== undefined) closeGroup(number + 1, number);
        else misplaced(id, span, 'closes a group that was never opened with GS');
      } else if (id === 'IEA') {
        if (interchange?.isa !== undefined) closeInterchange(number + 1, number);
        else misplaced(id, span, 'closes an interchange that was never opened with ISA');
      } else if (!transaction) {
        if (interchanges.length === 0) openTransaction(number, separators);
        else if (id !== 'TA1' || !interchange || group) misplaced(id, span, 'stands outside of a transaction (ST to SE)');
      }
    },
    finish(count) {
      closeInterchange(count);
      return interchanges;
    },
  };
}

// What stands under a cursor: segment, loop, element, usage, type, the meaning of its code. Plain data for hover.
import { transactionAt } from './enclosing';
import { inOneGo, type Steps } from '../steps';
import type { Span } from '../tree';
import { meaningOf } from './codes';
import { fitsDateFormat, isDate, isTime } from './formats';
import type { ElementUse, SegmentUse, Usage } from './guide';
import { baseShapes, envelopeGuide } from './guides';
import { resolveLoopsSteps, type LoopInstance, type Loops } from './loops';
import { nearbyLoops } from './nearby';
import { reference } from './problem';
import { readX12, type Transaction, type X12Document } from './read';

export interface Description {
  /** The element or component under the cursor, or the segment's name. */
  readonly span: Span;
  readonly segment: {
    readonly number: number;
    readonly id: string;
    /** What the segment is for at this place; the segment's general name where the guide has no place for it. */
    readonly name: string;
    readonly span: Span;
    /** Undefined where the guide has no place for it. */
    readonly usage: Usage | undefined;
    readonly max: number | undefined;
    /** Position in the transaction as a 999 counts it, ST is 1. */
    readonly position: number | undefined;
  };
  readonly guide: { readonly id: string; readonly name: string } | undefined;
  readonly loop: { readonly id: string; readonly name: string; readonly path: string; readonly number: number } | undefined;
  /** Undefined on the segment's name. */
  readonly element: ElementDescription | undefined;
}

export interface ElementDescription {
  /** Such as `SV101-02`. */
  readonly reference: string;
  readonly name: string;
  /** The composite's name where a component is meant. */
  readonly composite: string | undefined;
  readonly usage: Usage | undefined;
  /** The data element's number. */
  readonly data: string;
  /** In words: `text`, `code`, `amount or number`, `whole number`, `date`, `time`. */
  readonly type: string;
  readonly min: number;
  readonly max: number;
  /** The codes that the guide allows here, with their meanings where known. */
  readonly codes: readonly { readonly code: string; readonly meaning: string | undefined }[];
  /** A code list kept elsewhere: `states`, `country`, `currency`, `pos`, `reason`, `remark_code`, `claim_status`, … */
  readonly list: string | undefined;
  readonly value: string;
  /** What the value means: its code, or a date or time in readable form. */
  readonly meaning: string | undefined;
  /** The qualifier in front of the value, such as `ABK` or `HC`: tells which code set a code is of. */
  readonly qualifier: string | undefined;
}

const resolved = new WeakMap<Transaction, Loops | null>();
/** Transactions whose loops are being worked out step by step: who needs them at once finishes the work. */
const underWay = new WeakMap<Transaction, Steps<Loops | undefined>>();

const mended = new WeakMap<X12Document, X12Document>();

/** Loops are followed in the mended text, in which no line break divides a name. Its segments are the same, but for quoted files. */
function walked(document: X12Document, transaction: Transaction): [X12Document, Transaction] {
  if (!document.joined) return [document, transaction];
  let whole = mended.get(document);
  if (!whole) mended.set(document, (whole = readX12(document.joined.text, undefined, true)));
  const same = transactionAt(whole, transaction.first);
  return same?.first === transaction.first && same.end === transaction.end ? [whole, same] : [document, transaction];
}

/** The loops of a transaction, worked out once for each reading of a text. */
export function loopsOf(written: X12Document, own: Transaction): Loops | undefined {
  const [document, transaction] = walked(written, own);
  let loops = resolved.get(transaction);
  if (loops === undefined) {
    loops = inOneGo(underWay.get(transaction) ?? resolveLoopsSteps(document, transaction)) ?? null;
    resolved.set(transaction, loops);
    underWay.delete(transaction);
  }
  return loops ?? undefined;
}

/** The loops around a segment: those of the whole transaction where they are known or quickly found, else as far as is needed. */
export function loopsAt(written: X12Document, own: Transaction, segment: number): Loops | undefined {
  const [document, transaction] = walked(written, own);
  const whole = resolved.get(transaction);
  return whole ?? nearbyLoops(document, transaction, segment) ?? loopsOf(document, transaction);
}

/** Works out the loops of all transactions in steps, so that what asks for them later has them at once. */
export function* prepareLoops(document: X12Document): Steps<void> {
  for (const { groups } of document.interchanges) {
    for (const { transactions } of groups) {
      for (const transaction of transactions) yield* prepare(document, transaction);
    }
  }
}

function* prepare(written: X12Document, own: Transaction): Steps<void> {
  const [document, transaction] = walked(written, own);
  const steps = underWay.get(transaction) ?? resolveLoopsSteps(document, transaction);
  underWay.set(transaction, steps);
  while (!resolved.has(transaction)) {
    const step = steps.next();
    if (step.done) resolved.set(transaction, step.value ?? null);
    else yield;
  }
  underWay.delete(transaction);
}

/** The guide's use of a segment, wherever it stands; undefined where there is none. */
export function useOf(document: X12Document, segment: number): SegmentUse | undefined {
  const transaction = transactionAt(document, segment);
  if (transaction) return loopsAt(document, transaction, segment)?.use(segment);
  const id = document.segments.id(segment);
  const { children } = envelopeGuide().root;
  const inner = children.flatMap(({ use }) => (use.kind === 'loop' ? use.children.map((child) => child.use) : [use]));
  return inner.find((use): use is SegmentUse => use.kind === 'segment' && use.id === id);
}

/** Describes what an offset stands on; undefined between segments. */
export function describe(document: X12Document, offset: number): Description | undefined {
  const { segments } = document;
  const place = segments.locate(offset);
  if (!place) return undefined;
  const { segment, element: n } = place;
  const transaction = transactionAt(document, segment);
  const loops = transaction && loopsAt(document, transaction, segment);
  const loop = loops?.of(segment);
  const use = useOf(document, segment);
  const id = segments.id(segment);
  const shape = baseShapes().segments.get(id);
  const found = {
    segment: {
      number: segment,
      id,
      name: use?.name ?? shape?.name ?? 'Unknown segment',
      span: segments.span(segment),
      usage: use?.usage,
      max: use?.max,
      position: transaction ? segment - transaction.first + 1 : undefined,
    },
    guide: loops && { id: loops.guide.id, name: loops.guide.name },
    loop: loop && loopName(loop),
  };
  const whole = segments.element(segment, n);
  const elementUse = n === 0 ? undefined : use?.elements[n - 1];
  if (n === 0) return { ...found, span: whole.span, element: undefined };
  if (!elementUse) {
    const part = shape?.parts[n - 1];
    const data = baseShapes().elements.get(part?.data ?? '');
    return {
      ...found,
      span: whole.span,
      element: {
        reference: reference(id, n),
        name: (part?.name ?? data?.name ?? 'unknown element').replaceAll('_', ' '),
        composite: undefined,
        usage: undefined,
        data: part?.data ?? '',
        type: TYPES[data?.type ?? ''] ?? '',
        min: data?.min ?? 0,
        max: data?.max ?? 0,
        codes: [],
        list: undefined,
        value: whole.text,
        meaning: part && meaningOf(part.data, whole.text),
        qualifier: undefined,
      },
    };
  }
  if (!elementUse.components) {
    const piece = segments.repetitions(segment, n)[place.repetition - 1] ?? whole;
    const before = n > 1 ? segments.text(segment, n - 1) : '';
    return { ...found, span: piece.span, element: elementOf(reference(id, n), elementUse, undefined, piece.text, before) };
  }
  const components = segments.components(segment, n, place.repetition);
  const piece = components[place.component - 1] ?? whole;
  const component = elementUse.components[place.component - 1];
  if (!component) return { ...found, span: piece.span, element: elementOf(reference(id, n), elementUse, undefined, piece.text, '') };
  const before = place.component > 1 ? (components[place.component - 2]?.text ?? '') : '';
  const qualifier = component.data === '1339' || component.data === '1271' ? (components[0]?.text ?? '') : before;
  return {
    ...found,
    span: piece.span,
    element: elementOf(reference(id, n, place.component), component, elementUse.name, piece.text, place.component > 1 ? qualifier : ''),
  };
}

function loopName({ id, name, path, number }: LoopInstance): Description['loop'] {
  return { id, name, path, number };
}

function elementOf(name: string, use: ElementUse, composite: string | undefined, value: string, before: string): ElementDescription {
  return {
    reference: name,
    name: use.name,
    composite,
    usage: use.usage,
    data: use.data,
    type: TYPES[use.type] ?? '',
    min: use.min,
    max: use.max,
    codes: [...(use.codes ?? [])].map((code) => ({ code, meaning: meaningOf(use.data, code) })),
    list: use.list,
    value,
    meaning: use.type === 'ID' ? meaningOf(use.data, value) : readable(use, value, before),
    qualifier: before === '' ? undefined : before,
  };
}

const TYPES: Readonly<Record<string, string>> = {
  AN: 'text',
  ID: 'code',
  R: 'amount or number',
  N0: 'whole number',
  DT: 'date',
  TM: 'time',
};

/** Dates as 2026-11-02, times as 12:53. */
function readable(use: ElementUse, value: string, before: string): string | undefined {
  const day = (text: string): string => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  if (use.type === 'DT' && value.length === 8 && isDate(value, 0, 8)) return day(value);
  if (use.type === 'DT' && value.length === 6 && isDate(value, 0, 6)) return day(`20${value}`);
  const hour = (text: string): string => `${text.slice(0, 2)}:${text.slice(2, 4)}`;
  if (use.type === 'TM' && isTime(value, 0, value.length)) return hour(value);
  if (use.data !== '1251' || !fitsDateFormat(before, value, 0, value.length)) return meaningOf(use.data, value);
  switch (before) {
    case 'D8':
      return day(value);
    case 'RD8':
      return `${day(value)} to ${day(value.slice(9))}`;
    case 'DT':
      return `${day(value)}, ${hour(value.slice(8))}`;
    case 'TM':
      return hour(value);
    default:
      return undefined;
  }
}

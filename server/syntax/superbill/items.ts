// Reads the lines that begin with a value: diagnoses, services, payments, fees, contract and paper remittance lines.
import type { Span } from '../tree';
import type { LineCursor, Spanned } from './nodes';
import { type DateRange, choice, date, dateRange, missing, money, nothingMore, readDate, readMoney, word } from './values';

export interface DiagnosisItem {
  /** `A`–`L`, upper case. */
  readonly letter?: Spanned<string>;
  /** As written. */
  readonly code?: Spanned<string>;
  readonly description?: Spanned<string>;
}

export interface NdcItem {
  readonly code: Spanned<string>;
  /** F2, GR, ME, ML, UN. */
  readonly unit?: string;
  readonly quantity?: string;
  readonly span: Span;
}

export interface ServiceItem {
  readonly code?: Spanned<string>;
  readonly modifiers: readonly Spanned<string>[];
  /** The letters, each with its place. */
  readonly pointers: readonly Spanned<string>[];
  readonly units?: Spanned<number>;
  /** Anesthesia minutes. */
  readonly minutes?: Spanned<number>;
  /** Cents. */
  readonly charge?: Spanned<number>;
  readonly date?: Spanned<DateRange>;
  readonly place?: Spanned<string>;
  readonly rendering?: Spanned<string>;
  readonly ordering?: Spanned<string>;
  readonly ndc?: NdcItem;
  readonly note?: Spanned<string>;
  readonly emergency?: Spanned<boolean>;
  readonly line?: Spanned<string>;
}

export interface PaymentItem {
  readonly date?: Spanned<string>;
  readonly kind?: Spanned<string>;
  readonly amount?: Spanned<number>;
  readonly method?: Spanned<string>;
}

export interface FeeItem {
  readonly code?: Spanned<string>;
  readonly charge?: Spanned<number>;
  readonly description?: Spanned<string>;
}

/** `line 1 paid 80.00 CO-45 20.00 PR-2 10.00`, of a paper remittance. */
export interface AdjudicatedLineItem {
  readonly line?: Spanned<string>;
  readonly paid?: Spanned<number>;
  readonly adjustments: readonly { readonly group: string; readonly reason: string; readonly amount: number; readonly span: Span }[];
}

export function diagnosisItem(cursor: LineCursor): DiagnosisItem {
  const first = cursor.peek();
  let letter: Spanned<string> | undefined;
  if (first && /^[A-Za-z][.):]?$/.test(cursor.text.slice(first.start, first.end))) {
    const taken = cursor.take('letter');
    if (taken) letter = { value: taken.value[0].toUpperCase(), span: { start: taken.span.start, end: taken.span.start + 1 } };
    if (letter && letter.value > 'L') {
      cursor.problem({ span: letter.span, kind: 'invalid-value', message: 'A diagnosis letter is A to L: a claim holds twelve' });
    }
  }
  const code = cursor.take('code');
  if (!code) missing(cursor, 'a diagnosis code');
  const description = cursor.rest('text');
  return { ...(letter && { letter }), ...(code && { code }), ...(description && { description }) };
}

const MINUTES = /^min(\d{1,4})$/i, UNITS = /^x(\d+(?:\.\d+)?)$/i, POINTERS = /^[A-La-l]{1,12}$/, MONEY = /^-?\$?[\d,]*\.?\d+$/;
const NDC_UNIT = /^(F2|GR|ME|ML|UN)(\d+(?:\.\d+)?)$/i;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function serviceItem(cursor: LineCursor): ServiceItem {
  const item: Writable<ServiceItem> = { modifiers: [], pointers: [] };
  const head = cursor.take('code');
  if (head) {
    const [code, ...modifiers] = split(head, '-');
    cursor.mark('code', code.span);
    item.code = code;
    item.modifiers = modifiers.filter((one) => one.value !== '').map((one) => {
      cursor.mark('modifier', one.span);
      return { value: one.value.toUpperCase(), span: one.span };
    });
  } else missing(cursor, 'a service code');
  for (let next = cursor.peek(); next; next = cursor.peek()) {
    const written = cursor.text.slice(next.start, next.end);
    if (!serviceWord(cursor, item, written)) break;
  }
  nothingMore(cursor);
  return item;
}

/** Takes one word (and what belongs to it) of a service line; false where it is not understood. */
function serviceWord(cursor: LineCursor, item: Writable<ServiceItem>, written: string): boolean {
  const lower = written.toLowerCase();
  switch (lower) {
    case 'date': cursor.take('keyword'); item.date = dateRange(cursor); return true;
    case 'place': cursor.take('keyword'); item.place = word(cursor, 'code', 'a place of service'); return true;
    case 'rendering': cursor.take('keyword'); item.rendering = word(cursor, 'reference', 'a provider'); return true;
    case 'ordering': cursor.take('keyword'); item.ordering = word(cursor, 'reference', 'a provider'); return true;
    case 'note': cursor.take('keyword'); item.note = word(cursor, 'text', 'a note in quotes'); return true;
    case 'line': cursor.take('keyword'); item.line = word(cursor, 'definition', 'a line id'); return true;
    case 'ndc': item.ndc = ndc(cursor); return true;
    case 'emergency': {
      const taken = cursor.take('keyword');
      if (taken) item.emergency = { value: true, span: taken.span };
      return true;
    }
  }
  const minutes = MINUTES.exec(written), units = UNITS.exec(written);
  if (minutes && !item.minutes) {
    const taken = cursor.take('units');
    if (taken) item.minutes = { value: Number(minutes[1]), span: taken.span };
  } else if (units && !item.units) {
    const taken = cursor.take('units');
    if (taken) item.units = { value: Number(units[1]), span: taken.span };
  } else if (POINTERS.test(written) && item.pointers.length === 0) {
    const taken = cursor.take('pointer');
    if (taken) item.pointers = [...taken.value].map((letter, i) => ({ value: letter.toUpperCase(), span: { start: taken.span.start + i, end: taken.span.start + i + 1 } }));
  } else if (MONEY.test(written) && !item.charge) item.charge = money(cursor);
  else return false;
  return true;
}

function ndc(cursor: LineCursor): NdcItem | undefined {
  const keyword = cursor.take('keyword');
  const code = word(cursor, 'code', 'a drug code');
  if (!keyword || !code) return undefined;
  const next = cursor.peek();
  const amount = next && NDC_UNIT.exec(cursor.text.slice(next.start, next.end));
  if (!amount) {
    cursor.problem({ span: code.span, kind: 'missing-value', message: 'Behind a drug code stands its unit and quantity, e.g. ML1 (F2, GR, ME, ML or UN)' });
    return { code, span: code.span };
  }
  const taken = cursor.take('units');
  return { code, unit: amount[1].toUpperCase(), quantity: amount[2], span: { start: code.span.start, end: taken?.span.end ?? code.span.end } };
}

export function paymentItem(cursor: LineCursor): PaymentItem {
  const item: Writable<PaymentItem> = {};
  item.date = date(cursor);
  for (let next = cursor.peek(); next; next = cursor.peek()) {
    const written = cursor.text.slice(next.start, next.end);
    if (!item.amount && MONEY.test(written)) item.amount = money(cursor);
    else if (!item.kind && !item.amount) item.kind = choice(cursor, PAYMENT_KINDS, 'a kind of payment');
    else if (!item.method) item.method = cursor.take('word');
    else break;
  }
  if (!item.amount) missing(cursor, 'an amount');
  nothingMore(cursor);
  return item;
}

export const PAYMENT_KINDS = ['copay', 'coinsurance', 'deductible', 'patient', 'refund', 'adjustment', 'write-off'] as const;
export const PAYMENT_METHODS = ['cash', 'check', 'card', 'online', 'transfer'] as const;

export function feeItem(cursor: LineCursor): FeeItem {
  const code = word(cursor, 'code', 'a service code');
  const charge = money(cursor);
  const description = cursor.rest('text');
  return { ...(code && { code }), ...(charge && { charge }), ...(description && { description }) };
}

export function adjudicatedLine(cursor: LineCursor): AdjudicatedLineItem {
  const line = word(cursor, 'reference', 'a line number');
  let paid: Spanned<number> | undefined;
  const adjustments: { group: string; reason: string; amount: number; span: Span }[] = [];
  for (let next = cursor.peek(); next; next = cursor.peek()) {
    const written = cursor.text.slice(next.start, next.end);
    const adjustment = /^(CO|PR|OA|PI)-?([A-Za-z]?\d{1,3})$/i.exec(written);
    if (written.toLowerCase() === 'paid' && !paid) {
      cursor.take('keyword');
      paid = money(cursor);
    } else if (adjustment) {
      cursor.take('code');
      const amount = money(cursor);
      if (amount) adjustments.push({ group: adjustment[1].toUpperCase(), reason: adjustment[2].toUpperCase(), amount: amount.value, span: { start: next.start, end: amount.span.end } });
    } else break;
  }
  nothingMore(cursor);
  return { ...(line && { line }), ...(paid && { paid }), adjustments };
}

/** Cuts a word at a sign, keeping where each part stands. */
export function split(whole: Spanned<string>, sign: string): Spanned<string>[] {
  let start = whole.span.start;
  return whole.value.split(sign).map((value) => {
    const part = { value, span: { start, end: start + value.length } };
    start = part.span.end + sign.length;
    return part;
  });
}

/** Amount or percentage of an allowance: `92.50`, `80%`. */
export function allowance(cursor: LineCursor): Spanned<{ cents: number } | { percent: number }> | undefined {
  const found = word(cursor, 'money', 'an amount or a percentage');
  if (!found) return undefined;
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(found.value);
  if (percent) return { value: { percent: Number(percent[1]) }, span: found.span };
  const cents = readMoney(found.value);
  if (cents !== undefined) return { value: { cents }, span: found.span };
  cursor.problem({ span: found.span, kind: 'invalid-value', message: `“${found.value}” is neither an amount nor a percentage` });
  return undefined;
}

/** Is the next word a date? It is not taken. */
export function dateAhead(cursor: LineCursor): boolean {
  const next = cursor.peek();
  return next !== undefined && readDate(cursor.text.slice(next.start, next.end)) !== undefined;
}

// Reads lines that say several things: diagnoses, payments, fees, accidents, rides, tax numbers, paper remittances.
import type { Span } from '../tree';
import type { Writable } from '../writable';
import type { LineCursor, Spanned } from './nodes';
import { OTHER_ACCIDENTS } from './other-words';
import { lineBreak, removeSign, removeWord, takeBullet, withoutBrackets, withoutSign, wordsForCode } from './signs';
import { MONEY, choice, date, dateAhead, id, keywordAhead, missing, money, word, wordAhead } from './values';

export interface DiagnosisItem {
  /** `A`–`L`, upper case. */
  readonly letter?: Spanned<string>;
  /** As written. */
  readonly code?: Spanned<string>;
  readonly description?: Spanned<string>;
  /** What stands in place of the code. */
  readonly words?: Spanned<string>;
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

/** What a paper remittance took off, in cents. */
export interface PaperAdjustment {
  readonly group: string;
  readonly reason: string;
  readonly amount: number;
  readonly span: Span;
}

/** `paid 80.00 CO-45 20.00 PR-2 10.00`. */
interface PaperDecision {
  readonly paid?: Spanned<number>;
  readonly adjustments: readonly PaperAdjustment[];
}

/** The head of a paper remittance: whose, when, and what was decided on the claim as a whole. */
export interface AdjudicatedItem extends PaperDecision {
  readonly coverage?: Spanned<string>;
  readonly date?: Spanned<string>;
}

/** `line 1 paid 80.00 CO-45 20.00 PR-2 10.00`, of a paper remittance. */
export interface AdjudicatedLineItem extends PaperDecision {
  readonly line?: Spanned<string>;
}

export function diagnosisItem(cursor: LineCursor): DiagnosisItem {
  let letter = letterOfBullet(cursor);
  if (!letter && /^[A-Za-z][.):]?$/.test(wordAhead(cursor))) {
    const taken = cursor.take('letter');
    if (taken) letter = { value: taken.value[0].toUpperCase(), span: { start: taken.span.start, end: taken.span.start + 1 } };
    if (letter && letter.value > 'L') {
      cursor.problem({ span: letter.span, kind: 'invalid-value', message: 'A diagnosis letter is A to L: a claim holds twelve' });
    }
  }
  const words = wordsForCode(
    cursor,
    (word) => DIAGNOSIS.test(word),
    () => false,
  );
  if (words?.code) putFirst(cursor, words, words.code);
  else if (words) return { ...(letter && { letter }), words };
  const written = cursor.take('code');
  if (!written) missing(cursor, 'a diagnosis code');
  const code = written && withoutBrackets(withoutSign(written));
  const description = cursor.rest('text') ?? (words && withoutDash(words));
  if (code && description && /^[A-Z]\d/i.test(code.value) && isMoreCodes(description.value, written.value)) {
    eachOnItsLine(cursor, code, description);
    return { ...(letter && { letter }), code };
  }
  if (written && code && !words) {
    if (code.span.start > written.span.start) removeBrackets(cursor, written, code);
    else removeSign(cursor, written);
  }
  return { ...(letter && { letter }), ...(code && { code }), ...(description && { description }) };
}

/** `osteoarthritis M17.11`, `osteoarthritis - M17.11`, `osteoarthritis (M17.11)`. */
function putFirst(cursor: LineCursor, { value, span }: Spanned<string>, written: Spanned<string>): void {
  const { value: code } = withoutBrackets(withoutSign(written));
  const edits = [{ span: { start: span.start, end: written.span.end }, text: `${code}  ${withoutDash({ value, span }).value}` }];
  cursor.problem({
    span,
    kind: 'misplaced-text',
    message: `The code stands first: ${code}`,
    fix: { title: `Put ${code} first`, safe: true, edits },
  });
}

/** Words without the sign that stood between them and their code. */
function withoutDash({ value, span }: Spanned<string>): Spanned<string> {
  const own = value.replace(/\s*[-–:,;]$/, '');
  return { value: own, span: { start: span.start, end: span.start + own.length } };
}

/** `(M17.11)`. */
function removeBrackets(cursor: LineCursor, { span }: Spanned<string>, { value }: Spanned<string>): void {
  const fix = { title: 'Remove the brackets', safe: true, edits: [{ span, text: value }] };
  cursor.problem({ span, kind: 'misplaced-text', message: `A code stands without brackets: ${value}`, fix });
}

const DIAGNOSIS = /^\(?[A-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})?\)?[,;:]?$/i;

/** `1. M17.11`: diagnoses are counted by letters. */
function letterOfBullet(cursor: LineCursor): Spanned<string> | undefined {
  const bullet = takeBullet(cursor);
  if (!bullet) return undefined;
  const count = parseInt(bullet.value, 10);
  if (!(count >= 1 && count <= 12)) {
    removeWord(cursor, bullet);
    return undefined;
  }
  const letter = String.fromCharCode(64 + count),
    { span } = bullet;
  const fix = { title: `Write ${letter}`, safe: true, edits: [{ span, text: letter }] };
  cursor.problem({ span, kind: 'misplaced-text', message: `Diagnoses have letters: ${letter}`, fix });
  return { value: letter, span };
}

/** `K21.9; I10` behind a code: where there is a sign that it is a list, or a dot. */
function isMoreCodes(text: string, code: string): boolean {
  return /^(?:[,;]?\s*[A-Z]\d[\dAB](?:\.[\dA-Z]{1,4})?)+$/i.test(text) && (/[.,;]/.test(text) || /[,;]$/.test(code));
}

function eachOnItsLine(cursor: LineCursor, code: Spanned<string>, { value, span }: Spanned<string>): void {
  const text = value
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map((one) => lineBreak(cursor, code.span.start) + one)
    .join('');
  const fix = { title: 'Give each a line', safe: true, edits: [{ span: { start: code.span.end, end: span.end }, text }] };
  cursor.problem({ span, kind: 'misplaced-text', message: 'One diagnosis stands on a line', fix });
}

export function paymentItem(cursor: LineCursor): PaymentItem {
  const item: Writable<PaymentItem> = {};
  if (dateAhead(cursor) || !MONEY.test(wordAhead(cursor))) item.date = date(cursor);
  else missing(cursor, 'the date of the payment');
  for (let next = wordAhead(cursor); next; next = wordAhead(cursor)) {
    if (!item.amount && MONEY.test(next)) item.amount = money(cursor);
    else if (!item.kind && !item.amount) item.kind = choice(cursor, PAYMENT_KINDS, 'a kind of payment');
    else if (!item.method) item.method = cursor.take('word');
    else break;
  }
  if (!item.amount) missing(cursor, 'an amount');
  return item;
}

export const PAYMENT_KINDS = ['copay', 'coinsurance', 'deductible', 'patient', 'refund', 'adjustment', 'write-off'] as const;
export const PAYMENT_METHODS = ['cash', 'check', 'card', 'online', 'transfer'] as const;

export function feeItem(cursor: LineCursor): FeeItem {
  const written = word(cursor, 'code', 'a service code');
  const code = written && withoutSign(written);
  if (written) removeSign(cursor, written);
  const charge = money(cursor);
  const description = cursor.rest('text');
  return { ...(code && { code }), ...(charge && { charge }), ...(description && { description }) };
}

export function adjudicatedItem(cursor: LineCursor): AdjudicatedItem {
  const coverage = id(cursor, 'reference', 'a coverage');
  const day = date(cursor);
  const decision = paperDecision(cursor);
  if (!decision.paid) missing(cursor, 'an amount');
  return { ...(coverage && { coverage }), ...(day && { date: day }), ...decision };
}

export function adjudicatedLine(cursor: LineCursor): AdjudicatedLineItem {
  const line = word(cursor, 'reference', 'a line number');
  return { ...(line && { line }), ...paperDecision(cursor) };
}

function paperDecision(cursor: LineCursor): PaperDecision {
  let paid: Spanned<number> | undefined;
  const adjustments: PaperAdjustment[] = [];
  for (let next = wordAhead(cursor); next; next = wordAhead(cursor)) {
    const parts = /^(CO|PR|OA|PI)-?([A-Za-z]?\d{1,3})$/i.exec(next);
    if (parts) {
      const reason = cursor.take('code'),
        amount = money(cursor);
      const span = reason && amount && { start: reason.span.start, end: amount.span.end };
      if (span) adjustments.push({ group: parts[1].toUpperCase(), reason: parts[2].toUpperCase(), amount: amount.value, span });
    } else if (!paid && (keywordAhead(cursor, 'paid') || MONEY.test(next))) paid = money(cursor);
    else break;
  }
  return { ...(paid && { paid }), adjustments };
}

export const ACCIDENTS = ['auto', 'work', 'other'] as const;

export interface AccidentItem {
  readonly kinds: readonly Spanned<(typeof ACCIDENTS)[number]>[];
  readonly date?: Spanned<string>;
  readonly state?: Spanned<string>;
}

/** `auto 2026-10-30 IL`; it may be of several kinds. */
export function accidentItem(cursor: LineCursor): AccidentItem {
  const kinds: Spanned<(typeof ACCIDENTS)[number]>[] = [];
  while (wordAhead(cursor) && !dateAhead(cursor)) {
    if (kinds.length > 0 && /^[A-Za-z]{2}$/.test(wordAhead(cursor))) break;
    const kind = choice(cursor, ACCIDENTS, 'a kind of accident', OTHER_ACCIDENTS);
    if (!kind) break;
    kinds.push(kind);
  }
  if (kinds.length === 0) missing(cursor, 'a kind of accident');
  const first = dateAhead(cursor) ? date(cursor) : undefined;
  const state = cursor.take('word');
  const day = first ?? (dateAhead(cursor) ? date(cursor) : undefined);
  return { kinds, ...(day && { date: day }), ...(state && { state }) };
}

/** Why an ambulance went where it went. */
export const TRANSPORT_REASONS = ['nearest', 'physician', 'family', 'specialist', 'rehabilitation'] as const;

export interface TransportItem {
  readonly reason?: Spanned<(typeof TRANSPORT_REASONS)[number]>;
  readonly miles?: Spanned<number>;
  /** Pounds. */
  readonly weight?: Spanned<number>;
  /** Why there and back. */
  readonly roundTrip?: Spanned<string>;
  /** Why lying down. */
  readonly stretcher?: Spanned<string>;
}

/** `nearest 21 miles weight 180 stretcher "Cannot sit"`. */
export function transportItem(cursor: LineCursor): TransportItem {
  const item: Writable<TransportItem> = {};
  item.reason = choice(cursor, TRANSPORT_REASONS, 'a reason for the ride');
  for (let next = wordAhead(cursor); next; next = wordAhead(cursor)) {
    if (!item.weight && keywordAhead(cursor, 'weight')) item.weight = amountOf(cursor, ['pounds', 'lb', 'lbs'], 'a weight in pounds');
    else if (!item.roundTrip && keywordAhead(cursor, 'round-trip')) item.roundTrip = word(cursor, 'text', 'a reason in quotes');
    else if (!item.stretcher && keywordAhead(cursor, 'stretcher')) item.stretcher = word(cursor, 'text', 'a reason in quotes');
    else if (!item.miles && /^\d/.test(next)) item.miles = amountOf(cursor, ['miles', 'mile', 'mi'], 'a number of miles');
    else break;
  }
  if (item.reason && !item.miles) missing(cursor, 'a number of miles, e.g. 21 miles');
  return item;
}

/** A number, and perhaps its unit behind it. */
function amountOf(cursor: LineCursor, units: readonly string[], what: string): Spanned<number> | undefined {
  const found = word(cursor, 'number', what);
  if (!found) return undefined;
  units.some((unit) => keywordAhead(cursor, unit));
  if (/^\d{1,5}(?:\.\d{1,2})?$/.test(found.value)) return { value: Number(found.value), span: found.span };
  cursor.problem({ span: found.span, kind: 'invalid-value', message: `“${found.value}” is not ${what}` });
  return undefined;
}

/** `ein 36-1234567`. Without its kind, the hyphens tell it. */
export function taxIdItem(cursor: LineCursor): { readonly kind: 'ein' | 'ssn'; readonly number: Spanned<string> } | undefined {
  const bare = /^(?:(\d{2}-\d{7})|\d{3}-\d{2}-\d{4})$/.exec(wordAhead(cursor));
  if (bare) {
    const kind: 'ein' | 'ssn' = bare[1] ? 'ein' : 'ssn',
      number = word(cursor, 'number', 'a tax number');
    if (!number) return undefined;
    const { span } = number;
    const fix = {
      title: `Write ${kind} before it`,
      safe: true,
      edits: [{ span: { start: span.start, end: span.start }, text: `${kind} ` }],
    };
    cursor.problem({
      span,
      kind: 'missing-value',
      message: 'Before a tax number stands its kind: ein for an employer’s, ssn for a person’s',
      fix,
    });
    return { kind, number };
  }
  const kind = choice(cursor, ['ein', 'ssn'] as const, 'a kind of tax number');
  const number = word(cursor, 'number', 'a tax number');
  return kind && number ? { kind: kind.value, number } : undefined;
}

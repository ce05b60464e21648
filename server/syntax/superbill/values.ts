// Reads single values: ids, names, addresses, dates, money. Each reader takes words from a line and never throws.
import type { Problem, Span } from '../tree';
import type { LineCursor, Spanned, TokenKind } from './nodes';
import { STATES } from './states';

/** A person (`Last, First Middle Suffix`) or an organization (no comma: all in `last`). */
export interface Name {
  readonly text: string;
  readonly person: boolean;
  readonly last: string;
  readonly first?: string;
  readonly middle?: string;
  readonly suffix?: string;
}

export interface Address {
  readonly text: string;
  readonly street: string;
  readonly second?: string;
  readonly city: string;
  /** Two letters, upper case. */
  readonly state: string;
  readonly zip: Spanned<string>;
  readonly streetSpan: Span;
}

/** First and last day, ISO; equal for a single day. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const WORD_HINT: Record<string, string> = { date: 'A date is written 2026-11-02', money: 'An amount is written 145.00' };

/** The next word as it is written, without taking it; '' at the end of the line. */
export function wordAhead(cursor: LineCursor): string {
  const next = cursor.peek();
  return next ? cursor.text.slice(next.start, next.end) : '';
}

/** So far is looked ahead: a line may be of any length. */
const AHEAD = 300;

/** The next words on the line, as they are written. */
export function wordsAhead(cursor: LineCursor): string[] {
  const next = cursor.peek();
  return next
    ? cursor.text
        .slice(next.start, Math.min(cursor.end.start, next.start + AHEAD))
        .trimEnd()
        .split(/\s+/)
    : [];
}

/** Takes the next word if it is this one, in any case. */
export function keywordAhead(cursor: LineCursor, keyword: string): boolean {
  return wordAhead(cursor).toLowerCase() === keyword && cursor.take('keyword') !== undefined;
}

/** Is the next word a date? It is not taken. */
export function dateAhead(cursor: LineCursor): boolean {
  return readDate(wordAhead(cursor)) !== undefined;
}

/** A word that must be there. */
export function word(cursor: LineCursor, kind: TokenKind = 'word', what = 'a value'): Spanned<string> | undefined {
  const found = cursor.take(kind);
  if (!found) missing(cursor, what);
  return found;
}

/** All the rest of the line, which must not be empty. */
export function text(cursor: LineCursor, what = 'a value'): Spanned<string> | undefined {
  const found = cursor.rest('text');
  if (!found) missing(cursor, what);
  return found;
}

/** An id: letters, digits, `-`, `_`, `.`. */
export function id(cursor: LineCursor, kind: 'definition' | 'reference', what: string): Spanned<string> | undefined {
  const found = word(cursor, kind, what);
  if (found && !/^[\w.-]+$/.test(found.value)) {
    cursor.problem({ span: found.span, kind: 'invalid-value', message: `“${found.value}” is not an id: letters, digits, - _ . only` });
  }
  return found;
}

const SUFFIX = /^(jr|sr|ii|iii|iv|v|esq|md|do)\.?$/i;

export function name(cursor: LineCursor): Spanned<Name> | undefined {
  const found = text(cursor, 'a name');
  return found && { value: readName(found.value), span: found.span };
}

/** `Last, First Middle Suffix`, or an organization's name where there is no comma. */
export function readName(written: string): Name {
  const comma = written.indexOf(',');
  if (comma === -1) return { text: written, person: false, last: written.trim() };
  let last = written.slice(0, comma).trim();
  const rest = written
    .slice(comma + 1)
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);
  let suffix: string | undefined;
  if (rest.length > 1 && SUFFIX.test(rest.at(-1) ?? '')) suffix = rest.pop();
  const lastWords = last.split(/\s+/);
  if (!suffix && lastWords.length > 1 && SUFFIX.test(lastWords.at(-1) ?? '')) {
    suffix = lastWords.pop();
    last = lastWords.join(' ');
  }
  const [first, ...middle] = rest;
  return {
    text: written,
    person: true,
    last,
    ...(first ? { first } : {}),
    ...(middle.length ? { middle: middle.join(' ') } : {}),
    ...(suffix ? { suffix } : {}),
  };
}

export function address(cursor: LineCursor): Spanned<Address> | undefined {
  const found = text(cursor, 'an address');
  if (!found) return undefined;
  const start = found.span.start + (cursor.text[found.span.start] === '"' ? 1 : 0);
  const value = readAddress(found.value, start) ?? withStateInFull(cursor, found.value, start);
  if (value) return { value, span: found.span };
  cursor.problem({ span: found.span, kind: 'invalid-value', message: 'An address is written: street, city ST ZIP' });
  return undefined;
}

const STATE_IN_FULL = new RegExp(`[\\s,](${STATES.map(([, name]) => name).join('|')})(?=,?\\s+\\d{5}(?:-?\\d{4})?$)`, 'i');

/** `…, Springfield Illinois 62704`. */
function withStateInFull(cursor: LineCursor, written: string, start: number): Address | undefined {
  const found = written.length > AHEAD ? null : STATE_IN_FULL.exec(written);
  const state = found && STATES.find(([, name]) => name.toLowerCase() === found[1].toLowerCase())?.[0];
  if (!found || !state) return undefined;
  const from = found.index + 1,
    to = from + found[1].length;
  const address = readAddress(`${written.slice(0, from)}${state}${written.slice(to)}`, start);
  if (!address) return undefined;
  const span = { start: start + from, end: start + to },
    moved = found[1].length - state.length;
  const fix = { title: `Change to ${state}`, safe: true, edits: [{ span, text: state }] };
  cursor.problem({ span, kind: 'invalid-value', message: `A state is written with its two letters: ${state}`, fix });
  const { zip } = address;
  return { ...address, text: written, zip: { value: zip.value, span: { start: zip.span.start + moved, end: zip.span.end + moved } } };
}

/** `street[, second line], city ST ZIP`; `start` is the offset of the text. */
function readAddress(written: string, start: number): Address | undefined {
  const end = /(?:^|[\s,])([A-Za-z]{2}),?\s+(\d{5}(?:-?\d{1,4})?|\d{1,4})$/.exec(written);
  if (!end) return undefined;
  const zipStart = start + written.length - end[2].length;
  const parts = written
    .slice(0, end.index)
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const city = parts.pop();
  if (!city || parts.length === 0) return undefined;
  const [street, ...second] = parts;
  const streetStart = start + written.indexOf(street);
  return {
    text: written,
    street,
    ...(second.length ? { second: second.join(', ') } : {}),
    city,
    state: end[1].toUpperCase(),
    zip: { value: end[2].replace('-', ''), span: { start: zipStart, end: zipStart + end[2].length } },
    streetSpan: { start: streetStart, end: streetStart + street.length },
  };
}

export function date(cursor: LineCursor): Spanned<string> | undefined {
  const found = word(cursor, 'date', 'a date');
  if (!found) return undefined;
  const value = readDate(found.value);
  if (value) return { value, span: found.span };
  cursor.problem({ span: found.span, kind: 'invalid-value', message: notA(found.value, 'date'), ...shortYear(found) });
  return undefined;
}

/** `11/2/26`: the century is left to the person. */
function shortYear({ value, span }: Spanned<string>): Pick<Problem, 'fix'> {
  const parts = /^(\d{1,2}[/-]\d{1,2}[/-])(\d{2})$/.exec(value);
  const day = parts && readDate(`${parts[1]}${Number(parts[2]) < 40 ? '20' : '19'}${parts[2]}`);
  return day ? { fix: { title: `Change to ${day}`, safe: false, edits: [{ span, text: day }] } } : {};
}

/** One day or `from..to`. */
export function dateRange(cursor: LineCursor): Spanned<DateRange> | undefined {
  const found = word(cursor, 'date', 'a date');
  if (!found) return undefined;
  const value = daysApart(cursor, found) ?? readDateRange(found.value);
  if (value && value.from <= value.to) return { value, span: found.span };
  const problem = value
    ? { message: `The last day, ${value.to}, is before the first, ${value.from}` }
    : { message: notA(found.value, 'date'), ...shortYear(found) };
  cursor.problem({ span: found.span, kind: 'invalid-value', ...problem });
  return undefined;
}

/** `2026-11-02 to 2026-11-04`, `11/02/2026-11/04/2026`: what stands behind the first day is taken, too. */
function daysApart(cursor: LineCursor, first: Spanned<string>): DateRange | undefined {
  const [sign = '', second = ''] = wordsAhead(cursor);
  const [one, two] =
    /^(\d{1,2}\/\d{1,2}\/\d{4})[-–](\d{1,2}\/\d{1,2}\/\d{4})$/.exec(first.value)?.slice(1) ??
    (/^(?:-|–|to|through|thru)$/i.test(sign) ? [first.value, second] : []);
  const from = readDate(one ?? ''),
    to = readDate(two ?? '');
  if (!from || !to) return undefined;
  let { span } = first;
  if (one === first.value) {
    cursor.take('keyword');
    span = { start: span.start, end: cursor.take('date')?.span.end ?? span.end };
  }
  const fix = { title: `Write ${from}..${to}`, safe: true, edits: [{ span, text: `${from}..${to}` }] };
  cursor.problem({ span, kind: 'invalid-value', message: `From one day to another is written ${from}..${to}`, fix });
  return { from, to };
}

export function readDateRange(written: string): DateRange | undefined {
  const [from, to, extra] = written.split('..').map(readDate);
  if (!from || extra) return undefined;
  if (!written.includes('..')) return { from, to: from };
  return to ? { from, to } : undefined;
}

/** ISO date from `2026-11-02`, `2026/11/02`, `11/02/2026`, `11-2-2026` or `20261102`; undefined where it is no day of the calendar. */
export function readDate(written: string): string | undefined {
  let parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(written) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(written);
  let [year, month, day] = parts ? parts.slice(1).map(Number) : [];
  if (!parts) {
    parts = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(written);
    if (!parts) return undefined;
    [month, day, year] = parts.slice(1).map(Number);
  }
  if (year < 1800 || !isDay(year, month, day)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A day of the calendar? Months count from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** What looks like an amount; `readMoney` tells whether it is one. */
export const MONEY = /^-?\$?[\d,]*\.?\d+$/;

/** An amount in integer cents. */
export function money(cursor: LineCursor): Spanned<number> | undefined {
  const found = word(cursor, 'money', 'an amount');
  if (!found) return undefined;
  const value = readMoney(found.value);
  if (value !== undefined) return { value, span: found.span };
  cursor.problem({ span: found.span, kind: 'invalid-value', message: notA(found.value, 'money') });
  return undefined;
}

/** Cents from `145.00`, `145`, `$1,145.5`, `-20.00`; undefined for anything else. */
export function readMoney(written: string): number | undefined {
  const parts = /^(-)?\$?(-)?(\d{1,3}(?:,\d{3})+|\d{1,12})?(?:\.(\d{1,2}))?$/.exec(written);
  if (!parts || (parts[3] === undefined && parts[4] === undefined)) return undefined;
  const cents = Number((parts[3] ?? '0').replaceAll(',', '')) * 100 + Number((parts[4] ?? '').padEnd(2, '0'));
  return (parts[1] || parts[2]) && cents !== 0 ? -cents : cents;
}

/** `120 days`, `12 months`, `1 year`: days (a month counts 30, a year 365). */
export function duration(cursor: LineCursor): Spanned<number> | undefined {
  const found = word(cursor, 'number', 'a number of days');
  if (!found) return undefined;
  const unit = cursor.take('word');
  const factor = { d: 1, w: 7, m: 30, y: 365 }[unit?.value[0]?.toLowerCase() ?? 'd'];
  const written = Number(found.value);
  const span = { start: found.span.start, end: unit?.span.end ?? found.span.end };
  if (factor !== undefined && Number.isInteger(written) && written > 0 && written < 100000) {
    // Twelve months are a year, not twelve times thirty days.
    return { value: written === 12 && factor === 30 ? 365 : written * factor, span };
  }
  cursor.problem({ span, kind: 'invalid-value', message: 'A time is written: 120 days' });
  return undefined;
}

/** One of a few words, in any case. `others`: what people write for them elsewhere. */
export function choice<T extends string>(
  cursor: LineCursor,
  choices: readonly T[],
  what: string,
  others: Readonly<Record<string, T>> = {},
): Spanned<T> | undefined {
  const found = word(cursor, 'word', what);
  if (!found) return undefined;
  const value = choices.find((one) => one.toLowerCase() === found.value.toLowerCase());
  if (value !== undefined) return { value, span: found.span };
  const message = `“${found.value}” is not ${what}: ${list(choices)}`,
    { span } = found;
  const meant = Object.entries(others).find(([other]) => other === found.value.toLowerCase())?.[1];
  const fix = meant && { title: `Change to ${meant}`, safe: true, edits: [{ span, text: meant }] };
  cursor.problem({ span, kind: 'invalid-value', message, ...(fix && { fix }) });
  return meant && { value: meant, span };
}

export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Says that a value should stand at the end of the line. */
export function missing(cursor: LineCursor, what: string): void {
  cursor.problem({ span: cursor.end, kind: 'missing-value', message: `Here ${what} is missing` });
}

function notA(written: string, what: string): string {
  return `“${written}” is not ${what === 'date' ? 'a date' : 'an amount'}. ${WORD_HINT[what]}`;
}

/** Text behind what was understood is pointed out, not dropped. */
export function nothingMore(cursor: LineCursor): void {
  const extra = cursor.rest('text');
  if (extra) cursor.problem({ span: extra.span, kind: 'misplaced-text', message: `“${extra.value}” is not understood here` });
}

// Reads a service line, also as people write it who are used to other programs: `99213 25 A,B 4 units`.
import type { Span } from '../tree';
import type { Writable } from '../writable';
import type { LineCursor, Spanned } from './nodes';
import { giveLine, removeSign, removeWord, split, takeBullet, withoutSign, wordsForCode } from './signs';
import { type DateRange, MONEY, dateRange, missing, money, word, wordAhead, wordsAhead } from './values';

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
  /** What stands in place of the code. */
  readonly words?: Spanned<string>;
}

const MINUTES = /^min(\d{1,4})$/i,
  UNITS = /^x(\d+(?:\.\d+)?)$/i,
  POINTERS = /^[A-L]{1,12}$/i;
const NDC_UNIT = /^(F2|GR|ME|ML|UN)(\d+(?:\.\d+)?)$/i;

export function serviceItem(cursor: LineCursor): ServiceItem {
  const item: Writable<ServiceItem> = { modifiers: [], pointers: [] };
  const bullet = takeBullet(cursor);
  if (bullet) removeWord(cursor, bullet);
  const words = wordsForCode(cursor, (word) => SERVICE.test(word), isBehindCode);
  if (words?.code) {
    const fix = {
      title: `Remove “${words.value}”`,
      safe: false,
      edits: [{ span: { start: words.span.start, end: words.code.span.start }, text: '' }],
    };
    cursor.problem({ span: words.span, kind: 'misplaced-text', message: `The code stands first: ${words.code.value}`, fix });
  } else if (words) {
    item.words = words;
    return restOf(cursor, item);
  }
  const head = cursor.take('code');
  if (head) {
    const written = withoutSign(head);
    readHead(cursor, item, written);
    if (!modifiersApart(cursor, item, written)) removeSign(cursor, head);
  } else missing(cursor, 'a service code');
  return restOf(cursor, item);
}

/** What a line may say behind its code. */
function restOf(cursor: LineCursor, item: Writable<ServiceItem>): ServiceItem {
  for (let next = wordAhead(cursor); next; next = wordAhead(cursor)) {
    // One word that is not understood does not hide those behind it.
    if (!serviceWord(cursor, item, next)) misplacedWord(cursor);
  }
  return item;
}

const KEYWORDS = /^(?:date|place|rendering|ordering|note|line|ndc|emergency)$/i;

/** Letters of diagnoses in capitals, units, an amount or a keyword: no word of a name. */
function isBehindCode(written: string): boolean {
  return /^[A-L]{1,4}(?:,[A-L])*,?$/.test(written) || /^[x$]?\d/i.test(written) || KEYWORDS.test(written);
}

/** `99213-25`; also `99213.25`, `99213/25`. */
function readHead(cursor: LineCursor, item: Writable<ServiceItem>, head: Spanned<string>): void {
  const other = /^[A-Z\d]{5}([./,:;])[A-Z\d]{2}$/i.exec(head.value);
  const [code, ...modifiers] = split(head, other ? other[1] : '-');
  cursor.mark('code', code.span);
  if (code.value !== '') item.code = code;
  else cursor.problem({ span: head.span, kind: 'missing-value', message: 'Before its modifiers a service code is missing' });
  item.modifiers = modifiers
    .filter((one) => one.value !== '')
    .map((one) => {
      cursor.mark('modifier', one.span);
      return { value: one.value.toUpperCase(), span: one.span };
    });
  if (!other) return;
  const span = { start: code.span.end, end: code.span.end + 1 },
    whole = `${code.value}-${modifiers[0].value}`;
  const fix = { title: `Write ${whole}`, safe: true, edits: [{ span, text: '-' }] };
  cursor.problem({ span, kind: 'misplaced-text', message: `Before a modifier stands a hyphen: ${whole}`, fix });
}

/** CPT modifiers of two digits, 22 to 99, among which there are gaps. */
const NUMERIC_MODIFIER = /^(?:2[2-79]|3[23]|47|5[0-9]|6[236]|7[3-9]|8[0-2]|9[0-35-79])[,;]?$/;
/** A diagnosis by its code, where its letter belongs. */
const DIAGNOSIS = /^[A-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})?[,;]?$/i;
const MODIFIER_APART = /^[-(]?([A-Z\d]{2})\)?[,;]?$/i;

/** `99213 25 AB`: modifiers that do not stand at their code. */
function modifiersApart(cursor: LineCursor, item: Writable<ServiceItem>, head: Spanned<string>): boolean {
  const words = wordsAhead(cursor),
    called = /^(?:mod(?:ifier)?s?[:=]?|[-–])$/i.test(words[0] ?? '') ? 1 : 0;
  const first = words.findIndex((one, n) => n >= called && !isModifierApart(one, words[n + 1])),
    count = first === -1 ? words.length : first;
  const taking = words.slice(0, count),
    behind = words.slice(count);
  // Two digits may be an amount, or units: not where pointers follow, and not behind a code of digits where an amount follows and they fit.
  const areDigits = called === 0 && taking.every((one) => /^\d/.test(one)),
    isLikely = /^\d{5}$/.test(head.value) && taking.every((one) => NUMERIC_MODIFIER.test(one)) && behind.some((one) => AMOUNT.test(one)),
    isPointed = behind.some((one) => isPointers(one) || isList(one) || DIAGNOSIS.test(one));
  if (count === called || (areDigits && !isLikely && !isPointed)) return false;
  if (called) cursor.take('text');
  const taken = words.slice(called, count).flatMap(() => cursor.take('modifier') ?? []);
  const modifiers = taken.map(({ value, span }): Spanned<string> => {
    const start = span.start + (/^[-(]/.test(value) ? 1 : 0);
    return { value: (MODIFIER_APART.exec(value)?.[1] ?? value).toUpperCase(), span: { start, end: start + 2 } };
  });
  item.modifiers = [...item.modifiers, ...modifiers];
  const added = modifiers.map((one) => `-${one.value}`).join(''),
    whole = head.value + added,
    { end } = taken[taken.length - 1].span;
  cursor.problem({
    span: { start: modifiers[0].span.start, end: modifiers[modifiers.length - 1].span.end },
    kind: 'misplaced-text',
    message: `Modifiers stand at their code: ${whole}`,
    // What could be pointers as well is for the person to decide.
    fix: {
      title: `Write ${whole}`,
      safe: !modifiers.some((one) => isPointers(one.value)) && !(areDigits && !isPointed),
      edits: [{ span: { start: head.span.end, end }, text: added }],
    },
  });
  return true;
}

/** `GA A`: of two words that could be pointers the first is a modifier where it has two letters. */
function isModifierApart(written: string, next = ''): boolean {
  if (!MODIFIER_APART.test(written) || UNITS.test(written) || /^\dx/i.test(written) || FILLERS.test(written)) return false;
  return !isPointers(written) || isPointers(next);
}

/** Names of columns, which the language does not need. */
const FILLERS = /^(?:pointers?|ptr|dx|diagnos[ei]s|charges?|fee|amount|for|@)[:=]?$/i;
const SERVICE = /^(?:\d{5}|[A-Z]\d{4}|\d{4}[A-Z])(?:-[A-Z\d]{2})*[,;]?$/i;

function misplacedWord(cursor: LineCursor): void {
  const taken = cursor.take('text');
  if (!taken) return;
  if (FILLERS.test(taken.value)) removeWord(cursor, taken);
  else if (SERVICE.test(taken.value)) {
    giveLine(cursor, taken.span, 'One service stands on a line', false);
    // What follows is said of that one.
    cursor.rest('text');
  } else if (/^[^"]+[,;]$/.test(taken.value)) removeSign(cursor, taken);
  else cursor.problem({ span: taken.span, kind: 'misplaced-text', message: `“${taken.value}” is not understood here` });
}

/** Takes one word (and what belongs to it) of a service line; false where it is not understood. */
function serviceWord(cursor: LineCursor, item: Writable<ServiceItem>, written: string): boolean {
  const lower = written.toLowerCase();
  switch (lower) {
    case 'date':
      cursor.take('keyword');
      item.date = dateRange(cursor);
      return true;
    case 'place':
      cursor.take('keyword');
      item.place = word(cursor, 'code', 'a place of service');
      return true;
    case 'rendering':
      cursor.take('keyword');
      item.rendering = word(cursor, 'reference', 'a provider');
      return true;
    case 'ordering':
      cursor.take('keyword');
      item.ordering = word(cursor, 'reference', 'a provider');
      return true;
    case 'note':
      cursor.take('keyword');
      item.note = noteInQuotes(cursor);
      return true;
    case 'line':
      cursor.take('keyword');
      item.line = word(cursor, 'definition', 'a line id');
      return true;
    case 'ndc':
      item.ndc = ndc(cursor);
      return true;
    case 'emergency': {
      const taken = cursor.take('keyword');
      if (taken) item.emergency = { value: true, span: taken.span };
      return true;
    }
  }
  const minutes = MINUTES.exec(written);
  if (minutes && !item.minutes) {
    const taken = cursor.take('units');
    if (taken) item.minutes = { value: Number(minutes[1]), span: taken.span };
    return true;
  }
  if (item.pointers.length === 0 && !item.units && (item.pointers = pointerColumn(cursor, item.charge !== undefined)).length > 0)
    return true;
  if (!item.units && (item.units = units(cursor, item.charge !== undefined))) return true;
  if (item.pointers.length === 0 && (item.pointers = pointers(cursor)).length > 0) return true;
  if (!MONEY.test(written) || item.charge) return false;
  item.charge = money(cursor);
  return true;
}

/** `3 1 110.00` and `3 110.00 1`, as in the columns of the paper form: of two bare numbers the first points, the second are the units. */
function pointerColumn(cursor: LineCursor, isCharged: boolean): Spanned<string>[] {
  const [one = '', ...more] = wordsAhead(cursor);
  const hasAmount = isCharged || more.some((word) => AMOUNT.test(word));
  if (!/^(?:1[0-2]|[1-9])$/.test(one) || !hasAmount || !more.some((word) => /^\d{1,3}$/.test(word)) || more.some(isPointers)) return [];
  const taken = cursor.take('pointer');
  if (!taken) return [];
  const { span } = taken,
    letter = String.fromCharCode(64 + Number(one));
  cursor.problem({
    span,
    kind: 'misplaced-text',
    message: `A service points to its diagnoses by letter: ${letter}`,
    // That the first number points is likely, not certain.
    fix: { title: `Write ${letter}`, safe: false, edits: [{ span, text: letter }] },
  });
  return [{ value: letter, span }];
}

const AMOUNT = /^(?:\$[\d,]+|\$?[\d,]+\.\d\d)$/;

/** `x4`; also `4 units`, `x 4`, `4x`, `units 4`, and a bare `4` beside an amount. */
function units(cursor: LineCursor, isCharged: boolean): Spanned<number> | undefined {
  const [one = '', two = '', ...more] = wordsAhead(cursor);
  const proper = UNITS.exec(one);
  if (proper) {
    const taken = cursor.take('units');
    return taken && { value: Number(proper[1]), span: taken.span };
  }
  const isBare = isCharged || [two, ...more].some((word) => AMOUNT.test(word));
  const alone = /^(\d{1,4})x$/i.exec(one) ?? (isBare ? /^(\d{1,3})$/.exec(one) : null),
    both = /^(?:(\d{1,4}) (?:units?|ut)|(?:x|units?|qty) (\d{1,4}))[.,;]?$/i.exec(`${one} ${two}`);
  const value = Number(both?.[1] ?? both?.[2] ?? alone?.[1]);
  if (!alone && !both) return undefined;
  const first = cursor.take('units'),
    last = both ? cursor.take('units') : first;
  if (!first || !last) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  const fix = { title: `Write x${value}`, safe: true, edits: [{ span, text: `x${value}` }] };
  cursor.problem({ span, kind: 'misplaced-text', message: `Units are written x${value}`, fix });
  return { value, span };
}

const LETTERS = /^\(?[A-L](?:[,;/&+][A-L])*[,;)]?$/i,
  NUMBERS = /^(?:1[0-2]|[1-9])(?:,(?:1[0-2]|[1-9]))*,?$/,
  BRACED = /^\((?:1[0-2]|[1-9])(?:,(?:1[0-2]|[1-9]))*\)$/;

function isPointers(written: string): boolean {
  return POINTERS.test(written) || LETTERS.test(written);
}

/** `1,2`. */
function isList(written: string): boolean {
  return (written.includes(',') && NUMBERS.test(written)) || BRACED.test(written);
}

/** `AB`; also `A,B`, `A B`, and the numbers of the old paper form: `1,2`. None where no pointers stand ahead. */
function pointers(cursor: LineCursor): Spanned<string>[] {
  const words = wordsAhead(cursor);
  const byNumber = isList(words[0]);
  const belongs = (one: string, n: number): boolean => (byNumber ? NUMBERS.test(one) && words[n - 1].endsWith(',') : isPointers(one));
  if (!byNumber && !isPointers(words[0])) return [];
  const end = words.findIndex((one, n) => n > 0 && !belongs(one, n)),
    count = end === -1 ? words.length : end;
  const taken = words.slice(0, count).flatMap(() => cursor.take('pointer') ?? []);
  const found = taken.flatMap(({ value, span }) =>
    [...value.matchAll(/[a-l]|\d+/gi)].map(([sign], n, all): Spanned<string> => {
      const start = span.start + all[n].index;
      return { value: byNumber ? String.fromCharCode(64 + Number(sign)) : sign.toUpperCase(), span: { start, end: start + sign.length } };
    }),
  );
  if (count === 1 && POINTERS.test(words[0])) return found;
  const span = { start: taken[0].span.start, end: taken[count - 1].span.end },
    together = found.map((one) => one.value).join('');
  cursor.problem({
    span,
    kind: 'misplaced-text',
    message: byNumber
      ? `A service points to its diagnoses by letter: ${together}`
      : `The letters of the diagnoses stand together: ${together}`,
    fix: { title: `Write ${together}`, safe: true, edits: [{ span, text: together }] },
  });
  return found;
}

/** Without its quotes nobody knows where a note ends: all the rest is taken for it. */
function noteInQuotes(cursor: LineCursor): Spanned<string> | undefined {
  const next = wordAhead(cursor);
  if (!next || /^".*"$/.test(next)) return word(cursor, 'text', 'a note in quotes');
  const found = cursor.rest('text');
  if (!found) return undefined;
  const value = found.value.replaceAll('"', '').trim();
  const edits = [{ span: found.span, text: `"${value}"` }];
  const fix = { title: 'Put it in quotes', safe: false, edits };
  cursor.problem({ span: found.span, kind: 'invalid-value', message: 'A note on a line stands in quotes', fix });
  return { value, span: found.span };
}

function ndc(cursor: LineCursor): NdcItem | undefined {
  const keyword = cursor.take('keyword');
  const code = word(cursor, 'code', 'a drug code');
  if (!keyword || !code) return undefined;
  const amount = NDC_UNIT.exec(wordAhead(cursor));
  if (!amount) {
    const message = 'Behind a drug code stands its unit and quantity, e.g. ML1 (F2, GR, ME, ML or UN)';
    cursor.problem({ span: code.span, kind: 'missing-value', message });
    return { code, span: code.span };
  }
  const { end } = cursor.take('units')?.span ?? code.span;
  return { code, unit: amount[1].toUpperCase(), quantity: amount[2], span: { start: code.span.start, end } };
}

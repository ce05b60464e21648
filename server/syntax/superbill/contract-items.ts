// Reads the lines of a contract: what the training payer knows of members, authorizations, allowed amounts and denials.
import type { LineCursor, Spanned } from './nodes';
import { type Name, date, dateAhead, keywordAhead, missing, readMoney, readName, word, wordAhead } from './values';

export interface ContractMember {
  readonly member: Spanned<string>;
  readonly name: Name;
  readonly born?: string;
  readonly from?: string;
  readonly to?: string;
}

/** `W123456789 Doe, Jane Q 1968-03-14 from 2025-01-01 to 2026-12-31`. */
export function memberItem(cursor: LineCursor): ContractMember | undefined {
  const member = word(cursor, 'word', 'a member id');
  const nameWords: string[] = [];
  for (let next = wordAhead(cursor); next && !dateAhead(cursor) && !/^(from|to)$/i.test(next); next = wordAhead(cursor)) {
    nameWords.push(cursor.take('text')?.value ?? '');
  }
  const born = dateAhead(cursor) ? date(cursor) : undefined;
  const days = fromTo(cursor);
  if (member && nameWords.length === 0) missing(cursor, 'a name');
  return member && { member, name: readName(nameWords.join(' ')), ...(born && { born: born.value }), ...days };
}

function fromTo(cursor: LineCursor): { from?: string; to?: string } {
  const days: { from?: string; to?: string } = {};
  for (let next = wordAhead(cursor).toLowerCase(); next === 'from' || next === 'to'; next = wordAhead(cursor).toLowerCase()) {
    cursor.take('keyword');
    const day = date(cursor);
    if (day) days[next] = day.value;
  }
  return days;
}

/** `A123456 70551 units 2`, and perhaps `member W123456789`. */
export function authorizationItem(cursor: LineCursor) {
  const number = word(cursor, 'word', 'an authorization number');
  const codes: string[] = [];
  let units: number | undefined;
  let member: string | undefined;
  while (wordAhead(cursor)) {
    if (keywordAhead(cursor, 'units')) units = Number(word(cursor, 'number', 'a number of units')?.value);
    else if (keywordAhead(cursor, 'member')) member = word(cursor, 'word', 'a member id')?.value;
    else codes.push(cursor.take('code')?.value.toUpperCase() ?? '');
  }
  if (!number) return undefined;
  return { number: number.value, codes, ...(units !== undefined && Number.isFinite(units) && { units }), ...(member && { member }) };
}

/** `99213 92.50` or `* 80%`. */
export function allowItem(cursor: LineCursor) {
  const service = word(cursor, 'code', 'a service code');
  const amount = allowance(cursor);
  return service && amount && { code: service.value.toUpperCase(), ...amount.value };
}

/** `20%`, as a number. */
export function percentage(cursor: LineCursor): number | undefined {
  const part = allowance(cursor);
  if (part && 'percent' in part.value) return part.value.percent;
  if (part) cursor.problem({ span: part.span, kind: 'invalid-value', message: 'Coinsurance is a percentage, e.g. 20%' });
  return undefined;
}

/** `97110 CO-96 N130`. */
export function denyItem(cursor: LineCursor) {
  const service = word(cursor, 'code', 'a service code');
  const reason = word(cursor, 'code', 'a reason, e.g. CO-96');
  const remarks: string[] = [];
  for (let next = cursor.take('code'); next; next = cursor.take('code')) remarks.push(next.value.toUpperCase());
  const parts = reason && /^(CO|PR|OA|PI)-([A-Za-z]?\d{1,3})$/i.exec(reason.value);
  if (reason && !parts) cursor.problem({ span: reason.span, kind: 'invalid-value', message: 'A reason is written with its group: CO-96' });
  if (!service || !parts) return undefined;
  return { code: service.value.toUpperCase(), group: parts[1].toUpperCase(), reason: parts[2].toUpperCase(), remarks };
}

/** `36415 into 80053`. */
export function bundleItem(cursor: LineCursor) {
  const part = word(cursor, 'code', 'a service code');
  keywordAhead(cursor, 'into');
  const whole = word(cursor, 'code', 'a service code');
  return part && whole && { part: part.value.toUpperCase(), whole: whole.value.toUpperCase() };
}

/** Amount or percentage of an allowance: `92.50`, `80%`. */
function allowance(cursor: LineCursor): Spanned<{ cents: number } | { percent: number }> | undefined {
  const found = word(cursor, 'money', 'an amount or a percentage');
  if (!found) return undefined;
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(found.value);
  if (percent) return { value: { percent: Number(percent[1]) }, span: found.span };
  const cents = readMoney(found.value);
  if (cents !== undefined) return { value: { cents }, span: found.span };
  cursor.problem({ span: found.span, kind: 'invalid-value', message: `“${found.value}” is neither an amount nor a percentage` });
  return undefined;
}

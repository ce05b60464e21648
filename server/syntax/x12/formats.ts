// Numbers, dates and times as X12 writes them: checked on the text itself, without cutting it out.

/** Digits, with a minus sign in front at most. */
export function isInteger(text: string, start: number, end: number): boolean {
  let at = start;
  if (text.charCodeAt(at) === 45) at++;
  return allDigits(text, at, end);
}

/** Digits with one decimal point at most, a minus sign in front at most. */
export function isDecimal(text: string, start: number, end: number): boolean {
  let at = start;
  if (text.charCodeAt(at) === 45) at++;
  let digits = 0;
  let points = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 46) points++;
    else return false;
  }
  return digits > 0 && points < 2;
}

/** How many digits stand behind the decimal point. */
export function decimals(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 46) return end - i - 1;
  return 0;
}

/** Length as X12 counts it: minus sign and decimal point are free. */
export function numberLength(text: string, start: number, end: number): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 45 && code !== 46) length++;
  }
  return length;
}

/** Nobody who is billed for was born earlier: an older year is a slip of the pen. */
const OLDEST = 1900;

/** CCYYMMDD or YYMMDD, a day that exists. */
export function isDate(text: string, start: number, end: number): boolean {
  const size = end - start;
  if ((size !== 8 && size !== 6) || !allDigits(text, start, end)) return false;
  const year = size === 8 ? digits(text, start, start + 4) : 2000 + digits(text, start, start + 2);
  const month = digits(text, end - 4, end - 2);
  const day = digits(text, end - 2, end);
  if (month < 1 || month > 12 || day < 1 || (size === 8 && year < OLDEST)) return false;
  return day <= (month === 2 ? (leap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}

/** HHMM, HHMMSS, or with hundredths. */
export function isTime(text: string, start: number, end: number): boolean {
  const size = end - start;
  if (size < 4 || size === 5 || size > 8 || !allDigits(text, start, end)) return false;
  return (
    digits(text, start, start + 2) < 24 && digits(text, start + 2, start + 4) < 60 && (size < 6 || digits(text, start + 4, start + 6) < 60)
  );
}

/** The date formats named by a qualifier (data element 1250). Unknown qualifiers pass. */
export function fitsDateFormat(format: string, text: string, start: number, end: number): boolean {
  const size = end - start;
  const dash = text.indexOf('-', start);
  const range = (test: (text: string, start: number, end: number) => boolean): boolean =>
    dash > start && dash < end && test(text, start, dash) && test(text, dash + 1, end);
  switch (format) {
    case 'D8':
      return size === 8 && isDate(text, start, end);
    case 'D6':
      return size === 6 && isDate(text, start, end);
    case 'RD8':
      return size === 17 && range(isDate);
    case 'RD6':
      return size === 13 && range(isDate);
    case 'DT':
      return size === 12 && isDateTime(text, start, end);
    case 'RTS':
      return size === 14 && isDateTime(text, start, end);
    case 'RDT':
      return range(isDateTime);
    case 'TM':
      return size === 4 && isTime(text, start, end);
    case 'TS':
      return size === 6 && isTime(text, start, end);
    case 'CY':
      return size === 4 && allDigits(text, start, end);
    default:
      return true;
  }
}

function isDateTime(text: string, start: number, end: number): boolean {
  return end - start >= 12 && isDate(text, start, start + 8) && isTime(text, start + 8, end);
}

function allDigits(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return end > start;
}

function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

// What the number of a service code tells: which set it is of and what kind of service it is.

/** Five digits, or four and a letter: a CPT code. */
export function isCpt(code: string): boolean {
  return code.length === 5 && digitsIn(code, 0, 4) && (isDigit(code.charCodeAt(4)) || isLetter(code.charCodeAt(4)));
}

/** Written like a CPT code, but of a number or letter that CPT has never given out. */
export function isOutsideCpt(code: string): boolean {
  const number = cptNumber(code);
  if (Number.isNaN(number)) return isCpt(code) && !/[AFMTU]$/.test(code);
  return number < 100 || (number > 1999 && number < 10000) || (number > 69990 && number < 70010) || number > 99607;
}

/** A letter and four digits: HCPCS Level II. */
export function isHcpcs(code: string): boolean {
  return code.length === 5 && isLetter(code.charCodeAt(0)) && digitsIn(code, 1, 5);
}

/** The number of a five-digit code; NaN for all others, so that no comparison holds. */
export function cptNumber(code: string): number {
  return code.length === 5 && digitsIn(code, 0, 5) ? Number(code) : Number.NaN;
}

// Written without expressions: these are asked for every line of every claim, by many rules.
function digitsIn(code: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (!isDigit(code.charCodeAt(i))) return false;
  return true;
}

function isDigit(sign: number): boolean {
  return sign >= 48 && sign <= 57;
}

function isLetter(sign: number): boolean {
  return sign >= 65 && sign <= 90;
}

/** Visits, consultations, care management: 99202–99499. */
export function isEvaluation(code: string): boolean {
  return between(code, 99202, 99499);
}

export function isAnesthesia(code: string): boolean {
  return between(code, 100, 1999);
}

/** Images of the breast by X-ray: whoever takes them has a certificate. */
export function isMammography(code: string): boolean {
  return /^(?:7706[1-35-7]|G0279)$/.test(code);
}

/** Surgery: 10000–69999. Drawing blood (36400–36425) is a laboratory's work, too. */
export function isSurgery(code: string): boolean {
  return between(code, 10000, 69999) && !between(code, 36400, 36425);
}

/** Surgery, imaging, laboratory: 10000–89999. */
export function isSurgeryImagingOrLaboratory(code: string): boolean {
  return between(code, 10000, 89999);
}

/** Imaging and laboratory: 70000–89999. */
export function isImagingOrLaboratory(code: string): boolean {
  return between(code, 70000, 89999);
}

/** CPT codes that end with 99 and are for something all the same. */
const LISTED_99 = new Set(['80299', '87299', '87399', '87799', '87899']);
/** Codes for what has no code, beside those of CPT that end with 99. */
const UNLISTED = new Set([
  '26989', '37501', '38129', '38589', '43289', '43659', '44238', '44979', '47379', '47579', '49329', '49659', '50549', '50949', '54699', '55559', '58578', '58579',
  '58679', '59897', '59898', '60659', '69949', '69979', '76496', '76497', '76498', '81479', '89240', '90749', '92700', '93998', '96379', '96549', '97039', '97139',
  '99600', 'A0999', 'A4641', 'A4649', 'A9698', 'A9699', 'A9999', 'B9998', 'B9999', 'E1399', 'J1599', 'J3490', 'J3590', 'J7199', 'J7599', 'J7699', 'J7799', 'J7999',
  'J8498', 'J8499', 'J8597', 'J8999', 'J9999', 'K0108', 'L0999', 'L1499', 'L2999', 'L3649', 'L3999', 'L5999', 'L7499', 'L8039', 'L8239', 'L8499', 'L8699', 'Q4050',
  'Q4051', 'Q4082', 'Q4100', 'T1999', 'V2799', 'V5299',
]);

/** A code for what has no code of its own (unlisted, not otherwise classified): the claim says in words what it was. */
export function isUnlisted(code: string): boolean {
  return UNLISTED.has(code) || (/^\d{3}99$/.test(code) && !LISTED_99.has(code));
}

/** A visit after an operation that is paid with it: charged with nothing. */
export const AFTER_SURGERY = '99024';

/** Modifiers that say: the same service once more, or a distinct one. */
export const REPEAT_MODIFIERS: ReadonlySet<string> = new Set(['59', '76', '77', '91', 'XE', 'XP', 'XS', 'XU']);

/** Modifiers that may part two services which are otherwise not paid side by side (NCCI). */
export const PAIR_MODIFIERS: ReadonlySet<string> = new Set([
  ...['E1', 'E2', 'E3', 'E4', 'FA', 'F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9'],
  ...['TA', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'],
  ...['LT', 'RT', 'LC', 'LD', 'LM', 'RC', 'RI', '24', '25', '57', '58', '78', '79', '27', '59', '91', 'XE', 'XP', 'XS', 'XU'],
]);

function between(code: string, from: number, to: number): boolean {
  const number = cptNumber(code);
  return number >= from && number <= to;
}

const SIDES: Readonly<Record<string, 'right' | 'left'>> = Object.fromEntries([
  // Sides, left hand and foot, left eyelids; then the same on the right.
  ...['LT', 'FA', 'F1', 'F2', 'F3', 'F4', 'TA', 'T1', 'T2', 'T3', 'T4', 'E1', 'E2'].map((code) => [code, 'left'] as const),
  ...['RT', 'F5', 'F6', 'F7', 'F8', 'F9', 'T5', 'T6', 'T7', 'T8', 'T9', 'E3', 'E4'].map((code) => [code, 'right'] as const),
]);

/** The side of the body that a modifier names. */
export function sideOfModifier(modifier: string): 'right' | 'left' | undefined {
  return Object.hasOwn(SIDES, modifier) ? SIDES[modifier] : undefined;
}

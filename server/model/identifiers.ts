// Numbers that people and organizations have: what makes them right.

/** What is wrong with an NPI; undefined if nothing is. Luhn's check digit over 80840 and the ten digits. */
export function npiFault(npi: string): string | undefined {
  if (!/^\d{10}$/.test(npi)) return 'an NPI has ten digits';
  if (npi[0] !== '1' && npi[0] !== '2') return 'an NPI begins with 1 or 2';
  let total = 24;
  for (let i = 0; i < 10; i += 1) {
    const digit = Number(npi[i]);
    if (i % 2 === 1) total += digit;
    else total += digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return total % 10 === 0 ? undefined : 'the check digit is wrong';
}

/** What is wrong with a LOINC code; undefined if nothing is. Luhn's check digit stands behind a dash. */
export function loincFault(code: string): string | undefined {
  const [, digits, check] = /^(\d{1,7})-(\d)$/.exec(code) ?? [];
  if (!digits) return 'digits, a dash and a check digit are needed';
  const total = [...digits].reverse().reduce((sum, sign, i) => {
    const digit = Number(sign) * (i % 2 === 0 ? 2 : 1);
    return sum + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return (10 - (total % 10)) % 10 === Number(check) ? undefined : 'the check digit is wrong';
}

const LETTER = '[AC-HJKMNP-RT-Y]',
  LETTER_OR_DIGIT = '[AC-HJKMNP-RT-Y0-9]';
const MEDICARE_ID = new RegExp(`^[1-9]${LETTER}${LETTER_OR_DIGIT}\\d${LETTER}${LETTER_OR_DIGIT}\\d${LETTER}${LETTER}\\d\\d$`);

/** A Medicare Beneficiary Identifier: eleven signs in a fixed order, without S, L, O, I, B, Z. */
export function isMedicareId(id: string): boolean {
  return MEDICARE_ID.test(id);
}

/** What is wrong with a tax number; undefined if nothing is. */
export function taxIdFault(kind: 'ein' | 'ssn', written: string): string | undefined {
  const digits = written.replaceAll('-', '');
  if (!/^\d{9}$/.test(digits)) return 'a tax number has nine digits';
  if (kind === 'ein') return digits.startsWith('00') ? 'no employer has this number' : undefined;
  const bad = /^(000|666)/.test(digits) || digits.slice(3, 5) === '00' || digits.endsWith('0000');
  return bad ? 'no person has this number' : undefined;
}

/** What is wrong with a telephone number of the United States; undefined if nothing is. */
export function phoneFault(written: string): string | undefined {
  const digits = written
    .replace(/\s*(?:x|ext\.?)\s*\d+$/i, '')
    .replace(/[\s().+-]/g, '')
    .replace(/^1(?=\d{10}$)/, '');
  if (!/^\d{10}$/.test(digits)) return 'ten digits with the area code are needed';
  if (digits[0] < '2') return `no area code begins with ${digits[0]}`;
  return digits[3] < '2' ? `no number begins with ${digits[3]} behind the area code` : undefined;
}

/** Is it no number at all? Seven digits lack the area code, more than ten may be of another country. */
export function isNoPhone(written: string): boolean {
  const plain = written.replace(/[\s().+-]/g, '');
  return !/^\d+$/.test(plain) || plain.length < 7 || plain.length === 8 || plain.length === 9;
}

/** The eleven digits of a drug code in 5-4-2 form; undefined if they are not certain. */
export function fullNdc(written: string): string | undefined {
  if (/^\d{11}$/.test(written)) return `${written.slice(0, 5)}-${written.slice(5, 9)}-${written.slice(9)}`;
  const parts = written.split('-');
  if (parts.length !== 3 || !parts.every((part) => /^\d+$/.test(part))) return undefined;
  const lengths = parts.map((part) => part.length).join('-');
  if (!['5-4-2', '4-4-2', '5-3-2', '5-4-1'].includes(lengths)) return undefined;
  return `${parts[0].padStart(5, '0')}-${parts[1].padStart(4, '0')}-${parts[2].padStart(2, '0')}`;
}

/** A CLIA certificate number: ten signs, a D in third place. */
export function isClia(written: string): boolean {
  return /^\d\dD\d{7}$/i.test(written);
}

/** Filing indicators of Medicare Part A and B. */
export function isMedicare(filing: string | undefined): boolean {
  return filing === 'MA' || filing === 'MB';
}

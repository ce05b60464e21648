// What people write where they have no number: words such as UNKNOWN, and one digit over and over.
const WORD = /^(?:UNKNOWN|UNK|NONE|N\/?A|TBD|SELF|PENDING|TEST|X+)$/i;
const SAME_DIGIT = /^(\d)\1{4,}$/;

/** A word in the place of a number. */
export const isWordForNone = (written: string): boolean => WORD.test(written.replace(/[\s-]/g, ''));

/** Five and more times the same digit. */
export const isOneDigit = (written: string): boolean => SAME_DIGIT.test(written.replace(/[\s-]/g, ''));

// The words of a note that tie what is there to its cause: due to, secondary to, caused by.

const LINK =
  '(?:due to|d\\/t|secondary to|2\\/2|caused by|because of|related to|attributed to|induced by|side effects? (?:of|from)|(?<!\\b(?:switched|changed|weaned|off|away) )from)';
const BEFORE = new RegExp(
  `\\b${LINK}\\s+(?:(?:her|his|the|their|new|recent|prior|starting|taking|use of|long-term|chronic|dose of)\\s+)*$`,
  'i',
);
const BETWEEN = new RegExp(`\\b${LINK}\\b`, 'i');

/** Does a text end with a tie, so that what follows is the cause? */
export function isCauseBefore(before: string): boolean {
  return BEFORE.test(before);
}

/** Does the text between two names make the second the cause of the first? A cause stands in the same sentence. */
export function isTie(between: string): boolean {
  return BETWEEN.test(between) && !/[.;\n]/.test(between);
}

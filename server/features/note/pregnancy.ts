// The weeks of a pregnancy that a note tells: their own code, and the trimester of the other codes.
import type { CodeEntry } from '../../../codesets/code-set';
import type { Found } from './place';
import { activeCode } from './match';
import type { Codes } from '../world';

const WEEKS =
  /\b(\d{1,2})\s?(?:(?:wks?|weeks?)\.?\s+(?:pregnan\w*|gestation\w*|ga\b|iup)|wga\b|w\d\s?d\b|(?:wks?|weeks?)\s+\d\s?(?:d|days?)\b)/i;
/** Beside a code of pregnancy these are weeks of it, unless they say how long or how long ago something was. */
const AT_WEEKS =
  /(?<!\b(?:x|for|past|in|every|last|q)\s*)\b(\d{1,2})\s?(?:wks?|weeks?)\b(?!\s+(?:ago|old|post\w*|later|history|hx|of (?!gest|preg)))/i;
const FIRST_CODED = 8;
const LAST_CODED = 42;
const SECOND_TRIMESTER = 14;
const THIRD_TRIMESTER = 28;

const TRIMESTER = /\b(first|second|third|1st|2nd|3rd) trimester\b/i;
const TRIMESTERS: Readonly<Record<string, string>> = { '1': 'first', '2': 'second', '3': 'third' };

/** Adds the weeks where another code is one of pregnancy, and gives those codes their trimester. */
export function withWeeks(found: readonly Found[], text: string, date: string, codes: Codes): Found[] {
  if (!found.some(({ entry }) => isOfPregnancy(entry))) return [...found];
  const said = WEEKS.exec(text) ?? AT_WEEKS.exec(text);
  const weeks = Number(said?.[1] ?? 0);
  const isTold = said !== null && weeks >= 1 && weeks <= LAST_CODED;
  const name = TRIMESTER.exec(text)?.[1].toLowerCase() ?? '';
  const trimester = !isTold
    ? (TRIMESTERS[name[0]] ?? name)
    : weeks < SECOND_TRIMESTER
      ? 'first'
      : weeks < THIRD_TRIMESTER
        ? 'second'
        : 'third';
  const placed = found.map((one) => {
    const entry = isOfPregnancy(one.entry) ? inTrimester(one.entry, trimester, date, codes) : undefined;
    return entry ? { ...one, entry } : one;
  });
  const entry = isTold ? activeCode(`Z3A.${weeks < FIRST_CODED ? '01' : String(weeks).padStart(2, '0')}`, date, codes) : undefined;
  if (!said || !entry || found.some((one) => one.entry.code === entry.code)) return placed;
  const start = said.index;
  const word = { raw: said[0], low: said[0].toLowerCase(), start, end: start + said[0].length };
  return [...placed, { entry, group: 'personal', order: start, words: [word], why: 'the weeks stand beside a code of pregnancy' }];
}

function isOfPregnancy({ code }: CodeEntry): boolean {
  return /^O[0-9]|^Z34/.test(code);
}

/** The neighbour whose title differs in the trimester only. */
function inTrimester(entry: CodeEntry, trimester: string, date: string, codes: Codes): CodeEntry | undefined {
  if (!/unspecified trimester/i.test(entry.title)) return undefined;
  const title = entry.title.replace(/unspecified trimester/i, `${trimester} trimester`);
  const parent = codes.parents('icd-10-cm', entry.code, date)[0];
  return parent && codes.children('icd-10-cm', parent.code, date).find((one) => one.billable && one.title === title);
}

// Parts a note into sentences and words: at full stops, at the ends of lines, at the numbers of a list.
import type { Span } from '../syntax/tree';

/** A word of a note. */
export interface NoteWord extends Span {
  readonly raw: string;
  /** In small letters. */
  readonly low: string;
}

/** The words of a note up to a full stop or the end of a line. */
export interface Sentence {
  readonly words: readonly NoteWord[];
  readonly newLine: boolean;
  /** Behind an empty line. */
  readonly newPart: boolean;
}

const TOKEN =
  /\(\s?[-+]\s?\)|(?<![A-Za-z\d/])[NVDCFSnvdcfs](?:\/[NVDCFSnvdcfs]){2,}(?![A-Za-z\d/])|\b[A-Za-z]&[A-Za-z]\b|\bw\/o\b|\br\/o'd|(?<![A-Za-z\d/])[A-Za-z\d]{1,2}\/[A-Za-z\d]{0,2}(?![A-Za-z\d/])|\d+(?:\.\d+)*%?[A-Za-z]*|[\p{L}][\p{L}\p{N}\p{M}]*(?:['’]\p{L}{1,2}(?!\p{L}))?(?:\.[A-Z\d]{1,4}\b)?|[,;:.?!&+/()\n]|(?<=\s)[-–—](?=\s)/gu;
const ABBREVIATED: ReadonlySet<string> = new Set([
  'dr',
  'mr',
  'mrs',
  'ms',
  'vs',
  'pt',
  'approx',
  'hx',
  'dx',
  'st',
  'yr',
  'yrs',
  'wk',
  'wks',
  'mo',
  'min',
  'w',
  'c',
  'r',
  'l',
  'rt',
  'lt',
  'bilat',
  'hosp',
  'dept',
  'eg',
  'ie',
  'e',
  'i',
]);

/** The sentences of a note, each with its words. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let words: NoteWord[] = [];
  let newLine = true,
    newPart = false,
    empty = false,
    nextItem = 1;
  const close = () => {
    if (words.length > 0) {
      sentences.push({ words, newLine, newPart });
      [words, newLine, newPart] = [[], false, false];
    }
  };
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0],
      start = match.index,
      end = start + raw.length;
    if (raw === '\n') {
      if (goesOn(text, start, words)) continue;
      close();
      newPart ||= empty || /^[ \t\r]*\n/.test(text.slice(end, end + LINE_LOOK));
      newLine = empty = true;
      continue;
    }
    empty = false;
    // The numbers of a list, also in the middle of a line: 1) T2DM 2) HTN
    if (
      (raw === '.' || raw === ')') &&
      words.at(-1)?.raw === String(nextItem) &&
      words[words.length - 1].end === start &&
      /^\s/.test(text.slice(end, end + 1))
    ) {
      words.pop();
      close();
      nextItem += 1;
      continue;
    }
    if (raw === '.' || raw === ';' || raw === '!') {
      const before = words.at(-1);
      const short =
        raw === '.' && before?.end === start && ABBREVIATED.has(before.low) && /^ +[a-z\d]/.test(text.slice(end, end + LINE_LOOK));
      // The number of a list: 1. OA right knee
      if (words.length === 1 && /^\d+$/.test(words[0].raw)) [words, nextItem] = [[], Number(words[0].raw) + 1];
      else if (!short) close();
      continue;
    }
    if (words.length === 0 && /^[,)/+&–—-]$/.test(raw) && raw !== '+') continue;
    if (/^\w(?:\/\w){2,}$/.test(raw)) {
      words.push(...lettersOf(raw.toLowerCase(), start));
      continue;
    }
    const low = raw.toLowerCase().replace(/’/g, "'").replace(/\s/g, '').replace(/'s$/, '');
    const full = SHORT_WORDS.get(low);
    words.push({ raw: full ?? raw, low: full ?? low, start, end });
    if (raw === ')' && words.length === 2 && /^\d+$/.test(words[0].raw)) [words, nextItem] = [[], Number(words[0].raw) + 1];
    if (words.length === LONGEST_SENTENCE) close();
  }
  close();
  return sentences;
}

/** Short words that stand for one other, wherever they stand. */
const SHORT_WORDS: ReadonlyMap<string, string> = new Map([
  ['def', 'deficiency'],
  ['insuff', 'insufficiency'],
  ['exac', 'exacerbation'],
  ['mod', 'moderate'],
  ['lac', 'laceration'],
  ['lacs', 'lacerations'],
  ['infxn', 'infection'],
  ['dystrophic', 'dystrophy'],
  ['anemic', 'anemia'],
]);

/** What single letters between slashes stand for: n/v/d, f/c/s. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['n', 'nausea'],
  ['v', 'vomiting'],
  ['d', 'diarrhea'],
  ['f', 'fever'],
  ['s', 'sweating'],
]);

function lettersOf(raw: string, start: number): NoteWord[] {
  return [...raw].map((letter, i) => {
    // Beside a fever it is chills, beside the bowels constipation.
    const name = letter === 'c' ? (raw.includes('f') ? 'chills' : 'constipation') : (LETTERS.get(letter) ?? letter);
    return { raw: name, low: name, start: start + i, end: start + i + 1 };
  });
}

const LINE_LOOK = 40;
/** In words. What goes on longer is no sentence, and is read in pieces. */
const LONGEST_SENTENCE = 100;

/** A line that ends in the middle of a sentence goes on in the next, which then begins with a small letter. */
function goesOn(text: string, at: number, words: readonly NoteWord[]): boolean {
  const last = words.at(-1);
  if (!last || last.raw === ':') return false;
  const next = /^[ \t]*([^\s])?/.exec(text.slice(at + 1, at + 1 + LINE_LOOK))?.[1] ?? '';
  return /^\p{Ll}/u.test(next) || (last.raw === ',' && /^\p{L}/u.test(next));
}

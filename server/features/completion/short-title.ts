// The title of a code in the width of a list: its beginning and its end, for there stand what it is and which one of many.

/** Columns that the editor's list has for a code and its title, as wide as it is to begin with. */
const COLUMNS = 44;

/** Long words of titles as coders write them. The encounter first: the code's last character says it, too. */
const SHORTER: readonly (readonly [words: RegExp, short: string])[] = [
  [/\bsubsequent encounter for (?:closed )?fracture with /, 'subs '],
  [/\b(initial|subsequent) encounter for open fracture type ([A-Z]+),? .*?(?: with |$)/, '$1 open $2 '],
  [/\binitial encounter for (?:closed )?fracture/, 'initial'],
  [/\bencounter for open fracture/, 'open'],
  [/\b(initial|subsequent) encounter\b/, '$1'],
  [/ [([][a-z][^)\]]*[)\]]/gi, ''],
  [/\btype (\d) diabetes mellitus\b/i, 'T$1DM'],
  [/\bdiabetes mellitus\b/i, 'DM'],
  [/\bunspecified\b/g, 'unsp'],
  [/\bUnspecified\b/g, 'Unsp'],
  [/\bwithout\b/g, 'w/o'],
  [/\bwith\b/g, 'w/'],
  [/\bdue to\b/g, 'd/t'],
  [/racture/g, 'x'],
  [/\b(?:of|the|an?) /g, ''],
  [/\band\b/g, '&'],
  [/\bsubsequent\b/, 'subs'],
  [/isplaced\b/, 'ispl'],
  [/\bbilateral\b/, 'bilat'],
  [/econdary\b/g, 'ec'],
  [/pecified\b/g, 'pec'],
  [/\bchronic\b/g, 'chr'],
  [/\bdisease\b/g, 'dis'],
  [/\bdisorder/g, 'disord'],
  [/\bsyndrome\b/g, 'synd'],
  [/alignant neoplasm\b/g, 'alig neopl'],
  [/omplications?\b/g, 'ompl'],
  [/\btrimester\b/, 'trim'],
  [/\bforeign body\b/, 'FB'],
  [/raumatic\b/, 'raum'],
  [/athological\b/, 'ath'],
  [/therosclerosis\b/, 'theroscl'],
  [/\bcoronary artery bypass graft\(s\)/, 'CABG'],
  [/\bmyocardial infarction\b/, 'MI'],
  [/roliferative\b/, 'rolif'],
  [/etinopathy\b/, 'etinop'],
];

/** What mostly tells codes of one family apart. */
const TELLING = /^(?:right|left|bilat|both|unsp|first|second|third|fourth|fifth|index|middle|ring|little|thumb|open|\d+|w\/o .*),?$/;

/** A word with the small ones that lead to it. */
const WORD = /(?:(?:w\/o?|d\/t|&|and|or|in|at|on|by|to|for|from|not|of|with|without|the) )*\S+/g;

export interface TitledCode {
  readonly code: string;
  readonly title: string;
  /** Columns that something else behind the title takes. */
  readonly taken?: number;
}

/** The titles of a list, each in as many characters as fit beside its code; of codes of one category what differs comes first. */
export function shortTitles(list: readonly TitledCode[]): string[] {
  const families = new Map<string, Family>();
  const rows = list.map(({ code, title, taken = 0 }) => {
    const category = code.slice(0, 3);
    let family = families.get(category);
    if (!family) families.set(category, (family = { size: 0, titles: new Map<string, number>() }));
    const room = COLUMNS - code.length - 2 - taken;
    const shortened = shortenedFor(title, room);
    return { room, shortened, family: joins(family, shortened) };
  });
  return rows.map(({ room, shortened: { short, words }, family: { size, titles } }) => {
    if (short.length <= room || words.length === 0) return short;
    return someWords(words, room, (n) => (size === 1 ? 0 : (titles.get(words[n]) ?? 0) / size));
  });
}

/** Codes of one category in a list: how many, and how many of their titles have a word. */
interface Family {
  size: number;
  readonly titles: Map<string, number>;
}

function joins(family: Family, { words }: Shortened): Family {
  family.size += 1;
  for (let n = 0; n < words.length; n += 1)
    if (words.indexOf(words[n]) === n) family.titles.set(words[n], (family.titles.get(words[n]) ?? 0) + 1);
  return family;
}

interface Shortened {
  readonly short: string;
  /** None where it fits. */
  readonly words: readonly string[];
}

/** With each key most titles of the list are those of the key before. */
const known = new Map<string, Shortened>();
const MOST_KNOWN = 1000;

function shortenedFor(title: string, room: number): Shortened {
  if (title.length <= room) return { short: title, words: NONE };
  const key = `${room} ${title}`;
  let found = known.get(key);
  if (!found) {
    if (known.size >= MOST_KNOWN) known.clear();
    const short = shorten(title, room);
    known.set(key, (found = { short, words: short.match(WORD) ?? NONE }));
  }
  return found;
}

const NONE: readonly string[] = [];

function shorten(title: string, room: number): string {
  let short = title;
  for (const [words, shorter] of SHORTER) {
    if (short.length <= room) break;
    short = short.replace(words, shorter).trimEnd();
  }
  return short;
}

/**
 * The words that say most, in their order: the last one, those that tell, the first one, then the rarest. `share`: of the family’s titles that
 * have a word.
 */
function someWords(words: readonly string[], room: number, share: (n: number) => number): string {
  const last = words.length - 1;
  const turns = words.flatMap((_, n) => [n, last - n]);
  const telling = turns.filter((n) => TELLING.test(words[n]) && share(n) < 1);
  const shares = words.map((_, n) => share(n));
  const kept = new Array<boolean>(words.length).fill(false);
  let left = room;
  for (const n of [last, ...telling, 0, ...turns.sort((a, b) => shares[a] - shares[b])]) {
    if (kept[n] || words[n].length > left) continue;
    kept[n] = true;
    const length = lengthOf(words, kept);
    if (length > room) kept[n] = false;
    else left = room - length + 1;
  }
  // One word that is longer than the room.
  return kept.includes(true) ? joined(words, kept) : `${words[0].slice(0, Math.max(0, room - 1))}…`;
}

/** How long `joined` will be. */
function lengthOf(words: readonly string[], kept: readonly boolean[]): number {
  let length = 0,
    before = -1;
  for (let n = 0; n < words.length; n += 1) {
    if (!kept[n]) continue;
    if (n > before + 1) length += 1;
    length += words[n].length + (length === 0 ? 0 : 1);
    before = n;
  }
  return before < words.length - 1 ? length + 1 : length;
}

/** With a sign where words are left out. */
function joined(words: readonly string[], kept: readonly boolean[]): string {
  let text = '',
    before = -1;
  for (let n = 0; n < words.length; n += 1) {
    if (!kept[n]) continue;
    if (n > before + 1) text += '…';
    text += `${text === '' ? '' : ' '}${words[n]}`;
    before = n;
  }
  return before < words.length - 1 ? `${text}…` : text;
}

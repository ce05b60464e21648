// ICD-10-PCS by its seven axes: what each character of a code says, and which may come next.
import structureText from '../../codesets/icd-10-pcs/structure.tsv';
import type { CodeEntry } from '../../codesets/code-set';
import { editionsOf } from './editions';
import type { Codes } from './world';

/** One value of one axis. */
export interface AxisValue {
  readonly character: string;
  /** Empty where what is imported does not tell it. */
  readonly name: string;
  readonly meaning: string;
}

/** A character that may come next. */
export interface NextValue extends AxisValue {
  /** The one code that is left. */
  readonly only?: CodeEntry;
}

export const LENGTH = 7;
const TABLE = 3;
const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'];

/** What an import of the set would bring, where it is missing. */
export const WHAT_TO_IMPORT =
  'The ICD-10-PCS codes are not on this machine. Import the order file of CMS (for example 2027-icd-10-pcs-order-file.zip) with “superbill codes import FILE”';

const USUAL = ['Section', 'Body system', 'Root operation', 'Body part', 'Approach', 'Device', 'Qualifier'];
/** Names of the axes from the second on, where they are not the usual ones. */
const AXES: Readonly<Record<string, readonly string[]>> = {
  2: ['Region', 'Root operation', 'Region', 'Approach', 'Device', 'Qualifier'],
  3: ['Body system', 'Root operation', 'Body system', 'Approach', 'Substance', 'Qualifier'],
  4: ['Body system', 'Root operation', 'Body system', 'Approach', 'Function', 'Qualifier'],
  5: ['Body system', 'Root operation', 'Body system', 'Duration', 'Function', 'Qualifier'],
  6: ['Body system', 'Root operation', 'Body system', 'Duration', 'Qualifier', 'Qualifier'],
  7: ['Region', 'Root operation', 'Region', 'Approach', 'Method', 'Qualifier'],
  8: ['Body system', 'Root operation', 'Region', 'Approach', 'Method', 'Qualifier'],
  9: ['Region', 'Root operation', 'Region', 'Approach', 'Method', 'Qualifier'],
  B: ['Body system', 'Type', 'Body part', 'Contrast', 'Qualifier', 'Qualifier'],
  C: ['Body system', 'Type', 'Body part', 'Radioactive substance', 'Qualifier', 'Qualifier'],
  D: ['Body system', 'Kind of radiation', 'Treatment site', 'Detail', 'Isotope', 'Qualifier'],
  F: ['Kind', 'Type', 'Body system and region', 'Detail', 'Equipment', 'Qualifier'],
  G: ['Kind', 'Type', 'Detail', 'Qualifier', 'Qualifier', 'Qualifier'],
  H: ['Kind', 'Type', 'Detail', 'Qualifier', 'Qualifier', 'Qualifier'],
  X: ['Body system', 'Root operation', 'Body part', 'Approach', 'Device or substance', 'Qualifier'],
};

/** The name of an axis, counted from 0. */
export function axisName(code: string, axis: number): string {
  return axis === 0 ? USUAL[0] : (AXES[code[0]]?.[axis - 1] ?? USUAL[axis]);
}

interface Structure {
  readonly [axis: string]: ReadonlyMap<string, AxisValue>;
}

let read: Structure | undefined;

function structure(): Structure {
  if (!read) {
    const axes: Record<string, Map<string, AxisValue>> = {
      section: new Map(),
      system: new Map(),
      operation: new Map(),
      approach: new Map(),
    };
    for (const line of structureText.split(/\r?\n/).slice(1)) {
      const [axis, code, name, meaning] = line.split('\t');
      if (name) axes[axis]?.set(code, { character: code.slice(-1), name, meaning: meaning ?? '' });
    }
    read = axes;
  }
  return read;
}

/** What ships with the program about one character of a code; undefined where only an import tells. */
function knownValue(code: string, axis: number): AxisValue | undefined {
  const { section, system, operation, approach } = structure();
  const surgical = code[0] === '0';
  switch (axis) {
    case 0:
      return section.get(code[0]);
    case 1:
      return system.get(code.slice(0, 2));
    case 2:
      return surgical || code[0] === 'X' ? operation.get(`0${code[2]}`) : undefined;
    case 4:
      return axisName(code, 4) === 'Approach' ? approach.get(code[4]) : undefined;
    default:
      return undefined;
  }
}

/** Could this be the beginning of a code? I and O are never used. */
export function isProcedureCode(text: string): boolean {
  return /^[0-9BCDFGHX][0-9A-HJ-NP-Z]{0,6}$/i.test(text);
}

/** Is an edition on this machine? */
export function hasProcedures(codes: Codes): boolean {
  return editionsOf('icd-10-pcs', codes) !== '';
}

/** The characters that may follow a beginning, each with what it stands for; empty where none may, or nothing is imported. */
export function nextValues(written: string, date: string, codes: Codes): NextValue[] {
  const code = written.toUpperCase();
  if (code.length >= LENGTH) return [];
  if (code.length < TABLE) return nextInTables(code, date, codes);
  const below = tableCodes(code.slice(0, TABLE), date, codes).filter((one) => one.code.startsWith(code));
  const groups = new Map<string, CodeEntry[]>();
  for (const one of below) groups.set(one.code[code.length], [...(groups.get(one.code[code.length]) ?? []), one]);
  // What a body part is done with, or where it leads to, is told by the characters behind it.
  const told = (one: CodeEntry) => (code.length === TABLE ? one.title.replace(/^.* into /, '').split(BEHIND_BODY_PART)[0] : one.title);
  const everywhere = commonWords(below.map(told));
  return [...groups].map(([character, group]): NextValue => {
    const known = knownValue(code + character, code.length);
    const name = known?.name ?? ownWords(group.map(told), everywhere);
    return {
      character,
      name:
        name ||
        (code.length === TABLE ? ownWords(group.map(told), new Set(wordsIn(told(group[0])).slice(0, 1))) || told(group[0]) : 'none'),
      meaning: known?.meaning ?? '',
      ...(group.length === 1 && { only: group[0] }),
    };
  });
}

/** A comma may belong to the name of a part: Hip Joint, Acetabular Surface. */
const BEHIND_BODY_PART = /, (?=(?:Open|Percutaneous|Via|External|None)\b)| with | to | using /;

/** The first three characters: all sections, then what the tables of the edition allow. */
function nextInTables(code: string, date: string, codes: Codes): NextValue[] {
  if (code === '') return hasProcedures(codes) ? [...structure().section.values()] : [];
  const firsts = new Map<string, CodeEntry>();
  for (const one of tablesOf(code[0], date, codes))
    if (one.code.startsWith(code) && !firsts.has(one.code[code.length])) firsts.set(one.code[code.length], one);
  return [...firsts].map(([character, { title }]): NextValue => {
    const known = knownValue(code + character, code.length);
    // `Imaging, Endocrine System, Magnetic Resonance Imaging`: the last part is the operation, the first the section but for the surgical one.
    const parts = title.split(', ');
    const told = code.length === TABLE - 1 ? parts.at(-1) : parts.slice(code === '0' ? 0 : 1, -1).join(', ');
    return { character, name: known?.name ?? told ?? '', meaning: known?.meaning ?? '' };
  });
}

const tables = new WeakMap<Codes, Map<string, readonly CodeEntry[]>>();

function remembered(key: string, codes: Codes, read: () => readonly CodeEntry[]): readonly CodeEntry[] {
  let known = tables.get(codes);
  if (!known) tables.set(codes, (known = new Map()));
  let found = known.get(key);
  if (!found) {
    if (known.size > MOST_TABLES) known.clear();
    known.set(key, (found = read()));
  }
  return found;
}

const MOST_TABLES = 40;

/** All tables of a section, in order. */
function tablesOf(section: string, date: string, codes: Codes): readonly CodeEntry[] {
  return remembered(`${editionsOf('icd-10-pcs', codes)} ${date} ${section}`, codes, () =>
    CHARACTERS.flatMap((system) =>
      CHARACTERS.flatMap((operation) => {
        const found = codes.find('icd-10-pcs', section + system + operation, date);
        return found.status === 'unknown' ? [] : [found.entry];
      }),
    ),
  );
}

/** All codes of a table: three characters. */
function tableCodes(table: string, date: string, codes: Codes): readonly CodeEntry[] {
  return remembered(`${editionsOf('icd-10-pcs', codes)} ${date} ${table}`, codes, () => codes.children('icd-10-pcs', table, date));
}

/** The seven characters of a code, each with what it stands for as far as it is known. */
export function axesOf(written: string, date: string, codes: Codes): (AxisValue & { readonly axis: string })[] {
  const code = written.toUpperCase();
  return [...code].map((character, at) => {
    const known = knownValue(code, at);
    const imported = known ? undefined : nextValues(code.slice(0, at), date, codes).find((one) => one.character === character);
    return { axis: axisName(code, at), character, name: known?.name ?? imported?.name ?? '', meaning: known?.meaning ?? '' };
  });
}

function wordsIn(title: string): string[] {
  return title.split(' ');
}

function commonWords(titles: readonly string[]): ReadonlySet<string> {
  let common = new Set(wordsIn(titles[0] ?? '').map(bare));
  for (const title of titles.slice(1)) {
    const words = new Set(wordsIn(title).map(bare));
    common = new Set([...common].filter((word) => words.has(word)));
  }
  return common;
}

function bare(word: string): string {
  return word.replace(/,$/, '');
}

/** The words that all titles of a value share and that not all titles of the others have. */
function ownWords(titles: readonly string[], everywhere: ReadonlySet<string>): string {
  const common = commonWords(titles);
  const own = wordsIn(titles[0] ?? '').filter((word) => common.has(bare(word)) && !everywhere.has(bare(word)));
  return own
    .join(' ')
    .replace(/^(?:(?:of|in|with|using|from|to|into|for|and) )+|(?:,| (?:of|in|with|using|from|to|into|for|and|Approach))+$/g, '')
    .replace(/,$|^(?:of|in|with|using|from|to|into|for|and)$/, '');
}

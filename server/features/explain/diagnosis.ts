// What the book shows at a diagnosis code, the most important first: whether it may be billed, what it excludes and wants beside it.
import type { CodeEntry } from '../../../codesets/code-set';
import type { CodeNote, NoteKind } from '../../../codesets/notes';
import type { Card } from '../card';
import type { Codes } from '../world';

/** No family of the book has more children; a block has. */
const SHOWN_CHILDREN = 40;
/** So much of a note at a block or chapter; its own card has all. */
const SHOWN_ABOVE = 240;
const LABELS: Record<NoteKind, string> = {
  'code first': 'Code first',
  'use additional code': 'Use additional code',
  'code also': 'Code also',
  'excludes 1': 'Excludes1, never together',
  'excludes 2': 'Excludes2, coded apart',
  'inclusion terms': 'Means also',
  includes: 'Includes',
  'seventh character': 'Seventh character',
  note: 'Note',
};
const ORDER = Object.keys(LABELS) as NoteKind[];

/** Lines of the card of a diagnosis as it stands on a day on which it is in force. `verb` says whether it still is. */
export function diagnosisLines(entry: CodeEntry, date: string, codes: Codes, verb = 'Billable'): string[] {
  const above = codes.parents('icd-10-cm', entry.code, date);
  const place = above.length > 0 ? [`In: ${above.map((one) => `${placeName(one.code)} ${one.title}`).join(' ‹ ')}`] : [];
  const notes = noteLines(entry, date, codes);
  if (entry.billable) return [[verb, ...factsOf(entry, date, codes)].join(' · '), ...notes, ...place];
  return [...childLines('Not billable: choose one of', entry.code, date, codes), ...notes, ...place];
}

function childLines(choose: string, code: string, date: string, codes: Codes): string[] {
  const children = codes.children('icd-10-cm', code, date);
  const more = children.length - SHOWN_CHILDREN;
  return [
    children.length > 0 ? choose : 'Not billable',
    ...children.slice(0, SHOWN_CHILDREN).map((child) => `• ${child.code} ${child.title}`),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ];
}

/** The chapters of the book in their order. */
const CHAPTERS = (
  'A00-B99 C00-D49 D50-D89 E00-E89 F01-F99 G00-G99 H00-H59 H60-H95 I00-I99 J00-J99 K00-K95 L00-L99 M00-M99 N00-N99 ' +
  'O00-O9A P00-P96 Q00-Q99 R00-R99 S00-T88 V00-Y99 Z00-Z99 U00-U85'
).split(' ');

function placeName(code: string): string {
  const chapter = CHAPTERS.indexOf(code) + 1;
  return chapter > 0 ? `chapter ${chapter} (${code})` : code;
}

/** The card of a block or chapter: E08-E13, chapter 4. Undefined for anything else. */
export function blockCard(asked: string, date: string, codes: Codes): Card | undefined {
  const chapter = /^chapter (\d{1,2})$/i.exec(asked)?.[1];
  const range = chapter ? CHAPTERS[Number(chapter) - 1] : /^[A-Z]\d[0-9A-Z]-[A-Z]\d[0-9A-Z]$/i.exec(asked)?.[0].toUpperCase();
  const [first] = range ? codes.children('icd-10-cm', range, date) : [];
  const block = first && codes.parents('icd-10-cm', first.code, date).find(({ code }) => code === range);
  if (!block) return undefined;
  const notes = codes.notes('icd-10-cm', block.code, date);
  const above = codes.parents('icd-10-cm', block.code, date);
  return {
    title: `${CHAPTERS.includes(block.code) ? `Chapter ${CHAPTERS.indexOf(block.code) + 1}, ` : ''}${block.code} — ${block.title}`,
    lines: [
      ...byKind(notes.filter(({ at }) => at === block.code)).map((note) => noteLine(note, block.code)),
      ...childLines('It holds', block.code, date, codes),
      ...above.map((one) => `In: ${placeName(one.code)} ${one.title}`),
      notes.length > 0 ? `Notes of ${notes[0].edition}` : '',
    ],
  };
}

/** The edition of the notes where it is another than that of the code; empty where there are none. */
export function notesEdition(entry: CodeEntry, date: string, codes: Codes): string {
  const edition = codes.notes('icd-10-cm', entry.code, date)[0]?.edition;
  return edition && edition !== entry.edition ? edition : '';
}

/** A code with its dot and its seventh character. */
const LONGEST = 8;

/** Notes at the code and its categories in full, then those of blocks and chapters, long ones cut. */
function noteLines(entry: CodeEntry, date: string, codes: Codes): string[] {
  const isSpelledOut = entry.billable || codes.children('icd-10-cm', entry.code, date).some(({ code }) => code.length === LONGEST);
  const notes = codes.notes('icd-10-cm', entry.code, date).filter(({ kind }) => kind !== 'seventh character' || !isSpelledOut);
  const near = byKind(notes.filter(({ at }) => !at.includes('-'))).map((note) => noteLine(note, entry.code));
  const above = notes.filter(({ at }) => at.includes('-')).map((note) => shortened(noteLine(note, entry.code), note.at));
  return [...near, ...above];
}

function byKind(notes: readonly CodeNote[]): CodeNote[] {
  return [...notes].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function noteLine({ kind, at, lines }: CodeNote, code: string): string {
  return `${LABELS[kind]}${at === code ? '' : `, at ${placeName(at)}`}: ${lines.join('; ').replaceAll(':; ', ': ')}`;
}

function shortened(line: string, at: string): string {
  return line.length <= SHOWN_ABOVE ? line : `${line.slice(0, line.lastIndexOf(' ', SHOWN_ABOVE))} … (superbill explain ${at})`;
}

const AGES: readonly (readonly [flag: string, who: string])[] = [
  ['newborn', 'newborns'],
  ['pediatric', 'children'],
  ['maternity', 'patients of childbearing age'],
  ['adult', 'adults'],
];
const FLAGS: readonly (readonly [flag: string, words: string])[] = [
  ['manifestation', 'never first: the cause comes before it'],
  ['ecodepdx', 'never first: a cause from outside'],
  ['unacceptable', 'not the main reason of a hospital stay'],
];

/** What Medicare's lists say of it, where they were imported. */
function factsOf({ code }: CodeEntry, date: string, codes: Codes): string[] {
  const edits = codes.fact('icd-10-cm', 'diagnosis-edits', code, date) ?? {};
  const ages = AGES.flatMap(([flag, who]) => {
    const range = edits[flag] ? codes.fact('icd-10-cm', 'age-ranges', flag, date) : undefined;
    return edits[flag] ? [`for ${who}${range ? `, ages ${range.min} to ${range.max}` : ''}`] : [];
  });
  const exempt = codes.fact('icd-10-cm', 'poa-exempt', code, date)?.exempt === 'yes' ? ['exempt from present on admission'] : [];
  return [...ages, ...FLAGS.flatMap(([flag, words]) => (edits[flag] ? [words] : [])), ...exempt];
}

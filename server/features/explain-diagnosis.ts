// What the book shows at a diagnosis code, the most important first: whether it may be billed, what it excludes and wants beside it.
import type { CodeEntry } from '../../codesets/code-set';
import type { CodeNote, NoteKind } from '../../codesets/notes';
import type { Codes } from './world';

const SHOWN_CHILDREN = 12;
/** Lines of one note; of those above the category only their kinds are told. */
const SHOWN_NOTES = 6;
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

/** Lines of the card of a diagnosis. */
export function diagnosisLines(entry: CodeEntry, date: string, codes: Codes): string[] {
  const above = codes.parents('icd-10-cm', entry.code, date);
  const place = above.length > 0 ? [`In: ${above.map((one) => `${one.code} ${one.title}`).join(' ‹ ')}`] : [];
  const notes = noteLines(entry, date, codes);
  if (entry.billable) return [['Billable', ...factsOf(entry, date, codes)].join(' · '), ...notes, ...place];
  const children = codes.children('icd-10-cm', entry.code, date);
  const more = children.length - SHOWN_CHILDREN;
  return [
    children.length > 0 ? 'Not billable: choose one of' : 'Not billable',
    ...children.slice(0, SHOWN_CHILDREN).map((child) => `• ${child.code} ${child.title}`),
    ...(more > 0 ? [`… and ${more} more`] : []),
    ...notes,
    ...place,
  ];
}

/** The edition of the notes where it is another than that of the code; empty where there are none. */
export function notesEdition(entry: CodeEntry, date: string, codes: Codes): string {
  const edition = codes.notes('icd-10-cm', entry.code, date)[0]?.edition;
  return edition && edition !== entry.edition ? edition : '';
}

/** Notes at the code and its categories in full, those of blocks and chapters by their kinds. */
function noteLines(entry: CodeEntry, date: string, codes: Codes): string[] {
  const notes = codes.notes('icd-10-cm', entry.code, date).filter(({ kind }) => kind !== 'seventh character' || !entry.billable);
  const near = notes.filter(({ at }) => !at.includes('-'));
  const far = notes.filter(({ at }) => at.includes('-'));
  const lines = [...near].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)).map((note) => noteLine(note, entry.code));
  const places = [...new Set(far.map(({ at }) => at))].map(
    (at) =>
      `${at} (${far
        .filter((one) => one.at === at)
        .map(({ kind }) => LABELS[kind].replace(/,.*/, ''))
        .join(', ')})`,
  );
  return places.length > 0 ? [...lines, `Further notes at ${places.join(' and ')}`] : lines;
}

function noteLine({ kind, at, lines }: CodeNote, code: string): string {
  const shown = lines.slice(0, SHOWN_NOTES).join('; ').replaceAll(':; ', ': ');
  const more = lines.length - SHOWN_NOTES;
  return `${LABELS[kind]}${at === code ? '' : `, at ${at}`}: ${shown}${more > 0 ? `; … ${more} more` : ''}`;
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

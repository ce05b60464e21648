// Explains a code or a term in plain words. Hover and the command line say the same.
import type { CodeEntry, CodeSetId, Lookup } from '../../codesets/code-set';
import type { NoteKind } from '../../codesets/notes';
import { formatMoney } from '../model/money';
import { abbreviations } from '../terms/tables';
import { describe } from '../terms/explanation';
import { explainTerm } from '../terms/explain-term';
import { suggestTerm } from '../terms/suggest-term';
import type { Card } from './card';
import type { Codes, World } from './world';

const SET_NAMES: Partial<Record<CodeSetId, string>> = {
  'icd-10-cm': 'diagnosis (ICD-10-CM)', 'icd-10-pcs': 'inpatient procedure (ICD-10-PCS)', hcpcs: 'service (HCPCS Level II)', cpt: 'service (CPT)',
  modifiers: 'modifier', 'place-of-service': 'place of service', carc: 'adjustment reason (CARC)', rarc: 'remark (RARC)',
  'claim-status-category': 'claim status category', 'claim-status': 'claim status', 'claim-frequency': 'claim frequency',
  'filing-indicator': 'kind of insurance', taxonomy: 'provider taxonomy', revenue: 'revenue code', condition: 'condition code',
  occurrence: 'occurrence code', 'value-code': 'value code', 'type-of-bill': 'type of bill',
};

const MORE_LABELS: Record<string, string> = { meaning: '', explain: '', next: 'What to do: ', unit: 'One unit: ', facility: '' };
const SHOWN_CHILDREN = 12;
const SHOWN_NOTES = 20;
const NOTE_LABELS: Record<NoteKind, string> = {
  note: 'Note', includes: 'Includes', 'inclusion terms': 'Means also', 'code first': 'Code first', 'use additional code': 'Use additional code',
  'code also': 'Code also', 'excludes 1': 'Excludes1, never together', 'excludes 2': 'Excludes2, coded apart',
  'seventh character': 'Seventh character',
};

/** A code's card: title, whether it may be billed, what stands below it, what its set says about it. */
export function codeCard(entry: CodeEntry, lookup: Lookup, date: string, codes: Codes): Card {
  const lines: string[] = [];
  if (entry.set === 'icd-10-cm') lines.push(...diagnosisLines(entry, date, codes));
  for (const [column, label] of Object.entries(MORE_LABELS)) {
    const text = entry.more[column];
    if (text && column === 'facility') lines.push(text === 'F' ? 'Paid at the facility rate' : 'Paid at the non-facility rate');
    else if (text) lines.push(`${label}${text}`);
  }
  if (lookup.status === 'retired') lines.push(retiredLine(entry, lookup.replacedBy, date));
  const days = [entry.from && `from ${entry.from}`, entry.to && `to ${entry.to}`].filter(Boolean).join(' ');
  lines.push(`${SET_NAMES[entry.set] ?? entry.set}${days ? `, ${days}` : ''} · ${entry.edition}`);
  return { title: `${entry.code} — ${entry.title}`, lines };
}

function diagnosisLines(entry: CodeEntry, date: string, codes: Codes): string[] {
  const above = codes.parents('icd-10-cm', entry.code, date);
  const lines = above.length > 0 ? [`In: ${above.map((one) => `${one.code} ${one.title}`).join(' ‹ ')}`] : [];
  if (entry.billable) return ['Billable', ...lines, ...noteLines(entry, date, codes)];
  const children = codes.children('icd-10-cm', entry.code, date);
  lines.unshift('Not billable: choose one of');
  for (const child of children.slice(0, SHOWN_CHILDREN)) lines.push(`• ${child.code} ${child.title}`);
  if (children.length > SHOWN_CHILDREN) lines.push(`… and ${children.length - SHOWN_CHILDREN} more`);
  return [...lines, ...noteLines(entry, date, codes)];
}

/** What the tabular list prints at a code and above it, where its notes were imported. */
function noteLines(entry: CodeEntry, date: string, codes: Codes): string[] {
  const notes = codes.notes('icd-10-cm', entry.code, date);
  const lines = notes.filter(({ kind }) => kind !== 'seventh character' || !entry.billable).map(({ kind, at, lines: said }) => {
    const shown = said.slice(0, SHOWN_NOTES).join('; ').replaceAll(':; ', ': ') + (said.length > SHOWN_NOTES ? `; … ${said.length - SHOWN_NOTES} more` : '');
    return `${NOTE_LABELS[kind]}${at === entry.code ? '' : `, at ${at}`}: ${shown}`;
  });
  return notes.length > 0 && notes[0].edition !== entry.edition ? [...lines, `Notes of ${notes[0].edition}`] : lines;
}

function retiredLine(entry: CodeEntry, replacedBy: string | undefined, date: string): string {
  const when = entry.to && entry.to < date ? `not valid since ${entry.to}` : entry.from ? `valid only from ${entry.from}` : `not valid on ${date}`;
  return `Not valid on ${date}: ${when}${replacedBy ? `; use ${replacedBy}` : ''}`;
}

/** The card of a code in one set, or undefined where the set does not have it. */
export function findCard(set: CodeSetId, code: string, date: string, codes: Codes): Card | undefined {
  const lookup = codes.find(set, code, date);
  return lookup.status === 'unknown' ? undefined : codeCard(lookup.entry, lookup, date, codes);
}

/** A service code: from its set, and what the practice's charge master says of it. */
export function serviceCard(code: string, date: string, world: Pick<World, 'codes' | 'workspace'>): Card | undefined {
  const found = findCard('hcpcs', code, date, world.codes) ?? findCard('cpt', code, date, world.codes);
  const fee = world.workspace.fees(code)[0];
  const words = fee?.description?.value;
  const charge = fee?.charge ? `Fee for one unit: ${formatMoney(fee.charge.value)}` : '';
  if (found) return { title: found.title, lines: [...found.lines, words ? `In the practice’s words: ${words}` : '', charge] };
  if (fee) return { title: words ? `${code} — ${words}` : code, lines: [charge, 'From the practice’s charge master'] };
  return undefined;
}

const CODE_ORDER: readonly CodeSetId[] = ['icd-10-cm', 'hcpcs', 'cpt', 'icd-10-pcs', 'modifiers', 'taxonomy', 'rarc', 'carc', 'place-of-service', 'claim-status-category', 'claim-status', 'claim-frequency',
  'filing-indicator', 'type-of-bill', 'revenue', 'condition', 'occurrence', 'value-code',
];

/** Everything that a code or term may mean, the likeliest first; empty where nothing is known. */
export function explain(query: string, date: string, world: Pick<World, 'codes' | 'workspace'>): Card[] {
  const asked = query.trim();
  const cards: Card[] = [];
  const adjustment = /^(CO|PR|OA|PI|CR)[- ]?([A-Z]?\d{1,3})$/i.exec(asked);
  if (adjustment) {
    const card = findCard('carc', adjustment[2].toUpperCase(), date, world.codes);
    if (card) cards.push({ ...card, title: `${adjustment[1].toUpperCase()}-${card.title}`, lines: [GROUPS[adjustment[1].toUpperCase()] ?? '', ...card.lines] });
  }
  const looksLikeCode = /\d/.test(asked) || /^[A-Z]{2}$/.test(asked);
  if (looksLikeCode) {
    for (const set of CODE_ORDER) {
      const card = set === 'hcpcs' ? serviceCard(asked.toUpperCase(), date, world) : set === 'cpt' ? undefined : findCard(set, asked, date, world.codes);
      if (card) cards.push(card);
    }
  }
  const term = explainTerm(asked);
  if (term) {
    const [title, ...lines] = describe(term).split('\n');
    const card = { title, lines };
    if (abbreviations().has(asked.toLowerCase()) || !looksLikeCode) cards.unshift(card);
    else cards.push(card);
  }
  return cards;
}

/** Words that were perhaps meant. */
export function suggest(query: string): string[] {
  return suggestTerm(query.trim());
}

export const GROUPS: Record<string, string> = {
  CO: 'CO: the contract between practice and payer decides; the patient does not pay it',
  PR: 'PR: the patient, or the next coverage, pays it',
  OA: 'OA: neither contract nor patient; for information or another payer',
  PI: 'PI: the payer’s own decision; not billed to the patient',
  CR: 'CR: correction of an earlier decision',
};

// Explains a code or a term in plain words. Hover and the command line say the same.
import type { CodeEntry, CodeSetId, Lookup } from '../../../codesets/code-set';
import { replacementsOf, useInstead } from '../../../codesets/replacements';
import { formatMoney } from '../../model/money';
import { abbreviations } from '../../terms/tables';
import { describe } from '../../terms/explanation';
import { explainTerm } from '../../terms/explain-term';
import { suggestTerm, termsWith } from '../../terms/suggest-term';
import type { Card } from '../card';
import { blockCard, diagnosisLines, notesEdition } from './diagnosis';
import { axisLines, beginningCard } from './procedure';
import { NO_WORDS, cptCard, serviceLines } from './service';
import { capital } from '../wording';
import type { Codes, World } from '../world';

const SET_NAMES: Partial<Record<CodeSetId, string>> = {
  'icd-10-cm': 'diagnosis (ICD-10-CM)',
  'icd-10-pcs': 'inpatient procedure (ICD-10-PCS)',
  hcpcs: 'service (HCPCS Level II)',
  cpt: 'service (CPT)',
  modifiers: 'modifier',
  'place-of-service': 'place of service',
  carc: 'adjustment reason (CARC)',
  rarc: 'remark (RARC)',
  'claim-status-category': 'claim status category',
  'claim-status': 'claim status',
  'claim-frequency': 'claim frequency',
  'filing-indicator': 'kind of insurance',
  taxonomy: 'provider taxonomy',
  revenue: 'revenue code',
  condition: 'condition code',
  occurrence: 'occurrence code',
  'value-code': 'value code',
  'type-of-bill': 'type of bill',
};

const MORE_LABELS: Record<string, string> = { meaning: '', explain: '', next: 'What to do: ', unit: 'One unit: ', facility: '' };

/** A code's card: title, whether it may be billed, what stands below it, what its set says about it. */
function codeCard(entry: CodeEntry, lookup: Lookup, date: string, codes: Codes): Card {
  const lines: string[] = [];
  // What is not in force on the day is told as the book told it while it was.
  const day = lookup.status === 'retired' ? dayInForce(entry, date) : date;
  if (lookup.status === 'retired') lines.push(retiredLine(entry, replacementsOf(lookup), date));
  if (entry.set === 'icd-10-cm') {
    lines.push(...diagnosisLines(entry, day, codes, day < date ? 'Was billable' : day > date ? 'Will be billable' : undefined));
  }
  if (entry.set === 'icd-10-pcs') lines.push(...axisLines(entry, date, codes));
  for (const [column, label] of Object.entries(MORE_LABELS)) {
    const text = entry.more[column];
    if (text && column === 'facility') lines.push(text === 'F' ? 'Paid at the facility rate' : 'Paid at the non-facility rate');
    else if (text) lines.push(`${label}${text}`);
  }
  const days = [entry.from && `from ${entry.from}`, entry.to && `to ${entry.to}`].filter(Boolean).join(' ');
  const notes = entry.set === 'icd-10-cm' ? notesEdition(entry, day, codes) : '';
  const name = SET_NAMES[entry.set] ?? entry.set;
  const from = `${editionName(entry, codes)}${notes ? `, notes of ${notes}` : ''}`;
  lines.push(`${capital(name)}${days ? `, ${days}` : ''} · ${from}`);
  return { title: `${entry.code} — ${entry.title}`, lines };
}

function dayInForce({ from, to }: CodeEntry, date: string): string {
  return to && to < date ? to : from && from > date ? from : date;
}

/** The edition with its first and last day, where it is one of a year. */
function editionName({ set, edition }: CodeEntry, codes: Codes): string {
  const { from, to } = codes.editions().find((one) => one.id === set && !one.layer && one.edition === edition)?.effective ?? {};
  return from && to ? `${edition} (${from} to ${to})` : edition;
}

function retiredLine(entry: CodeEntry, replacements: readonly string[], date: string): string {
  const ended = entry.to && entry.to < date ? `: its last day was ${entry.to}` : undefined;
  const when = ended ?? (entry.from ? `: valid only from ${entry.from}` : '');
  return `Not valid on ${date}${when}${replacements.length > 0 ? `; ${useInstead(replacements)}` : ''}`;
}

/** The card of a code in one set, or undefined where the set does not have it. */
export function findCard(set: CodeSetId, code: string, date: string, codes: Codes): Card | undefined {
  const lookup = codes.find(set, code, date);
  return lookup.status === 'unknown' ? undefined : codeCard(lookup.entry, lookup, date, codes);
}

/** A service code: from its set, what the practice's charge master says of it, and what payers are known to check. */
export function serviceCard(code: string, date: string, world: Pick<World, 'codes' | 'workspace'>): Card | undefined {
  const found = findCard('hcpcs', code, date, world.codes) ?? findCard('cpt', code, date, world.codes);
  const fee = world.workspace.fees(code)[0];
  const words = fee?.description?.value;
  const charge = fee?.charge ? `Fee for one unit: ${formatMoney(fee.charge.value)}` : '';
  const known = serviceLines(code, date, world.codes);
  if (found) {
    const own = words ? `In the practice’s words: ${words}` : '';
    return { title: found.title, lines: [...found.lines.slice(0, -1), own, charge, ...known, ...found.lines.slice(-1)] };
  }
  if (fee) return { title: words ? `${code} — ${words}` : code, lines: [charge, ...known, 'From the practice’s charge master'] };
  if (known.length === 0) return undefined;
  const { lines } = cptCard(code) ?? { lines: [NO_WORDS] };
  return { title: code, lines: [...known, ...lines] };
}

const CODE_ORDER: readonly CodeSetId[] = [
  'icd-10-cm',
  'hcpcs',
  'cpt',
  'icd-10-pcs',
  'modifiers',
  'taxonomy',
  'rarc',
  'carc',
  'place-of-service',
  'claim-status-category',
  'claim-status',
  'claim-frequency',
  'filing-indicator',
  'type-of-bill',
  'revenue',
  'condition',
  'occurrence',
  'value-code',
];

/** What a person may write beside a code to say what it is: place 11, pos 11, 11 (place). */
const HINTS: Readonly<Record<string, CodeSetId>> = {
  place: 'place-of-service',
  pos: 'place-of-service',
  modifier: 'modifiers',
  mod: 'modifiers',
  carc: 'carc',
  reason: 'carc',
  rarc: 'rarc',
  remark: 'rarc',
  revenue: 'revenue',
  rev: 'revenue',
  condition: 'condition',
  occurrence: 'occurrence',
  value: 'value-code',
  tob: 'type-of-bill',
  taxonomy: 'taxonomy',
  status: 'claim-status',
  category: 'claim-status-category',
  frequency: 'claim-frequency',
  filing: 'filing-indicator',
  diagnosis: 'icd-10-cm',
  dx: 'icd-10-cm',
  procedure: 'icd-10-pcs',
  pcs: 'icd-10-pcs',
};

function hintedCard(asked: string, date: string, codes: Codes): Card | undefined {
  const plain = asked.replace(/^(?:type of bill|bill type)\b/i, 'tob').replace(/\b(?:codes?|of service)\b */gi, '');
  const [, before, code = '', behind] =
    /^(?:([a-z]+) +)?([\w.]+)(?: *\(?([a-z]+)\)?)?$/i.exec(plain.replace(/^(pos|mod|tob|rev|carc|rarc)(?=\d)/i, '$1 ')) ?? [];
  const set = HINTS[(before ?? behind ?? '').toLowerCase()];
  if (set === 'type-of-bill') return billCard(code, date, codes);
  return set && findCard(set, code, date, codes);
}

/** A type of bill as institutional claims bear it: two digits for the kind of place, and one for the frequency. 131, 0131. */
function billCard(asked: string, date: string, codes: Codes): Card | undefined {
  const [, kind = '', frequency = ''] = /^0?(\d\d)([\dA-Z])?$/i.exec(asked) ?? [];
  const bill = codes.find('type-of-bill', kind, date),
    often = codes.find('claim-frequency', frequency, date);
  if (bill.status === 'unknown') return undefined;
  const card = codeCard(bill.entry, bill, date, codes);
  return often.status === 'unknown'
    ? card
    : {
        title: `${asked.toUpperCase()} — ${bill.entry.title}`,
        lines: [`Frequency ${often.entry.code}: ${often.entry.title}`, ...card.lines],
      };
}

/** A claim's status as acknowledgements write it, category and status together: A7:164. */
function answerCards(asked: string, date: string, codes: Codes): Card[] {
  const [, category, status] = /^([a-z]\d{1,2})[: ]+(\d{1,4})(?:[: ]+\w+)?$/i.exec(asked) ?? [];
  if (!category) return [];
  const said = findCard('claim-status-category', category, date, codes);
  return said ? [said, findCard('claim-status', status, date, codes) ?? unknownCard(status, 'claim status')] : [];
}

/** An adjustment as remittances write it, group and reason together: CO-16. */
export function adjustmentCard(asked: string, date: string, codes: Codes): Card | undefined {
  const [, group = '', reason = ''] = /^(CO|PR|OA|PI|CR)[- ]?([A-Z]?\d{1,3})$/.exec(asked.toUpperCase()) ?? [];
  const card = group ? findCard('carc', reason, date, codes) : undefined;
  return card && { title: `${group}-${card.title}`, lines: [GROUPS[group] ?? '', ...card.lines] };
}

function unknownCard(code: string, what: string): Card {
  return { title: `${code} — no ${what} that is known here`, lines: [] };
}

/** A category as the book prints it has a dash for what is still to be chosen: E11.-, S52.5-. */
const WITH_DASH = /^([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)\.?-$/i;

/** A service with its modifiers, as it stands on a line of services: 99213-25, 20610-RT-59. */
function modifiedCards(asked: string, date: string, world: Pick<World, 'codes' | 'workspace'>): Card[] {
  const [, service, modifiers = ''] = /^([0-9A-Z]\d{3}[0-9A-Z])((?:-[0-9A-Z]{2}){1,4})$/.exec(asked.toUpperCase()) ?? [];
  const card = service && (serviceCard(service, date, world) ?? cptCard(service));
  const behind = modifiers.split('-').filter(Boolean);
  return card ? [card, ...behind.map((one) => findCard('modifiers', one, date, world.codes) ?? unknownCard(one, 'modifier'))] : [];
}

/** Everything that a code or term may mean, the likeliest first; empty where nothing is known. */
export function explain(query: string, date: string, world: Pick<World, 'codes' | 'workspace'>): Card[] {
  const asked = query.trim().replace(WITH_DASH, '$1');
  const cards: Card[] = [];
  const adjustment = adjustmentCard(asked, date, world.codes);
  if (adjustment) cards.push(adjustment);
  const only = hintedCard(asked, date, world.codes) ?? blockCard(asked, date, world.codes);
  if (only) return [only];
  const modified = modifiedCards(asked, date, world);
  if (modified.length > 0) return modified;
  const answered = answerCards(asked, date, world.codes);
  if (answered.length > 0) return answered;
  const looksLikeCode = /\d/.test(asked) || /^[A-Z]{2}$/.test(asked);
  if (looksLikeCode) {
    // Two digits are rather a place than a reason.
    for (const set of /^\d\d$/.test(asked) ? [...new Set<CodeSetId>(['modifiers', 'place-of-service', ...CODE_ORDER])] : CODE_ORDER) {
      // A service card speaks for CPT, too.
      if (set === 'cpt') continue;
      const card = set === 'hcpcs' ? serviceCard(asked.toUpperCase(), date, world) : findCard(set, asked, date, world.codes);
      if (card) cards.push(card);
    }
    const bill = /^0?\d\d[\dA-Z]$/i.test(asked) ? billCard(asked, date, world.codes) : undefined;
    if (bill) cards.push(bill);
    // What is written just so comes before what is found without its zeros.
    const isSo = ({ title }: Card): boolean => title.startsWith(`${asked.toUpperCase()} `);
    cards.sort((a, b) => Number(isSo(b)) - Number(isSo(a)));
    const begun = cards.length === 0 ? (cptCard(asked) ?? beginningCard(asked, date, world.codes)) : undefined;
    if (begun) cards.push(begun);
  }
  // A short form asked for is one, also in small letters: ms, era.
  const term = explainTerm(asked) ?? (/^[a-z]{2,5}$/.test(asked) ? explainTerm(asked.toUpperCase()) : undefined);
  if (term) {
    const [title, ...lines] = describe(term).split('\n');
    const card = { title, lines };
    if (abbreviations().has(asked.toLowerCase()) || !looksLikeCode) cards.unshift(card);
    else cards.push(card);
  }
  return cards;
}

/** Terms that were perhaps meant: by a slip, or by one word of several. */
export function suggest(query: string): string[] {
  const asked = query.trim();
  const near = suggestTerm(asked);
  return near.length > 0 ? near : termsWith(asked);
}

export const GROUPS: Record<string, string> = {
  CO: 'CO: the contract between practice and payer decides; the patient does not pay it',
  PR: 'PR: the patient, or the next coverage, pays it',
  OA: 'OA: neither contract nor patient; for information or another payer',
  PI: 'PI: the payer’s own decision; not billed to the patient',
  CR: 'CR: correction of an earlier decision',
};

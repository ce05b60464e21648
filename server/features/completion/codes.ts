// Offers codes for what was typed: diagnoses by code or words, services from the charge master and HCPCS.
import type { CodeEntry } from '../../../codesets/code-set';
import { keyOf } from '../../../codesets/rows';
import { popularityOf } from '../../../codesets/search/popularity';
import type { Fee } from '../../model/definitions';
import { formatMoney } from '../../model/money';
import * as grammar from '../../syntax/superbill/grammar';
import { type Draft, type ItemDraft, type Offer, wordEnd } from './item';
import { dayOf } from '../locate';
import { matchSmallList } from '../small-list';
import { usedCodes } from '../used-codes';
import type { Codes, World } from '../world';

const LIMIT = 50;

/** On a line of `diagnoses`: the words behind the letter are the question; the answer is code and title. */
export function offerDiagnoses(draft: Draft): Offer {
  const { world, document, offset, typed } = draft;
  const letter = /^[A-La-l][.):]?\s+/.exec(typed)?.[0] ?? '';
  const query = typed.slice(letter.length);
  const date = dayOf(document, offset, world);
  const chosen = /^(\S+)(\s+)(.*)$/.exec(query);
  if (chosen) {
    const lookup = world.codes.find('icd-10-cm', chosen[1], date);
    if (lookup.status !== 'unknown' && lookup.entry.billable) return offerTitle(draft, lookup.entry.title, chosen[3]);
  }
  // What stands behind the cursor is the old code's: an accepted item takes the place of all of it.
  const span = { start: draft.start + letter.length, end: Math.max(offset, draft.line?.content.end ?? offset) };
  const used = usedCodes(world.workspace).diagnoses;
  const prefix = letter ? '' : `${nextLetter(takenLetters(draft))}  `;
  const present = new Set(
    (draft.parent?.entries ?? [])
      .filter((one) => one.line !== draft.line)
      .map((one) => (grammar.DIAGNOSIS === one.spec ? codeOf(one.value) : '')),
  );
  const found: readonly CodeEntry[] =
    query.trim() === ''
      ? [...used]
          .sort((a, b) => b[1] - a[1])
          .slice(0, LIMIT)
          .flatMap(([code]) => {
            const lookup = world.codes.find('icd-10-cm', code, date);
            return lookup.status === 'active' ? [lookup.entry] : [];
          })
      : narrowed(query, world.codes.search(query, { sets: ['icd-10-cm'], date, limit: LIMIT, used }), date, used, world.codes);
  // A category that is written out is narrowed: it is not offered once more.
  const written = query.trim().toUpperCase().replace('.', '');
  const drafts = found.filter(
    (one) => !present.has(one.code) && isInForce(one, date) && (one.billable || one.code.replace('.', '') !== written),
  );
  const items = drafts.map(
    (one): ItemDraft => ({
      label: one.code,
      detail: one.title,
      hasMore: !one.billable,
      kind: 'code',
      filter: query || one.code,
      text: one.billable ? `${prefix}${one.code}  ${one.title}` : `${prefix}${one.code}`,
      retrigger: !one.billable,
      data: { set: 'icd-10-cm', code: one.code, date },
    }),
  );
  return { drafts: items, span, incomplete: true };
}

/** A large family is narrowed step by step: what is billed every day, then the categories one level below. */
function narrowed(
  query: string,
  found: readonly CodeEntry[],
  date: string,
  used: ReadonlyMap<string, number>,
  codes: Codes,
): readonly CodeEntry[] {
  if (found.length <= MOST_AT_ONCE || !isCode(query)) return found;
  const below = codes.children('icd-10-cm', query.trim(), date);
  if (below.length === 0) return found;
  const everyday = popularityOf('icd-10-cm', () => false);
  const first = found.filter((one) => one.billable && (used.has(one.code) || everyday(keyOf(one.code)) > 0)).slice(0, MOST_EVERYDAY);
  return [...first, ...below.filter((one) => !first.some((other) => other.code === one.code))];
}

/** A family no larger is seen at once: the encounters of a fracture are 16. */
const MOST_AT_ONCE = 16;
const MOST_EVERYDAY = 6;

function isCode(query: string): boolean {
  return /^[a-z]\d[0-9a-z]\.?[0-9a-z]{0,4}$/i.test(query.trim());
}

/** Behind a code that may be billed stand its own words, and nothing else is offered. */
function offerTitle(draft: Draft, title: string, described: string): Offer {
  const behind = draft.document.text.slice(draft.offset, Math.max(draft.offset, draft.line?.content.end ?? draft.offset)).trim();
  const empty = described === '' && behind === '';
  return { drafts: empty ? [{ label: title, text: title, kind: 'value' }] : [], span: { start: draft.offset, end: draft.offset } };
}

function isInForce({ from, to }: CodeEntry, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}

function codeOf(value: unknown): string {
  const code = (value as { code?: { value: string } } | undefined)?.code?.value ?? '';
  return code.toUpperCase();
}

function takenLetters(draft: Draft): ReadonlySet<string> {
  const letters = (draft.parent?.entries ?? [])
    .filter((one) => one.line !== draft.line)
    .map((one) => (one.value as { letter?: { value: string } } | undefined)?.letter?.value ?? '');
  return new Set(letters);
}

/** The first letter that no other line has. */
export function nextLetter(taken: ReadonlySet<string>): string {
  return [...'ABCDEFGHIJKL'].find((letter) => !taken.has(letter)) ?? 'L';
}

/** At the start of a line of `services`: code or words. Accepting goes on with pointers. */
export function offerServices(draft: Draft): Offer {
  const { world, document, offset, typed } = draft;
  const dash = /^\S*\d\S*-/.test(typed) ? typed.indexOf('-') : -1;
  if (dash > 0) return offerModifiers(draft, dash);
  const date = dayOf(document, offset, world);
  const end = /^[^\s-]*/.exec(document.text.slice(offset, wordEnd(draft)))?.[0].length ?? 0;
  const span = { start: draft.start, end: offset + end };
  // In front of what stands already, only the code is exchanged.
  const alone = document.text.slice(span.end, Math.max(span.end, draft.line?.content.end ?? span.end)) === '';
  const used = usedCodes(world.workspace).services;
  const accepted = (code: string) => ({ text: alone ? `${code}  ` : code, retrigger: alone });
  const query = typed.trim();
  const drafts: ItemDraft[] = feesFor(query, world, used)
    .slice(0, LIMIT)
    .map((fee) => ({
      label: fee.code.value,
      detail: [fee.charge && formatMoney(fee.charge.value), fee.description?.value].filter(Boolean).join(' · '),
      kind: 'code',
      filter: typed || fee.code.value,
      ...accepted(fee.code.value),
      data: { set: 'service', code: fee.code.value, date },
    }));
  const known = new Set(drafts.map((one) => one.label));
  if (query !== '') {
    for (const one of world.codes.search(query, { sets: ['hcpcs', 'cpt'], date, limit: LIMIT, used })) {
      if (known.has(one.code) || !isInForce(one, date)) continue;
      drafts.push({
        label: one.code,
        detail: one.title,
        kind: 'code',
        filter: typed,
        ...accepted(one.code),
        data: { set: 'service', code: one.code, date },
      });
    }
  }
  return { drafts, span, incomplete: true };
}

/** The charge master's services for what was typed; all, the most used first, where nothing was. */
export function feesFor(query: string, { workspace }: World, used: ReadonlyMap<string, number>): Fee[] {
  const fees = workspace.allFees().filter((fee) => !fee.code.value.includes('-'));
  if (query === '') return fees.sort((a, b) => (used.get(b.code.value) ?? 0) - (used.get(a.code.value) ?? 0));
  return matchSmallList(query, fees, (fee) => [fee.code.value, fee.description?.value ?? '']);
}

/** Behind `CODE-`: modifiers, those first that fit the code. */
function offerModifiers(draft: Draft, dash: number): Offer {
  const { world, typed, document, offset } = draft;
  const code = typed.slice(0, dash).toUpperCase();
  const parts = typed.slice(dash + 1).split('-');
  const last = parts.at(-1) ?? '';
  const date = dayOf(document, offset, world);
  const end = /^[^\s-]*/.exec(document.text.slice(offset, wordEnd(draft)))?.[0].length ?? 0;
  const before = new Set(parts.slice(0, -1).map((one) => one.toUpperCase()));
  const fitting = new Map(fittingModifiers(code).map((modifier, i) => [modifier, i]));
  const all = matchSmallList(last, world.codes.list('modifiers', date), (one) => [one.code, one.title]).filter(
    (one) => !before.has(one.code),
  );
  // What begins as typed comes first; among equals, what fits the code.
  const rank = ({ code: modifier }: CodeEntry) =>
    (last !== '' && modifier.startsWith(last.toUpperCase()) ? 0 : 1000) + (fitting.get(modifier) ?? 500);
  const drafts = all
    .map((one, i) => ({ one, i }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.i - b.i)
    .map(
      ({ one }): ItemDraft => ({
        label: one.code,
        detail: one.title,
        kind: 'value',
        text: one.code,
        filter: last || one.code,
        data: { set: 'modifiers', code: one.code, date },
      }),
    );
  return { drafts, span: { start: offset - last.length, end: offset + end }, incomplete: true };
}

/** Modifiers by the kind of service, most used first. Ranges are those of the code book's chapters. */
function fittingModifiers(code: string): readonly string[] {
  const number = /^\d{5}$/.test(code) ? Number(code) : 0;
  if (number >= 99202 && number <= 99499) return ['25', '24', '57', '95', '93', 'GT', 'FS', 'AI'];
  if (number >= 100 && number <= 1999) return ['AA', 'QK', 'QX', 'QY', 'QZ', 'AD', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'QS', '23'];
  if (number >= 10004 && number <= 69990)
    return ['RT', 'LT', '50', '59', '51', '22', '52', '53', '58', '78', '79', '80', '62', 'XS', 'XE', 'XP', 'XU'];
  if (number >= 70010 && number <= 79999) return ['26', 'TC', 'RT', 'LT', '50', '59', '52', '76', '77'];
  if (number >= 80047 && number <= 89398) return ['QW', '91', '90', '59', '26', 'TC'];
  if (number >= 97010 && number <= 97799) return ['GP', 'GO', 'GN', 'KX', '59', 'CQ', 'CO'];
  if (number >= 90281 && number <= 99199) return ['25', '59', '26', 'TC', '95', 'GT'];
  if (/^J\d{4}$/.test(code)) return ['JZ', 'JW', 'JB', 'TB', 'RT', 'LT'];
  if (/^A0\d{3}$/.test(code)) return ['RH', 'SH', 'HR', 'NH', 'HN', 'QM', 'QN'];
  if (/^[EKL]\d{4}$/.test(code)) return ['NU', 'RR', 'UE', 'KX', 'RT', 'LT', 'GA', 'KH', 'KI', 'KJ'];
  return [];
}

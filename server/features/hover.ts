// Says what stands under the pointer: keywords, codes, references, amounts, and the terms of a note.
import type { Hover } from 'vscode-languageserver-types';
import { type Span, slice } from '../syntax/tree';
import type { Entry, Token } from '../syntax/superbill/nodes';
import * as grammar from '../syntax/superbill/grammar';
import { readDateRange } from '../syntax/superbill/values';
import { wordsOf } from '../claims/words';
import { ageOn, dayNumber, daysBetween } from '../model/dates';
import type { Party } from '../model/definitions';
import type { Claim, ClaimService } from '../model/claim';
import { formatMoney, times } from '../model/money';
import { resolveClaim } from '../model/resolve';
import type { Source } from '../model/value';
import { describeInMarkdown } from '../terms/explanation';
import { suggestTerm } from '../terms/suggest-term';
import { termAt } from '../terms/term-at';
import { type Card, cardMarkdown, escapeMarkdown } from './card';
import { codeTokens } from './code-token';
import { findCard, serviceCard } from './explain';
import { beginningCard } from './explain-procedure';
import { encounterAt, locate } from './locate';
import { WORDS_OF_A_SERVICE } from './service-words';
import type { SuperbillDocument } from './project';
import { definitionAt } from './references';
import type { World } from './world';

export function hover(document: SuperbillDocument, offset: number, world: World): Hover | undefined {
  const { entry, token } = locate(document.tree, offset);
  if (!entry) return undefined;
  if (!token) return undefined;
  const found = explainToken(document, entry, token, offset, world);
  return found && { contents: { kind: 'markdown', value: found.markdown }, range: document.lines.range(found.span) };
}

interface Said {
  readonly markdown: string;
  readonly span: Span;
}

function explainToken(document: SuperbillDocument, entry: Entry, token: Token, offset: number, world: World): Said | undefined {
  const say = (card: Card | undefined): Said | undefined => card && { markdown: cardMarkdown(withDecision(document, entry, token, card, world)), span: token.span };
  switch (token.kind) {
    case 'keyword': return explainKeyword(document, entry, token);
    case 'code': case 'modifier': case 'word': case 'number': return say(codeTokenCard(document, entry, token, offset, world)) ?? explainValue(document, entry, token);
    case 'letter': return say(letterCard(document, offset, letterAt(document, token, offset), world));
    case 'pointer': {
      const at = Math.min(offset, token.span.end - 1);
      const card = letterCard(document, offset, letterAt(document, token, offset), world);
      return card && { markdown: cardMarkdown(card), span: { start: at, end: at + 1 } };
    }
    case 'units': case 'money': return say(chargeCard(document, offset, world)) ?? explainValue(document, entry, token);
    case 'date': return say(dateCard(slice(document.text, token.span), entry, world));
    case 'reference': case 'definition': return say(referenceCard(document, offset, world));
    case 'note': return codeInText(document, token.span, offset, world) ?? termInText(document, token.span, offset);
    case 'text': return TEXTS.has(entry.spec) ? termInText(document, token.span, offset) : explainValue(document, entry, token);
    default: return undefined;
  }
}

/** Lines whose free words are about medicine; names and addresses are not. */
const TEXTS: ReadonlySet<unknown> = new Set([grammar.DIAGNOSIS, grammar.SERVICE, grammar.FEE, grammar.CLAIM_NOTE]);

/** The keyword of a line, or a word inside of it that says what follows. */
function explainKeyword(document: SuperbillDocument, entry: Entry, token: Token): Said | undefined {
  if (token === entry.keyword) return entry.spec && { markdown: `${escapeMarkdown(entry.spec.doc)}\n\n\`${entry.spec.example}\``, span: token.span };
  const meaning = WORDS_OF_A_SERVICE.find(([word]) => word === slice(document.text, token.span).toLowerCase())?.[1];
  return entry.spec === grammar.SERVICE && meaning ? { markdown: escapeMarkdown(meaning), span: token.span } : undefined;
}

/** What is known of a value only by the keyword before it. */
function explainValue(document: SuperbillDocument, entry: Entry, token: Token): Said | undefined {
  return entry.spec?.keyword && !entry.spec.free && token !== entry.keyword && slice(document.text, token.span).trim() !== ''
    ? { markdown: escapeMarkdown(entry.spec.doc), span: token.span } : undefined;
}

function codeTokenCard(document: SuperbillDocument, entry: Entry, token: Token, offset: number, world: World): Card | undefined {
  const written = slice(document.text, token.span);
  const date = dayOf(document, offset, world);
  for (const set of codeTokens(document.text, entry, token)) {
    const card = set === 'service' ? serviceCard(written.toUpperCase(), date, world) : findCard(set, set === 'carc' ? written.replace(/^[A-Z]{2}-?/i, '') : written, date, world.codes);
    if (card) return card;
  }
  return undefined;
}

/** A code of a service line with what the payer decided on it. */
function withDecision(document: SuperbillDocument, entry: Entry, token: Token, card: Card, world: World): Card {
  if (entry.spec !== grammar.SERVICE || !['code', 'modifier', 'units', 'money'].includes(token.kind)) return card;
  const claim = claimAt(document, token.span.start, world);
  const remarks = claim ? world.ledger.remarks(claim.id.value) : [];
  card = withPairs(card, claim, entry, token, document, world);
  const said = remarks.filter(({ place }) => claim && isOnLine(wordsOf(claim, place).encounter, document, entry.line.span)).map((one) => one.text);
  return said.length === 0 ? card : { ...card, lines: [...card.lines, `${claim?.coverages[0]?.payer?.name?.value.text ?? 'The payer'} decided:`, ...new Set(said.map((one) => `• ${one}`))] };
}

/** The code pairs of NCCI that the service forms with others of the claim. */
function withPairs(card: Card, claim: Claim | undefined, entry: Entry, token: Token, document: SuperbillDocument, world: World): Card {
  if (token !== entry.tokens[0] || !claim) return card;
  const own = slice(document.text, token.span).toUpperCase();
  const day = claim.day ?? world.today;
  const others = [...new Set(claim.services.flatMap((one) => (one.code && one.code.value !== own ? [one.code.value] : [])))];
  const lines = others.flatMap((other) => [[other, own], [own, other]].flatMap(([paid, bundled]) => {
    const pair = world.codes.pair(paid, bundled, day);
    return pair && pair.modifier !== '9' ? [`NCCI: ${bundled} is part of ${paid}${pair.modifier === '1' ? ', unless a modifier says that it was apart' : '; no modifier parts them'}`] : [];
  }));
  return lines.length === 0 ? card : { ...card, lines: [...card.lines, ...lines] };
}

function isOnLine({ source, span }: { source: Source; span: Span }, document: SuperbillDocument, line: Span): boolean {
  return source === document.source && line.start <= span.start && span.end <= line.end;
}

/** A code that is written in a note. */
function codeInText(document: SuperbillDocument, span: Span, offset: number, world: World): Said | undefined {
  const word = wordAround(document.text, span, offset, /[A-Za-z0-9.]/);
  const code = slice(document.text, word).replace(/\.+$/, '').toUpperCase();
  const date = dayOf(document, offset, world);
  const card = /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4}|[0-9A-Z]{0,4})$/.test(code) ? findCard('icd-10-cm', code, date, world.codes) : undefined;
  const found = card ?? (/^[0-9A-Z]\d{3}[0-9A-Z]$/.test(code) ? serviceCard(code, date, world) : undefined) ?? procedureInText(code, date, world);
  return found && { markdown: cardMarkdown(found), span: { start: word.start, end: word.start + code.length } };
}

/** An inpatient procedure, or the beginning of one: letters and digits mixed, in capitals as it is printed. */
function procedureInText(code: string, date: string, world: World): Card | undefined {
  if (!/^(?=.*\d)(?=.*[A-Z])[0-9A-Z]{3,7}$/.test(code)) return undefined;
  return (code.length === 7 ? findCard('icd-10-pcs', code, date, world.codes) : undefined) ?? (code.length > 3 || /^\d/.test(code) ? beginningCard(code, date, world.codes) : undefined);
}

function wordAround(text: string, { start: first, end: last }: Span, offset: number, letter: RegExp): Span {
  let start = offset, end = offset;
  while (start > first && letter.test(text[start - 1])) start -= 1;
  while (end < last && letter.test(text[end])) end += 1;
  return { start, end };
}

/** Terms and abbreviations of free text. */
function termInText(document: SuperbillDocument, span: Span, offset: number): Said | undefined {
  const text = slice(document.text, span);
  const found = termAt(text, offset - span.start);
  if (!found) return suggestionInText(text, offset - span.start, span.start);
  return { markdown: describeInMarkdown(found.explanation), span: { start: span.start + found.span.start, end: span.start + found.span.end } };
}

/** For a word that is not known: what was perhaps meant. Names and codes are left alone. */
function suggestionInText(text: string, offset: number, base: number): Said | undefined {
  const { start, end } = wordAround(text, { start: 0, end: text.length }, offset, /[A-Za-z]/);
  const word = text.slice(start, end);
  const near = /^[A-Za-z]?[a-z]{5,}$/.test(word) ? suggestTerm(word) : [];
  return near.length === 0 ? undefined : { markdown: `“${escapeMarkdown(word)}” is not a known term. Did you mean ${near.slice(0, 3).map((one) => `**${escapeMarkdown(one)}**`).join(', ')}?`, span: { start: base + start, end: base + end } };
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The day of the week, how long ago, and the age on a date of birth. */
function dateCard(written: string, entry: Entry, world: World): Card | undefined {
  const days = readDateRange(written);
  if (!days) return undefined;
  const weekday = (day: string) => `${WEEKDAYS[(((dayNumber(day) + 4) % 7) + 7) % 7]}, ${day}`;
  const distance = daysBetween(days.from, world.today);
  const lines = days.from === days.to ? [] : [`${daysBetween(days.from, days.to) + 1} days`];
  if (entry.spec === grammar.BORN && distance >= 0) lines.push(`${ageOn(days.from, world.today)} years old`);
  else lines.push(distance === 0 ? 'Today' : distance > 0 ? `${distance} ${distance === 1 ? 'day' : 'days'} ago` : `In ${-distance} ${distance === -1 ? 'day' : 'days'}`);
  return { title: days.from === days.to ? weekday(days.from) : `${weekday(days.from)} – ${weekday(days.to)}`, lines };
}

/** The claim in whose encounter the offset lies. */
export function claimAt(document: SuperbillDocument, offset: number, world: World): Claim | undefined {
  const encounter = encounterAt(document, offset);
  return encounter && resolveClaim(encounter, world.workspace);
}

/** The day by which codes are judged at a place: the encounter's, else today. */
export function dayOf(document: SuperbillDocument, offset: number, world: World): string {
  return encounterAt(document, offset)?.date?.value.from ?? world.today;
}

/** The letter under the cursor, or the one before it at a word's end. */
function letterAt(document: SuperbillDocument, token: Token, offset: number): string {
  return document.text[Math.min(offset, token.span.end - 1)]?.toUpperCase() ?? '';
}

function letterCard(document: SuperbillDocument, offset: number, letter: string, world: World): Card | undefined {
  const claim = claimAt(document, offset, world);
  if (!claim) return undefined;
  const diagnosis = claim.diagnoses.find((one) => (one.letter?.value ?? String.fromCharCode(64 + one.position)) === letter);
  if (!diagnosis?.code) return { title: `${letter}: no such diagnosis`, lines: [] };
  const card = findCard('icd-10-cm', diagnosis.code.value, claim.day ?? world.today, world.codes);
  return card ? { ...card, title: `${letter}: ${card.title}` } : { title: `${letter}: ${diagnosis.code.value}`, lines: [diagnosis.description?.value ?? ''] };
}

function chargeCard(document: SuperbillDocument, offset: number, world: World): Card | undefined {
  const claim = claimAt(document, offset, world);
  const service = claim?.services.find((one) => one.span.start <= offset && offset <= one.span.end);
  return service && { title: service.charged === undefined ? 'No charge' : formatMoney(service.charged), lines: chargeLines(service) };
}

/** How a charge comes about, for hover and inlay hint. */
export function chargeLines(service: ClaimService): string[] {
  const units = service.units?.value ?? 1;
  if (service.fee === undefined) return ['The charge master has no fee for this service'];
  const expected = times(service.fee, units);
  return [
    `Charge master: ${formatMoney(service.fee)}${units === 1 ? '' : ` × ${units} = ${formatMoney(expected)}`}`,
    service.charged !== undefined && service.charged !== expected ? `Differs by ${formatMoney(service.charged - expected)}` : '',
  ];
}

function referenceCard(document: SuperbillDocument, offset: number, world: World): Card | undefined {
  const found = definitionAt(document, offset, world);
  if (!found) return undefined;
  const { target } = found;
  switch (target.kind) {
    case 'patient': return {
      title: nameOf(target), lines: [
        target.born ? `Born ${target.born.value}${target.sex ? `, ${target.sex.value}` : ''}, ${ageOn(target.born.value, dayOf(document, offset, world))} years` : '',
        ...target.coverages.map((one) => `Coverage ${one.id.value}${one.payer ? `: ${one.payer.value}` : ''}${one.member ? `, member ${one.member.value}` : ''}`),
      ],
    };
    case 'coverage': return {
      title: `Coverage ${target.id.value}`, lines: [
        target.payer ? `Payer ${target.payer.value}` : '', target.member ? `Member ${target.member.value}` : '', target.relationship ? `Patient is ${target.relationship.value}` : '',
        [target.effective && `from ${target.effective.value}`, target.ends && `to ${target.ends.value}`].filter(Boolean).join(' '),
        target.copay ? `Copay ${formatMoney(target.copay.value)}` : '',
      ],
    };
    case 'payer': return {
      title: nameOf(target), lines: [
        target.payerId ? `Payer id ${target.payerId.value}` : '',
        (target.filing && findCard('filing-indicator', target.filing.value, world.today, world.codes)?.title) ?? '',
        target.timelyFiling ? `Takes claims for ${target.timelyFiling.value} days after the service` : '',
        target.authorization.length > 0 ? `Wants authorization for ${target.authorization.map((one) => one.value).join(', ')}` : '',
      ],
    };
    case 'encounter': {
      const status = world.ledger.status(target.id.value);
      return { title: `Encounter ${target.id.value}`, lines: [target.patient ? `Patient ${target.patient.value}` : '', target.date ? `Date ${target.date.value.from}` : '', status?.summary ?? ''] };
    }
    case 'contract': return { title: `Contract ${target.id.value}`, lines: ['Known to the training payer only'] };
    default: return {
      title: nameOf(target), lines: [
        target.npi ? `NPI ${target.npi.value}` : '',
        (target.taxonomy && findCard('taxonomy', target.taxonomy.value, world.today, world.codes)?.title) ?? '',
        target.address ? target.address.value.text : '',
      ],
    };
  }
}

function nameOf(party: Party & { id: { value: string } }): string {
  return party.name ? `${party.name.value.text} (${party.id.value})` : party.id.value;
}

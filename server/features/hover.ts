// Says what stands under the pointer: keywords, codes, references, amounts, and the terms of a note.
import type { Hover } from 'vscode-languageserver-types';
import { wordsOf } from '../claims/words';
import type { Claim, ClaimService } from '../model/claim';
import { ageOn, dayNumber, daysBetween } from '../model/dates';
import { diagnosisLetter } from '../model/diagnosis-codes';
import { formatMoney, times } from '../model/money';
import type { Source } from '../model/value';
import * as grammar from '../syntax/superbill/grammar';
import type { Entry, Token } from '../syntax/superbill/nodes';
import { readDateRange } from '../syntax/superbill/values';
import { type Span, slice } from '../syntax/tree';
import { type Card, cardMarkdown, escapeMarkdown } from './card';
import { codeTokens } from './code-token';
import { findCard, serviceCard } from './explain/explain';
import { nearestCode } from './explain/nearest';
import { cptCard } from './explain/service';
import { type Said, codeInText, termInText } from './free-words';
import { claimAt, dayOf, locate } from './locate';
import type { SuperbillDocument } from './project';
import { referenceCard } from './reference-card';
import { definitionAt } from './references';
import { WORDS_OF_A_SERVICE } from './service-words';
import type { World } from './world';

/** What the editor shows for the word at an offset. */
export function hover(document: SuperbillDocument, offset: number, world: World): Hover | undefined {
  const { entry, token } = locate(document.tree, offset);
  if (!entry || !token) return undefined;
  const found = explainToken({ document, entry, token, offset, world });
  return found && { contents: { kind: 'markdown', value: found.markdown }, range: document.lines.range(found.span) };
}

/** The word that is pointed at. */
interface Pointed {
  readonly document: SuperbillDocument;
  readonly entry: Entry;
  readonly token: Token;
  readonly offset: number;
  readonly world: World;
}

function explainToken(at: Pointed): Said | undefined {
  const { document, entry, token, offset, world } = at;
  const say = (card: Card | undefined): Said | undefined => card && { markdown: cardMarkdown(withDecision(at, card)), span: token.span };
  switch (token.kind) {
    case 'keyword':
      return explainKeyword(at);
    case 'code':
    case 'modifier':
    case 'word':
    case 'number':
      return say(codeTokenCard(at)) ?? explainValue(at);
    case 'letter':
      return say(letterCard(at));
    case 'pointer': {
      const letter = Math.min(offset, token.span.end - 1);
      const card = letterCard(at);
      return card && { markdown: cardMarkdown(card), span: { start: letter, end: letter + 1 } };
    }
    case 'units':
    case 'money':
      return say(chargeCard(at)) ?? explainValue(at);
    case 'date':
      return say(dateCard(at));
    case 'reference':
    case 'definition': {
      const found = definitionAt(document, offset, world);
      return say(found && referenceCard(found.target, dayOf(document, offset, world), world));
    }
    case 'note':
      return codeInText(document, token.span, offset, world) ?? termInText(document, token.span, offset);
    case 'text':
      return TEXTS.has(entry.spec) ? termInText(document, token.span, offset) : explainValue(at);
    default:
      return undefined;
  }
}

/** Lines whose free words are about medicine; names and addresses are not. */
const TEXTS: ReadonlySet<unknown> = new Set([grammar.DIAGNOSIS, grammar.SERVICE, grammar.FEE, grammar.CLAIM_NOTE]);

/** The keyword of a line, or a word inside of it that says what follows. */
function explainKeyword({ document, entry, token }: Pointed): Said | undefined {
  if (token === entry.keyword) {
    return entry.spec && { markdown: `${escapeMarkdown(entry.spec.doc)}\n\n\`${entry.spec.example}\``, span: token.span };
  }
  const word = slice(document.text, token.span).toLowerCase();
  const meaning = entry.spec === grammar.SERVICE ? WORDS_OF_A_SERVICE.find(([known]) => known === word)?.[1] : undefined;
  return meaning === undefined ? undefined : { markdown: escapeMarkdown(meaning), span: token.span };
}

/** What is known of a value only by the keyword before it. */
function explainValue({ document, entry: { spec, keyword }, token }: Pointed): Said | undefined {
  if (!spec?.keyword || spec.free || token === keyword || slice(document.text, token.span).trim() === '') return undefined;
  return { markdown: escapeMarkdown(spec.doc), span: token.span };
}

function codeTokenCard({ document, entry, token, offset, world }: Pointed): Card | undefined {
  const written = slice(document.text, token.span);
  const date = dayOf(document, offset, world);
  for (const set of codeTokens(document.text, entry, token)) {
    const code = set === 'carc' ? written.replace(/^[A-Z]{2}-?/i, '') : written;
    const card =
      set === 'service' ? (serviceCard(written.toUpperCase(), date, world) ?? cptCard(written)) : findCard(set, code, date, world.codes);
    if (card) return card;
    // A diagnosis that is none: how far it goes.
    const nearest = set === 'icd-10-cm' ? nearestCode(written, date, world.codes) : undefined;
    if (nearest) return { title: nearest.said, lines: [nearest.card.title, ...nearest.card.lines] };
  }
  return undefined;
}

/** A word of a service line with what the payer decided on the line. */
function withDecision(at: Pointed, card: Card): Card {
  const { document, entry, token, world } = at;
  if (entry.spec !== grammar.SERVICE || !['code', 'modifier', 'units', 'money'].includes(token.kind)) return card;
  const claim = claimAt(document, token.span.start, world);
  if (!claim) return card;
  const remarks = world.ledger.remarks(claim.id.value).filter(({ place }) => isOnLine(wordsOf(claim, place).encounter, at));
  const decided = remarks.length === 0 ? [] : [`${claim.coverages[0]?.payer?.name?.value.text ?? 'The payer'} decided:`];
  return { ...card, lines: [...card.lines, ...pairLines(at, claim), ...decided, ...new Set(remarks.map(({ text }) => `• ${text}`))] };
}

/** The code pairs of NCCI that the service forms with others of the claim. */
function pairLines({ document, entry, token, world }: Pointed, claim: Claim): string[] {
  if (token !== entry.tokens[0]) return [];
  const own = slice(document.text, token.span).toUpperCase();
  const day = claim.day ?? world.today;
  const others = [...new Set(claim.services.flatMap((one) => (one.code && one.code.value !== own ? [one.code.value] : [])))];
  return others.flatMap((other) =>
    [
      [other, own],
      [own, other],
    ].flatMap(([paid, bundled]) => {
      const pair = world.codes.pair(paid, bundled, day);
      if (!pair || pair.modifier === '9') return [];
      const apart = pair.modifier === '1' ? ', unless a modifier says that it was apart' : '; no modifier parts them';
      return [`NCCI: ${bundled} is part of ${paid}${apart}`];
    }),
  );
}

function isOnLine({ source, span }: { source: Source; span: Span }, { document, entry: { line } }: Pointed): boolean {
  return source === document.source && line.span.start <= span.start && span.end <= line.span.end;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The day of the week, how long ago, and the age on a date of birth. */
function dateCard({ document, entry, token, world: { today } }: Pointed): Card | undefined {
  const days = readDateRange(slice(document.text, token.span));
  if (!days) return undefined;
  const weekday = (day: string) => `${WEEKDAYS[(((dayNumber(day) + 4) % 7) + 7) % 7]}, ${day}`;
  const distance = daysBetween(days.from, today);
  const lines = days.from === days.to ? [] : [`${daysBetween(days.from, days.to) + 1} days`];
  lines.push(entry.spec === grammar.BORN && distance >= 0 ? `${ageOn(days.from, today)} years old` : distanceWords(distance));
  return { title: days.from === days.to ? weekday(days.from) : `${weekday(days.from)} – ${weekday(days.to)}`, lines };
}

function distanceWords(days: number): string {
  if (days === 0) return 'Today';
  return days > 0 ? `${days} ${days === 1 ? 'day' : 'days'} ago` : `In ${-days} ${days === -1 ? 'day' : 'days'}`;
}

/** The diagnosis of the letter under the cursor, or of the one before it at a word's end. */
function letterCard({ document, token, offset, world }: Pointed): Card | undefined {
  const letter = document.text[Math.min(offset, token.span.end - 1)]?.toUpperCase() ?? '';
  const claim = claimAt(document, offset, world);
  if (!claim) return undefined;
  const diagnosis = claim.diagnoses.find((one) => diagnosisLetter(one) === letter);
  if (!diagnosis?.code) return { title: `${letter}: no such diagnosis`, lines: [] };
  const card = findCard('icd-10-cm', diagnosis.code.value, claim.day ?? world.today, world.codes);
  if (!card) return { title: `${letter}: ${diagnosis.code.value}`, lines: [diagnosis.description?.value ?? ''] };
  return { ...card, title: `${letter}: ${card.title}` };
}

function chargeCard({ document, offset, world }: Pointed): Card | undefined {
  const claim = claimAt(document, offset, world);
  const service = claim?.services.find((one) => one.span.start <= offset && offset <= one.span.end);
  if (!service) return undefined;
  return { title: service.charged === undefined ? 'No charge' : formatMoney(service.charged), lines: chargeLines(service) };
}

/** How a charge comes about. */
function chargeLines(service: ClaimService): string[] {
  const units = service.units?.value ?? 1;
  if (service.fee === undefined) return ['The charge master has no fee for this service'];
  const expected = times(service.fee, units);
  return [
    `Charge master: ${formatMoney(service.fee)}${units === 1 ? '' : ` × ${units} = ${formatMoney(expected)}`}`,
    service.charged !== undefined && service.charged !== expected ? `Differs by ${formatMoney(service.charged - expected)}` : '',
  ];
}

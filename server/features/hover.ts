// Says what stands under the pointer: keywords, codes, references, amounts, and the terms of a note.
import type { Hover } from 'vscode-languageserver-types';
import { type Span, slice } from '../syntax/tree';
import type { Entry, Token } from '../syntax/superbill/nodes';
import { readMoney } from '../syntax/superbill/values';
import { ageOn } from '../model/dates';
import type { Party } from '../model/definitions';
import type { Claim, ClaimService } from '../model/claim';
import { formatMoney } from '../model/money';
import { resolveClaim } from '../model/resolve';
import { describeInMarkdown } from '../terms/explanation';
import { termAt } from '../terms/term-at';
import { type Card, cardMarkdown, escapeMarkdown } from './card';
import { codeTokens } from './code-token';
import { findCard, serviceCard } from './explain';
import { locate } from './locate';
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
  const written = slice(document.text, token.span);
  const say = (card: Card | undefined): Said | undefined => card && { markdown: cardMarkdown(card), span: token.span };
  switch (token.kind) {
    case 'keyword': return entry.spec && token === entry.keyword ? { markdown: `${escapeMarkdown(entry.spec.doc)}\n\n\`${entry.spec.example}\``, span: token.span } : undefined;
    case 'code': case 'modifier': case 'word': case 'number': {
      const date = dayOf(document, offset, world);
      for (const set of codeTokens(entry, token)) {
        const card = set === 'service' ? serviceCard(written.toUpperCase(), date, world) : findCard(set, set === 'carc' ? written.replace(/^[A-Z]{2}-/i, '') : written, date, world.codes);
        if (card) return say(card);
      }
      return undefined;
    }
    case 'letter': case 'pointer': return say(pointerCard(document, offset, token, world));
    case 'money': return say(chargeCard(document, offset, token, world));
    case 'reference': case 'definition': return say(referenceCard(document, offset, world));
    case 'note': case 'text': return termInText(document, token.span, offset);
    default: return undefined;
  }
}

/** Terms, abbreviations and codes of free text. */
function termInText(document: SuperbillDocument, span: Span, offset: number): Said | undefined {
  const text = slice(document.text, span);
  const found = termAt(text, offset - span.start);
  return found && { markdown: describeInMarkdown(found.explanation), span: { start: span.start + found.span.start, end: span.start + found.span.end } };
}

/** The claim in whose encounter the offset lies. */
export function claimAt(document: SuperbillDocument, offset: number, world: World): Claim | undefined {
  const encounter = document.definitions.encounters.find((one) => one.span.start <= offset && offset <= one.span.end);
  return encounter && resolveClaim(encounter, world.workspace);
}

/** The day by which codes are judged at a place: the encounter's, else today. */
export function dayOf(document: SuperbillDocument, offset: number, world: World): string {
  return document.definitions.encounters.find((one) => one.span.start <= offset && offset <= one.span.end)?.date?.value.from ?? world.today;
}

function pointerCard(document: SuperbillDocument, offset: number, token: Token, world: World): Card | undefined {
  const claim = claimAt(document, offset, world);
  if (!claim) return undefined;
  // The pointer under the cursor, or the one before it at a word's end.
  const at = Math.min(offset, token.span.end - 1);
  const letter = document.text[at]?.toUpperCase();
  const diagnosis = claim.diagnoses.find((one) => (one.letter?.value ?? String.fromCharCode(64 + one.position)) === letter);
  if (!diagnosis?.code) return { title: `${letter}: no such diagnosis`, lines: [] };
  const card = findCard('icd-10-cm', diagnosis.code.value, claim.day ?? world.today, world.codes);
  return card ? { ...card, title: `${letter}: ${card.title}` } : { title: `${letter}: ${diagnosis.code.value}`, lines: [diagnosis.description?.value ?? ''] };
}

function chargeCard(document: SuperbillDocument, offset: number, token: Token, world: World): Card | undefined {
  const claim = claimAt(document, offset, world);
  const service = claim?.services.find((one) => one.span.start <= offset && offset <= one.span.end);
  const cents = readMoney(slice(document.text, token.span));
  if (!service || cents === undefined) return undefined;
  return { title: formatMoney(cents), lines: chargeLines(service) };
}

/** How a charge comes about, for hover and inlay hint. */
export function chargeLines(service: ClaimService): string[] {
  const units = service.units?.value ?? 1;
  if (service.fee === undefined) return ['The charge master has no fee for this service'];
  const expected = Math.round(service.fee * units);
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

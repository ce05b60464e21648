// Says what stands under the pointer in free words: codes, terms, abbreviations, and what was perhaps meant.
import { type Span, slice } from '../syntax/tree';
import { describeInMarkdown } from '../terms/explanation';
import { suggestTerm } from '../terms/suggest-term';
import { termAt } from '../terms/term-at';
import { type Card, cardMarkdown, escapeMarkdown } from './card';
import { adjustmentCard, findCard, serviceCard } from './explain/explain';
import { cptCard } from './explain/service';
import { beginningCard } from './explain/procedure';
import { dayOf } from './locate';
import type { SuperbillDocument } from './project';
import type { World } from './world';

/** What is said of a part of a text. */
export interface Said {
  readonly markdown: string;
  readonly span: Span;
}

/** The word at a place of a note, as a code is written: without the full stop behind it. */
function codeWordAt(document: SuperbillDocument, span: Span, offset: number): Span {
  const { start, end } = wordAround(document.text, span, offset, /[A-Za-z0-9.]/);
  return { start, end: start + document.text.slice(start, end).replace(/\.+$/, '').length };
}

const DIAGNOSIS = /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4}|[0-9A-Z]{0,4})$/i;

/** Where a diagnosis code is written at a place of a note; undefined for any other word. */
export function diagnosisInText(document: SuperbillDocument, span: Span, offset: number): Span | undefined {
  const word = codeWordAt(document, span, offset);
  return DIAGNOSIS.test(slice(document.text, word)) ? word : undefined;
}

/** A code that is written in a note. */
export function codeInText(document: SuperbillDocument, span: Span, offset: number, world: World): Said | undefined {
  const word = codeWordAt(document, span, offset);
  const code = slice(document.text, word).toUpperCase();
  const date = dayOf(document, offset, world);
  const card = DIAGNOSIS.test(code) ? findCard('icd-10-cm', code, date, world.codes) : undefined;
  const service = () => (/^[0-9A-Z]\d{3}[0-9A-Z]$/.test(code) ? (serviceCard(code, date, world) ?? cptCard(code)) : undefined);
  const remark = () => (/^(?:N|MA?)\d{1,4}$/.test(code) ? findCard('rarc', code, date, world.codes) : undefined);
  const found = card ?? service() ?? procedureInText(code, date, world) ?? remark();
  return found ? { markdown: cardMarkdown(found), span: word } : adjustmentInText(document, span, offset, world);
}

/** What a payer did, as its remittance says it: CO-16. */
function adjustmentInText(document: SuperbillDocument, span: Span, offset: number, world: World): Said | undefined {
  const word = wordAround(document.text, span, offset, /[A-Z0-9-]/);
  const written = slice(document.text, word);
  const card = written.includes('-') ? adjustmentCard(written, dayOf(document, offset, world), world.codes) : undefined;
  return card && { markdown: cardMarkdown(card), span: word };
}

/** An inpatient procedure, or the beginning of one: letters and digits mixed, in capitals as it is printed. */
function procedureInText(code: string, date: string, world: World): Card | undefined {
  if (!/^(?=.*\d)(?=.*[A-Z])[0-9A-Z]{3,7}$/.test(code)) return undefined;
  const whole = code.length === 7 ? findCard('icd-10-pcs', code, date, world.codes) : undefined;
  return whole ?? (code.length > 3 || /^\d/.test(code) ? beginningCard(code, date, world.codes) : undefined);
}

function wordAround(text: string, { start: first, end: last }: Span, offset: number, letter: RegExp): Span {
  let start = offset,
    end = offset;
  while (start > first && letter.test(text[start - 1])) start -= 1;
  while (end < last && letter.test(text[end])) end += 1;
  return { start, end };
}

/** Terms and abbreviations of free text. */
export function termInText(document: SuperbillDocument, span: Span, offset: number): Said | undefined {
  const text = slice(document.text, span);
  const found = termAt(text, offset - span.start);
  if (!found) return suggestionInText(text, offset - span.start, span.start);
  const { start, end } = found.span;
  return { markdown: describeInMarkdown(found.explanation), span: { start: span.start + start, end: span.start + end } };
}

/** For a word that is not known: what was perhaps meant. Names and codes are left alone. */
function suggestionInText(text: string, offset: number, base: number): Said | undefined {
  const { start, end } = wordAround(text, { start: 0, end: text.length }, offset, /[A-Za-z]/);
  const word = text.slice(start, end);
  const near = /^[A-Za-z]?[a-z]{5,}$/.test(word) ? suggestTerm(word) : [];
  if (near.length === 0) return undefined;
  const meant = near
    .slice(0, 3)
    .map((one) => `**${escapeMarkdown(one)}**`)
    .join(', ');
  const markdown = `“${escapeMarkdown(word)}” is not a known term. Did you mean ${meant}?`;
  return { markdown, span: { start: base + start, end: base + end } };
}

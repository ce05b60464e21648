// What belongs together within a file: trailers and headers, levels, pointers and diagnoses, control numbers.
import type { Span } from '../tree';
import { loopsAt } from './describe';
import { enclosing, transactionAt } from './enclosing';
import type { Transaction, X12Document } from './read';

/**
 * Where the value under an offset is defined: a level's parent, a pointer's diagnosis, the header that a trailer
 * repeats. Undefined where nothing is referred to.
 */
export function definitionOf(document: X12Document, offset: number): Span | undefined {
  const { segments } = document;
  const place = segments.locate(offset);
  if (!place) return undefined;
  const { segment, element } = place;
  const id = segments.id(segment);
  if (id === 'SE' || id === 'GE' || id === 'IEA') return element === 2 ? controlNumbers(document, offset)[0] : headerOf(document, segment);
  const transaction = transactionAt(document, segment);
  if (!transaction) return undefined;
  if (id === 'HL' && element === 2) return levelNumbered(document, transaction, segment, segments.text(segment, 2));
  const pointers = { SV1: 7, SV3: 11 }[id];
  if (element === pointers) return diagnosisOf(document, transaction, segment, segments.component(segment, element, place.component).text);
  if (id === 'SVD' && element === 1) return otherPayer(document, transaction, segments.text(segment, 1), segment);
  return undefined;
}

/** The control number under an offset in its header and its trailer, header first; empty where there is none. */
export function controlNumbers(document: X12Document, offset: number): readonly Span[] {
  const place = document.segments.locate(offset);
  if (!place) return [];
  const found: Span[] = [];
  const pair = (head: number | undefined, headElement: number, trailer: number | undefined): void => {
    const here = (segment: number | undefined, element: number): boolean => segment === place.segment && element === place.element;
    if (!here(head, headElement) && !here(trailer, 2)) return;
    if (head !== undefined) found.push(document.segments.element(head, headElement).span);
    if (trailer !== undefined) found.push(document.segments.element(trailer, 2).span);
  };
  const { interchange, group, transaction } = enclosing(document, place.segment);
  pair(interchange?.isa, 13, interchange?.iea);
  pair(group?.gs, 6, group?.ge);
  pair(transaction?.st, 2, transaction?.se);
  return found;
}

function headerOf(document: X12Document, trailer: number): Span | undefined {
  const { interchange, group, transaction } = enclosing(document, trailer);
  const header = interchange?.iea === trailer ? interchange.isa : group?.ge === trailer ? group.gs : transaction?.st;
  return header === undefined ? undefined : document.segments.span(header);
}

function levelNumbered(document: X12Document, { first }: Transaction, before: number, number: string): Span | undefined {
  for (let i = before - 1; i >= first && number !== ''; i--) {
    if (document.segments.id(i) === 'HL' && document.segments.text(i, 1) === number) return document.segments.span(i);
  }
  return undefined;
}

/** The diagnosis of the claim at the place that a pointer names. */
function diagnosisOf(document: X12Document, transaction: Transaction, line: number, pointer: string): Span | undefined {
  const { segments } = document;
  const loop = loopsAt(document, transaction, line)?.of(line);
  const claim = loop?.id === '2300' ? loop : loop?.parent;
  const position = /^\d{1,2}$/.test(pointer) ? Number(pointer) : 0;
  if (claim?.id !== '2300' || position < 1) return undefined;
  for (let i = claim.first; i < line; i++) {
    if (segments.id(i) !== 'HI' || !/^A?BK$/.test(segments.component(i, 1, 1).text)) continue;
    const code = segments.component(i, position, 2);
    return code.text === '' ? undefined : code.span;
  }
  return undefined;
}

/** The other payer whose decision a line adjudication gives. */
function otherPayer(document: X12Document, { first }: Transaction, payer: string, before: number): Span | undefined {
  const { segments } = document;
  for (let i = before - 1; i >= first; i--) {
    const id = segments.id(i);
    if (id === 'NM1' && segments.text(i, 1) === 'PR' && segments.text(i, 9) === payer) return segments.element(i, 9).span;
    if (id === 'CLM') return undefined;
  }
  return undefined;
}

// Everywhere in an X12 file that a number, a level or a diagnosis is named; and claims in the other X12 files that are open.
import { claimControl } from '../../claims/control';
import { locate837 } from '../../claims/locate';
import type { Span } from '../../syntax/tree';
import { loopsAt } from '../../syntax/x12/describe';
import { transactionAt } from '../../syntax/x12/enclosing';
import { controlNumbers, definitionOf } from '../../syntax/x12/links';
import type { SuperbillDocument, X12File } from '../project';
import { namedAt } from '../references';
import type { World } from '../world';
import { type Place, openFiles } from './answered';

/** All places, the definition first. */
export function references(document: X12File, offset: number, world: World, withDefinition = true): Place[] {
  const here = (span: Span): Place => ({ source: document.source, span });
  const controls = controlNumbers(document.x12, offset);
  const own = controls.length > 0 ? controls : levelPlaces(document, offset);
  const spans = own.length > 0 ? own : diagnosisPlaces(document, offset);
  if (spans.length > 0) return spans.slice(withDefinition ? 0 : 1).map(here);
  return claimPlaces(document, offset, world);
}

/** Where the claims of the encounter whose id stands at the offset begin, in the files that went out: one for each attempt. */
export function claimsOf(document: SuperbillDocument, offset: number, world: World): Place[] {
  const name = namedAt(document, offset);
  if (name?.kind !== 'encounter') return [];
  const found: Place[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const control = claimControl(name.id, attempt);
    const file = world.sent?.withClaim(control);
    const claim = file && locate837(file.x12).claims.find((one) => one.control === control);
    if (!claim) return found;
    found.push({ source: file.source, span: file.x12.segments.element(claim.first, 1).span });
  }
}

/** The number of a level in HL01, and in HL02 of the levels below it. */
export function levelPlaces({ x12 }: X12File, offset: number): readonly Span[] {
  const { segments } = x12;
  const place = segments.locate(offset);
  if (!place || segments.id(place.segment) !== 'HL' || place.element < 1 || place.element > 2) return [];
  const transaction = transactionAt(x12, place.segment);
  const number = segments.text(place.segment, place.element);
  if (!transaction || number === '') return [];
  const found: Span[] = [];
  for (let i = transaction.first; i < transaction.end; i += 1) {
    if (segments.id(i) !== 'HL') continue;
    for (const n of [1, 2]) if (segments.text(i, n) === number) found.push(segments.element(i, n).span);
  }
  return found;
}

/** A diagnosis and the pointers of its claim that lead to it. */
function diagnosisPlaces({ x12 }: X12File, offset: number): readonly Span[] {
  const { segments } = x12;
  const place = segments.locate(offset);
  if (!place) return [];
  const target =
    segments.id(place.segment) === 'HI' && place.element > 0
      ? segments.component(place.segment, place.element, 2).span
      : pointerTarget(x12, offset);
  if (!target) return [];
  const at = segments.at(target.start);
  const transaction = transactionAt(x12, at);
  const loop = transaction && loopsAt(x12, transaction, at)?.of(at);
  if (loop?.id !== '2300') return [];
  const found: Span[] = [target];
  for (let i = loop.first; i < loop.end; i += 1) {
    const n = { SV1: 7, SV3: 11 }[segments.id(i)];
    if (n === undefined) continue;
    for (const piece of segments.components(i, n)) {
      if (piece.text !== '' && definitionOf(x12, piece.span.start)?.start === target.start) found.push(piece.span);
    }
  }
  return found;
}

function pointerTarget(x12: X12File['x12'], offset: number): Span | undefined {
  const place = x12.segments.locate(offset);
  const id = place ? x12.segments.id(place.segment) : '';
  return id === 'SV1' || id === 'SV3' ? definitionOf(x12, offset) : undefined;
}

/** Which element of which segment holds a claim's number. */
export const CLAIM_NUMBERS: Readonly<Record<string, number>> = { CLM: 1, CLP: 1, TRN: 2 };

/** The same claim number in all X12 files that are open. */
function claimPlaces(document: X12File, offset: number, world: World): Place[] {
  const { segments } = document.x12;
  const place = segments.locate(offset);
  const id = place ? segments.id(place.segment) : '';
  if (!place || CLAIM_NUMBERS[id] !== place.element) return [];
  const number = segments.text(place.segment, place.element);
  if (number === '') return [];
  const found: Place[] = [];
  for (const other of openFiles(world)) {
    if (!other.text.includes(number)) continue;
    const { segments: theirs } = other.x12;
    for (let i = 0; i < theirs.count; i += 1) {
      const n = CLAIM_NUMBERS[theirs.id(i)];
      if (n !== undefined && theirs.text(i, n) === number) found.push({ source: other.source, span: theirs.element(i, n).span });
    }
  }
  return found;
}

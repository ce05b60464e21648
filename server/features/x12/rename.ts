// Renames control numbers of X12 files at both ends of what they enclose, and numbers of levels wherever they are named.
import type { Edit, Span } from '../../syntax/tree';
import { levelPlaces } from './references';
import { controlNumbers } from '../../syntax/x12/links';
import type { X12File } from '../project';

/** What is to be renamed at the offset; undefined where nothing is. */
export function renameSpan(document: X12File, offset: number): Span | undefined {
  return placesAt(document, offset).find(({ start, end }) => start <= offset && offset <= end);
}

/** The edits of a rename. Throws an error with a plain message where the new number cannot stand there. */
export function rename(document: X12File, offset: number, to: string): Edit[] {
  const places = placesAt(document, offset);
  if (places.length === 0) throw new Error('Only control numbers and numbers of levels can be changed here: ISA13, GS06, ST02, HL01');
  const number = numberFor(document, offset, to.trim());
  return places.map((span) => ({ span, text: number }));
}

function placesAt(document: X12File, offset: number): readonly Span[] {
  const controls = controlNumbers(document.x12, offset);
  return controls.length > 0 ? controls : levelPlaces(document, offset);
}

function numberFor({ x12: { segments } }: X12File, offset: number, to: string): string {
  const place = segments.locate(offset);
  const id = place ? segments.id(place.segment) : '';
  if (id === 'ISA' || id === 'IEA') {
    if (!/^\d{1,9}$/.test(to) || /^0+$/.test(to)) throw new Error(`“${to}” cannot number an interchange: it takes up to nine digits`);
    return to.padStart(9, '0');
  }
  if (id === 'GS' || id === 'GE') {
    if (!/^[1-9]\d{0,8}$/.test(to)) throw new Error(`“${to}” cannot number a group: it takes up to nine digits, the first not 0`);
    return to;
  }
  if (id === 'HL') {
    if (!/^[1-9]\d{0,11}$/.test(to)) throw new Error(`“${to}” cannot number a level: it takes up to twelve digits, the first not 0`);
    return to;
  }
  if (!/^[A-Z0-9]{4,9}$/i.test(to)) throw new Error(`“${to}” cannot number a transaction: it takes four to nine digits or letters`);
  return to.toUpperCase();
}

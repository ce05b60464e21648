// Moves a part of a tree to where it stands after the text before it has changed.
import type { Span } from '../tree';
import type { Part } from './nodes';

/** All places of a part. Looked for once, and only in documents that are being written. */
const placesOf = new WeakMap<Part, readonly { start: number; end: number }[]>();

/**
 * Moves everything in a part by so many signs and lines, in place: whatever was made from it (definitions, claims)
 * holds the same spans and stands right afterwards. Making new ones at every key would cost more than reading the text again.
 */
export function movePart(part: Part, by: number, lines: number): void {
  if (lines !== 0) for (const line of part.lines) (line as { number: number }).number += lines;
  if (by === 0) return;
  let places = placesOf.get(part);
  if (!places) placesOf.set(part, (places = findPlaces(part)));
  for (const place of places) {
    place.start += by;
    place.end += by;
  }
}

function findPlaces(part: Part): Span[] {
  const places: Span[] = [];
  const seen = new Set<object>();
  const left: object[] = [part];
  for (let one = left.pop(); one; one = left.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    if (isSpan(one)) places.push(one);
    for (const [name, value] of Object.entries(one)) {
      if (name !== 'spec' && typeof value === 'object' && value !== null) left.push(value as object);
    }
  }
  return places;
}

function isSpan(value: object): value is Span {
  return 'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number';
}

// What may be written at the cursor of an X12 file: segments that the guide allows there, qualifiers and codes with their meanings.
import type { Completions } from '../completion/completion';
import { offerItems } from '../completion/item';
import type { X12File } from '../project';
import type { World } from '../world';
import { offerCodes } from './completion-codes';
import { offerSegments } from './completion-segments';

/** `snippets`: the editor understands tab stops. */
export function completions(document: X12File, offset: number, world: World, snippets: boolean): Completions {
  const { segments } = document.x12;
  const place = segments.locate(offset);
  const offer = place && place.element > 0 ? offerCodes(document, offset, place, world) : offerSegments(document, offset, snippets);
  return { items: offerItems(document, offer), incomplete: offer.incomplete ?? false };
}

// The X12 files that an answer speaks of, by the numbers that it repeats: files that were sent, else files that are open.
import { locate837 } from '../../claims/locate';
import type { Source } from '../../model/value';
import type { Span } from '../../syntax/tree';
import type { Group, Interchange, Transaction } from '../../syntax/x12/read';
import type { X12File } from '../project';
import type { World } from '../world';

export interface Place {
  readonly source: Source;
  readonly span: Span;
}

/** All X12 files that are open. A readable view says the same as its file. */
export function openFiles({ project }: World): X12File[] {
  return [...project.all()].flatMap((one) => (one.language === 'x12' && !one.uri.startsWith('superbill-') ? [one] : []));
}

/** The claim file with a claim's number (CLM01). */
export function fileWithClaim(control: string, world: World): X12File | undefined {
  if (control === '') return undefined;
  const holds = (file: X12File) => file.text.includes(control) && locate837(file.x12).claims.some((one) => one.control === control);
  return world.sent?.withClaim(control) ?? openFiles(world).find(holds);
}

/** The interchange that a TA1 answers. `answer`: the interchange in which the TA1 stands. */
export function answeredInterchange(control: string, answer: Interchange | undefined, world: World) {
  const fits = (one: Interchange) => Number(one.control) === Number(control);
  return interchangeIn(world.sent?.withInterchange(control), fits) ?? inOpen(world, (one) => fits(one) && wentTo(one, answer));
}

/** The group that a 999 answers (AK101, AK102). `answer`: the interchange in which the 999 stands. */
export function answeredGroup(kind: string, control: string, answer: Interchange | undefined, world: World) {
  const fits = ({ groups }: Interchange) => groups.some((one) => isGroup(one, kind, control));
  const found = interchangeIn(world.sent?.withGroup(control), fits) ?? inOpen(world, (one) => fits(one) && wentTo(one, answer));
  const group = found?.interchange.groups.find((one) => isGroup(one, kind, control));
  return found && group && { file: found.file, group };
}

/** Where the number of a batch or of a question stands (BHT03). `kinds`: of transactions, such as 837. */
export function batchPlaces(number: string, kinds: readonly string[], world: World): Place[] {
  const sent = number === '' ? undefined : world.sent?.withBatch(number);
  const found = sent ? numberPlaces(sent, kinds, 'BHT', 3, number) : [];
  return found.length > 0 ? found : openFiles(world).flatMap((file) => numberPlaces(file, kinds, 'BHT', 3, number));
}

/** Where the trace number of a question stands that an answer repeats (TRN02). */
export function tracePlaces(number: string, kinds: readonly string[], world: World): Place[] {
  return openFiles(world).flatMap((file) => numberPlaces(file, kinds, 'TRN', 2, number));
}

function numberPlaces(file: X12File, kinds: readonly string[], id: string, element: number, number: string): Place[] {
  if (number === '' || !file.text.includes(number)) return [];
  const { segments } = file.x12;
  const found: Place[] = [];
  for (const { first, end } of transactionsOf(file).filter(({ type }) => kinds.includes(type))) {
    for (let i = first; i < end; i += 1) {
      if (segments.id(i) !== id || segments.text(i, element).trim() !== number) continue;
      found.push({ source: file.source, span: segments.element(i, element).span });
    }
  }
  return found;
}

function transactionsOf({ x12 }: X12File): Transaction[] {
  return x12.interchanges.flatMap(({ groups }) => groups.flatMap(({ transactions }) => transactions));
}

function isGroup(group: Group, kind: string, control: string): boolean {
  return Number(group.control) === Number(control) && [group.functionalId, ''].includes(kind);
}

function interchangeIn(file: X12File | undefined, fits: (one: Interchange) => boolean) {
  const interchange = file?.x12.interchanges.find(fits);
  return file && interchange && { file, interchange };
}

function inOpen(world: World, fits: (one: Interchange) => boolean) {
  for (const file of openFiles(world)) {
    const found = interchangeIn(file, fits);
    if (found) return found;
  }
  return undefined;
}

/** Went an interchange to the one from whom the answer comes? In files of other programs the same numbers come again often. */
function wentTo(one: Interchange, answer: Interchange | undefined): boolean {
  return one !== answer && (!answer || (one.sender === answer.receiver && one.receiver === answer.sender));
}

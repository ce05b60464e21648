// Where a place of an X12 file leads: within the file, to the words of the encounter, and to the claim line that was sent.
import { encounterKey, readControl } from '../../claims/control';
import { findLine, locate837, locateSent } from '../../claims/locate';
import { wordsOf } from '../../claims/words';
import type { ClaimPlace } from '../../model/claim-place';
import { resolveClaim } from '../../model/resolve';
import type { Source } from '../../model/value';
import { CLAIM, linePlace } from '../../payments/answer';
import { read999 } from '../../payments/read-999';
import type { Span } from '../../syntax/tree';
import { transactionAt } from '../../syntax/x12/describe';
import { definitionOf } from '../../syntax/x12/links';
import type { Transaction, X12Document } from '../../syntax/x12/read';
import type { X12File } from '../project';
import type { World } from '../world';

interface Place {
  readonly source: Source;
  readonly span: Span;
}

/** All places that an offset leads to, the nearest first; none where it stands for itself. */
export function definitions(document: X12File, offset: number, world: World): Place[] {
  const { x12, source } = document;
  const place = x12.segments.locate(offset);
  const within = definitionOf(x12, offset);
  if (within || !place) return within ? [{ source, span: within }] : [];
  const { segment, element, component } = place;
  if (x12.segments.id(segment) === 'TA1') return interchange(x12, segment, world);
  const transaction = transactionAt(x12, segment);
  switch (transaction?.type) {
    case '837':
      return locate837(x12)
        .at(segment, element, component)
        .slice(0, 1)
        .flatMap((one) => inEncounter(one.control, one.place, world));
    case '835':
    case '277': {
      const subject = subjectOf(x12, transaction, segment);
      return subject ? [...inEncounter(subject.control, subject.place, world), ...inSentFile(subject, world)] : [];
    }
    case '999':
    case '997':
      return acknowledged(x12, transaction, segment, world);
    default:
      return [];
  }
}

/** The word of the encounter that a place of its claim stands for. */
function inEncounter(control: string, place: ClaimPlace, world: World): Place[] {
  const key = readControl(control)?.key;
  const encounter = world.workspace.list('encounter').find((one) => key === encounterKey(one.id.value));
  if (!encounter) return [];
  if (place.kind === 'claim') return [encounter.id];
  const { encounter: word, definition } = wordsOf(resolveClaim(encounter, world.workspace), place);
  // What the patient's or the practice's file says stands there; the encounter only names the patient.
  return [definition ?? word];
}

/** Which claim, and which line of it, a segment of an answer speaks of. */
interface Subject {
  readonly control: string;
  readonly place: ClaimPlace;
  readonly line: { readonly control: string; readonly code: string; readonly order: number } | undefined;
}

function subjectOf({ segments }: X12Document, { first, end }: Transaction, segment: number): Subject | undefined {
  let claim = segment;
  const isHead = (id: string) => id === 'CLP' || id === 'TRN';
  // In a 277 the patient is named before the first claim.
  if (claim + 1 < end && segments.id(claim) === 'NM1' && segments.id(claim + 1) === 'TRN') claim += 1;
  while (claim >= first && !isHead(segments.id(claim))) {
    if (['HL', 'LX', 'PLB', 'N1', 'SE'].includes(segments.id(claim))) return undefined;
    claim -= 1;
  }
  if (claim < first) return undefined;
  const control = segments.text(claim, segments.id(claim) === 'CLP' ? 1 : 2).trim();
  let order = 0,
    service = -1;
  for (let i = claim + 1; i <= segment; i += 1) {
    if (segments.id(i) !== 'SVC') continue;
    order += 1;
    service = i;
  }
  if (service < 0) return { control, place: CLAIM, line: undefined };
  let lineControl = '';
  for (let i = service + 1; i < end && !['SVC', 'CLP', 'HL', 'LX', 'SE', 'PLB'].includes(segments.id(i)); i += 1) {
    if (segments.id(i) === 'REF' && ['6R', 'FJ'].includes(segments.text(i, 1))) lineControl = segments.text(i, 2);
  }
  const code = segments.component(service, 6, 2).text || segments.component(service, 1, 2).text;
  return { control, place: linePlace(lineControl, code, order), line: { control: lineControl, code, order } };
}

function inSentFile({ control, line }: Subject, world: World): Place[] {
  const file = world.sent?.withClaim(control);
  const claim = file && locate837(file.x12).claims.find((one) => one.control === control);
  if (!file || !claim) return [];
  const { segments } = file.x12;
  const found = line && findLine(claim, line.control, line.code, line.order);
  if (!found) return [{ source: file.source, span: segments.element(claim.first, 1).span }];
  // LX only counts; what was done stands in the segment behind it.
  return [{ source: file.source, span: segments.span(Math.min(found.segment + 1, claim.end - 1)) }];
}

/** The file whose interchange a TA1 answers. */
function interchange({ segments }: X12Document, segment: number, world: World): Place[] {
  const control = segments.text(segment, 1).trim();
  const file = world.sent?.withInterchange(control);
  const found = file?.x12.interchanges.find((one) => Number(one.control) === Number(control));
  return file && found?.isa !== undefined ? [{ source: file.source, span: file.x12.segments.element(found.isa, 13).span }] : [];
}

/** The group, transaction, segment or element that a 999 speaks of, and the word of the encounter. */
function acknowledged(x12: X12Document, transaction: Transaction, segment: number, world: World): Place[] {
  const answer = read999(x12).find((one) => transaction.first <= one.segment && one.segment < transaction.end);
  const file = answer && world.sent?.withGroup(answer.control);
  const group = file?.x12.interchanges.flatMap((one) => one.groups).find((one) => Number(one.control) === Number(answer?.control));
  if (!answer || !file || !group) return [];
  const { segments } = file.x12;
  const here = (span: Span): Place => ({ source: file.source, span });
  const answered = answer.transactions.findLast((one) => one.segment <= segment);
  const sent = group.transactions.find((one) => one.control === answered?.control);
  if (!answered || sent?.st === undefined) return group.gs === undefined ? [] : [here(segments.span(group.gs))];
  const error = ['IK3', 'AK3', 'IK4', 'AK4', 'CTX'].includes(x12.segments.id(segment))
    ? answered.errors.findLast((one) => one.segment <= segment)
    : undefined;
  if (!error) return [here(segments.span(sent.st))];
  const at = Math.min(sent.first + Math.max(1, error.position) - 1, sent.end - 1);
  const position = {
    group: answer.control,
    transaction: answered.control,
    position: error.position,
    element: error.element,
    component: error.component,
  };
  const words = locateSent(file.x12, position)
    .slice(0, 1)
    .flatMap((one) => inEncounter(one.control, one.place, world));
  const span =
    error.element === undefined
      ? segments.span(at)
      : error.component === undefined
        ? segments.element(at, error.element).span
        : segments.component(at, error.element, error.component).span;
  return [...words, here(span)];
}

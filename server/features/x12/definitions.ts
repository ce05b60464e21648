// Where a place of an X12 file leads: within the file, to the words of the encounter, and to the claim line that was sent.
import { encounterKey, readControl } from '../../claims/control';
import { findLine, locate837, locateSent } from '../../claims/locate';
import { wordsOf } from '../../claims/words';
import type { ClaimPlace } from '../../model/claim-place';
import { resolveClaim } from '../../model/resolve';
import { CLAIM, linePlace } from '../../payments/answer';
import { read999 } from '../../payments/read-999';
import type { Span } from '../../syntax/tree';
import { enclosing, transactionAt } from '../../syntax/x12/enclosing';
import { definitionOf } from '../../syntax/x12/links';
import type { Transaction, X12Document } from '../../syntax/x12/read';
import type { X12File } from '../project';
import type { World } from '../world';
import { type Place, answeredGroup, answeredInterchange, batchPlaces, fileWithClaim, tracePlaces } from './answered';

/** The version of 277 that answers a question about claims; others speak of files just received. */
const STATUS_ANSWER = '005010X212';

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
      return ofClaim(subjectOf(x12, transaction, segment), world);
    case '277':
      return transaction.version.startsWith(STATUS_ANSWER)
        ? asked(x12, transaction, segment, ['276'], world)
        : ofBatchOrClaim(x12, transaction, segment, world);
    case '271':
      return asked(x12, transaction, segment, ['270'], world);
    case '278':
      return asked(x12, transaction, segment, ['278'], world).filter((one) => one.source !== source);
    case '999':
    case '997':
      return acknowledged(x12, transaction, segment, world);
    default:
      return [];
  }
}

/** The encounter that a claim's number stands for. */
export function encounterOf(control: string, { workspace }: Pick<World, 'workspace'>) {
  const key = readControl(control)?.key;
  return workspace.list('encounter').find((one) => key === encounterKey(one.id.value));
}

/** The word of the encounter that a place of its claim stands for. */
function inEncounter(control: string, place: ClaimPlace, world: World): Place[] {
  const encounter = encounterOf(control, world);
  if (!encounter) return [];
  if (place.kind === 'claim') return [encounter.id];
  const { encounter: word, definition } = wordsOf(resolveClaim(encounter, world.workspace), place);
  // What the patient's or the practice's file says stands there; the encounter only names the patient.
  return [definition ?? word];
}

function ofClaim(subject: Subject | undefined, world: World): Place[] {
  return subject ? [...inEncounter(subject.control, subject.place, world), ...inSentFile(subject, world)] : [];
}

/** In an acknowledgement of claims the levels of the submitter and of providers speak of the whole batch. */
function ofBatchOrClaim(x12: X12Document, transaction: Transaction, segment: number, world: World): Place[] {
  const { segments } = x12;
  const level = levelOf(x12, transaction, segment);
  const kind = level === undefined ? '' : segments.text(level, 3);
  if (kind !== '21' && kind !== '19') return ofClaim(subjectOf(x12, transaction, segment), world);
  let submitter = level ?? transaction.first;
  while (submitter > transaction.first && !(segments.id(submitter) === 'HL' && segments.text(submitter, 3) === '21')) submitter -= 1;
  return batchPlaces(valueBehind(x12, transaction, submitter, 'TRN', 2), ['837'], world);
}

/** What a payer answers leads to the question, and a claim that was asked about also to the claim. */
function asked(x12: X12Document, transaction: Transaction, segment: number, kinds: readonly string[], world: World): Place[] {
  const { segments } = x12;
  if (segments.id(segment) === 'BHT') return batchPlaces(segments.text(segment, 3).trim(), kinds, world);
  const level = levelOf(x12, transaction, segment);
  if (level === undefined) return [];
  const first = traceBefore(x12, level, segment);
  const traces = tracePlaces(valueBehind(x12, transaction, first, 'TRN', 2), kinds, world);
  const control = valueBehind(x12, transaction, first, 'REF', 2, 'EJ');
  return control === '' ? traces : [...ofClaim({ control, place: CLAIM, line: undefined }, world), ...traces];
}

/** The HL segment of the level in which a segment stands. */
function levelOf({ segments }: X12Document, { first }: Transaction, segment: number): number | undefined {
  for (let i = segment; i > first; i -= 1) if (segments.id(i) === 'HL') return i;
  return undefined;
}

/** A level may speak of several claims, each with its trace: the one that a segment belongs to, else the level itself. */
function traceBefore({ segments }: X12Document, level: number, segment: number): number {
  for (let i = segment; i > level; i -= 1) if (segments.id(i) === 'TRN') return i;
  return level;
}

/** An element of the first segment of a name at or behind a place, as far as the level goes and the next trace does not begin. */
function valueBehind({ segments }: X12Document, { end }: Transaction, from: number, id: string, element: number, qualifier = ''): string {
  for (let i = from; i < end; i += 1) {
    const own = segments.id(i);
    if (i > from && (own === 'HL' || (own === 'TRN' && id !== 'TRN'))) break;
    if (own === id && (qualifier === '' || segments.text(i, 1) === qualifier)) return segments.text(i, element).trim();
  }
  return '';
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
  const file = fileWithClaim(control, world);
  const claim = file && locate837(file.x12).claims.find((one) => one.control === control);
  if (!file || !claim) return [];
  const { segments } = file.x12;
  const found = line && findLine(claim, line.control, line.code, line.order);
  if (!found) return [{ source: file.source, span: segments.element(claim.first, 1).span }];
  // LX only counts; what was done stands in the segment behind it.
  return [{ source: file.source, span: segments.span(Math.min(found.segment + 1, claim.end - 1)) }];
}

/** The file whose interchange a TA1 answers. */
function interchange(x12: X12Document, segment: number, world: World): Place[] {
  const control = x12.segments.text(segment, 1).trim();
  const found = answeredInterchange(control, enclosing(x12, segment).interchange, world);
  const isa = found?.interchange.isa;
  return found && isa !== undefined ? [{ source: found.file.source, span: found.file.x12.segments.element(isa, 13).span }] : [];
}

/** The group, transaction, segment or element that a 999 speaks of, and the word of the encounter. */
function acknowledged(x12: X12Document, transaction: Transaction, segment: number, world: World): Place[] {
  const answer = read999(x12).find((one) => transaction.first <= one.segment && one.segment < transaction.end);
  const found = answer && answeredGroup(answer.functionalId, answer.control, enclosing(x12, segment).interchange, world);
  if (!answer || !found) return [];
  const { file, group } = found;
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

// Who is meant by an id, and where else it is used: definition, references and rename stand on this.
import type { Edit, Span } from '../syntax/tree';
import { slice } from '../syntax/tree';
import type { Coverage, Defined } from '../model/definitions';
import { diagnosisLetter } from '../model/diagnosis-codes';
import { type Kind, fold } from '../model/workspace';
import type { Source } from '../model/value';
import * as grammar from '../syntax/superbill/grammar';
import type { Entry, Token } from '../syntax/superbill/nodes';
import { encounterAt, entriesOf, locate } from './locate';
import type { SuperbillDocument } from './project';
import type { World } from './world';

export type Target = Defined | Coverage;

interface Place {
  readonly source: Source;
  readonly span: Span;
}

/** What the id on a line refers to, by the kind of line. */
const REFERENCES: ReadonlyMap<unknown, Kind | 'coverage'> = new Map<unknown, Kind | 'coverage'>([
  [grammar.COVERAGE_PAYER, 'payer'],
  [grammar.CONTRACT, 'payer'],
  [grammar.ENCOUNTER_PRACTICE, 'practice'],
  [grammar.ENCOUNTER_PATIENT, 'patient'],
  [grammar.ENCOUNTER_FACILITY, 'facility'],
  [grammar.ENCOUNTER_COVERAGE, 'coverage'],
  [grammar.ADJUDICATED, 'coverage'],
  [grammar.RENDERING, 'provider'],
  [grammar.REFERRING, 'provider'],
  [grammar.ORDERING, 'provider'],
  [grammar.SUPERVISING, 'provider'],
  [grammar.SERVICE, 'provider'],
]);

const DEFINITIONS: ReadonlyMap<unknown, Kind | 'coverage'> = new Map<unknown, Kind | 'coverage'>([
  [grammar.PRACTICE, 'practice'],
  [grammar.PROVIDER, 'provider'],
  [grammar.FACILITY, 'facility'],
  [grammar.PAYER, 'payer'],
  [grammar.PATIENT, 'patient'],
  [grammar.ENCOUNTER, 'encounter'],
  [grammar.COVERAGE, 'coverage'],
]);

interface Named {
  readonly kind: Kind | 'coverage';
  readonly id: string;
  readonly span: Span;
  /** Whose coverage, by the patient's id. */
  readonly patient: string | undefined;
}

/** The id under the offset and what kind of thing it names. */
export function namedAt(document: SuperbillDocument, offset: number): Named | undefined {
  const { entry, token } = locate(document.tree, offset);
  return entry && token ? named(document, entry, token) : undefined;
}

function named(document: SuperbillDocument, entry: Entry, token: Token): Named | undefined {
  if (!entry.spec || (token.kind !== 'reference' && token.kind !== 'definition')) return undefined;
  const kind = (token.kind === 'definition' ? DEFINITIONS : REFERENCES).get(entry.spec);
  const patient = kind === 'coverage' ? patientAround(document, entry) : undefined;
  return kind && { kind, id: slice(document.text, token.span), span: token.span, patient };
}

function patientAround(document: SuperbillDocument, entry: Entry): string | undefined {
  for (let up = entry.parent; up; up = up.parent) {
    const at = up.span.start;
    if (up.spec === grammar.PATIENT) return document.definitions.patients.find((one) => one.span.start === at)?.id.value;
    if (up.spec === grammar.ENCOUNTER) return document.definitions.encounters.find((one) => one.span.start === at)?.patient?.value;
  }
  return undefined;
}

/** What the id under the offset stands for. */
export function definitionAt(document: SuperbillDocument, offset: number, world: World): { target: Target; span: Span } | undefined {
  const name = namedAt(document, offset);
  if (!name) return undefined;
  const target =
    name.kind === 'coverage'
      ? world.workspace.coverage(name.patient === undefined ? undefined : world.workspace.find('patient', name.patient), name.id)
      : world.workspace.find(name.kind, name.id);
  return target && { target, span: name.span };
}

/** Every definition of what is under the offset, as places. */
export function definitions(document: SuperbillDocument, offset: number, world: World): Place[] {
  const name = namedAt(document, offset);
  if (!name) return pointerTarget(document, offset);
  if (name.kind === 'coverage') {
    const patients = name.patient === undefined ? [] : world.workspace.definitions('patient', name.patient);
    const coverages = patients.flatMap((patient) => patient.coverages);
    return coverages.filter((one) => fold(one.id.value) === fold(name.id)).map((one) => one.id);
  }
  return world.workspace.definitions(name.kind, name.id).map((one) => one.id);
}

/** A pointer letter leads to its diagnosis. */
function pointerTarget(document: SuperbillDocument, offset: number): Place[] {
  const { token } = locate(document.tree, offset);
  if (token?.kind !== 'pointer') return [];
  const encounter = encounterAt(document, offset);
  const letter = document.text[Math.min(offset, token.span.end - 1)]?.toUpperCase();
  const diagnosis = encounter?.diagnoses.find((one) => diagnosisLetter(one) === letter);
  return diagnosis ? [{ source: document.source, span: diagnosis.code?.span ?? diagnosis.span }] : [];
}

/** Every place where the id under the offset is written, definitions included, in all documents. */
export function references(document: SuperbillDocument, offset: number, world: World, withDefinitions = true): Place[] {
  const name = namedAt(document, offset);
  if (!name) return [];
  const places: Place[] = [];
  for (const other of world.project.all()) {
    if (other.language !== 'superbill') continue;
    for (const entry of entriesOf(other.tree.blocks)) {
      for (const token of entry.tokens) {
        if (token.kind !== 'reference' && (token.kind !== 'definition' || !withDefinitions)) continue;
        const one = named(other, entry, token);
        if (one && isSame(one, name)) places.push({ source: other.source, span: one.span });
      }
    }
  }
  return places;
}

function isSame(a: Named, b: Named): boolean {
  const isOwners = a.kind !== 'coverage' || fold(a.patient ?? '') === fold(b.patient ?? '');
  return isOwners && a.kind === b.kind && fold(a.id) === fold(b.id);
}

/** What is to be renamed at the offset; undefined where nothing is. */
export function renameSpan(document: SuperbillDocument, offset: number): Span | undefined {
  return namedAt(document, offset)?.span;
}

/** The edits of a rename by document. Throws an error with a plain message where the new name is not an id or is taken. */
export function rename(document: SuperbillDocument, offset: number, to: string, world: World): Map<string, Edit[]> {
  const name = namedAt(document, offset);
  if (!name) throw new Error('Nothing here has a name that can be changed');
  if (!/^[\w.-]+$/.test(to)) throw new Error(`“${to}” is not an id: letters, digits, - _ . only`);
  if (name.kind === 'encounter' && isOut(world.ledger.status(name.id)?.state)) {
    throw new Error(`The claim of ${name.id} has gone out: payers answer to this id, so the encounter keeps it`);
  }
  const taken =
    name.kind === 'coverage'
      ? world.workspace.coverage(world.workspace.find('patient', name.patient ?? ''), to)
      : world.workspace.find(name.kind, to);
  if (taken && fold(to) !== fold(name.id)) throw new Error(`The ${name.kind} ${to} exists already: choose another id`);
  const edits = new Map<string, Edit[]>();
  for (const place of references(document, offset, world)) {
    const list = edits.get(place.source.uri) ?? [];
    list.push({ span: place.span, text: to });
    edits.set(place.source.uri, list);
  }
  return edits;
}

/** Has a claim in this state been sent? */
function isOut(state: string | undefined): boolean {
  return state !== undefined && state !== 'draft' && state !== 'ready';
}

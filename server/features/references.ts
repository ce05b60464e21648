// Who is meant by an id, and where else it is used: definition, references and rename stand on this.
import type { Edit, Span } from '../syntax/tree';
import { slice } from '../syntax/tree';
import type { Coverage, Defined } from '../model/definitions';
import { type Kind, fold } from '../model/workspace';
import type { Source } from '../model/value';
import * as grammar from '../syntax/superbill/grammar';
import type { Entry, Spec, Token } from '../syntax/superbill/nodes';
import { encounterAt, entriesOf, locate } from './locate';
import type { SuperbillDocument } from './project';
import type { World } from './world';

export type Target = Defined | Coverage;

interface Place {
  readonly source: Source;
  readonly span: Span;
}

const REFERENCES = new Map<Spec, Kind | 'coverage'>([
  [grammar.COVERAGE_PAYER as Spec, 'payer'], [grammar.ENCOUNTER_PRACTICE as Spec, 'practice'], [grammar.ENCOUNTER_PATIENT as Spec, 'patient'],
  [grammar.RENDERING as Spec, 'provider'], [grammar.REFERRING as Spec, 'provider'], [grammar.ORDERING as Spec, 'provider'], [grammar.SUPERVISING as Spec, 'provider'],
  [grammar.ENCOUNTER_FACILITY as Spec, 'facility'], [grammar.ENCOUNTER_COVERAGE as Spec, 'coverage'], [grammar.ADJUDICATED as Spec, 'coverage'],
  [grammar.CONTRACT as Spec, 'payer'], [grammar.SERVICE as Spec, 'provider'],
]);

const DEFINITIONS = new Map<Spec, Kind | 'coverage'>([
  [grammar.PRACTICE as Spec, 'practice'], [grammar.PROVIDER as Spec, 'provider'], [grammar.FACILITY as Spec, 'facility'], [grammar.PAYER as Spec, 'payer'],
  [grammar.PATIENT as Spec, 'patient'], [grammar.ENCOUNTER as Spec, 'encounter'], [grammar.COVERAGE as Spec, 'coverage'],
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
  return kind && { kind, id: slice(document.text, token.span), span: token.span, patient: kind === 'coverage' ? patientAround(document, entry) : undefined };
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
  const target = name.kind === 'coverage'
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
    return patients.flatMap((patient) => patient.coverages).filter((one) => fold(one.id.value) === fold(name.id)).map((one) => one.id);
  }
  return world.workspace.definitions(name.kind, name.id).map((one) => one.id);
}

/** A pointer letter leads to its diagnosis. */
function pointerTarget(document: SuperbillDocument, offset: number): Place[] {
  const { token } = locate(document.tree, offset);
  if (token?.kind !== 'pointer') return [];
  const encounter = encounterAt(document, offset);
  const letter = document.text[Math.min(offset, token.span.end - 1)]?.toUpperCase();
  const diagnosis = encounter?.diagnoses.find((one) => (one.letter?.value ?? String.fromCharCode(64 + one.position)) === letter);
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
        if (one && one.kind === name.kind && fold(one.id) === fold(name.id) && sameOwner(one, name)) places.push({ source: other.source, span: one.span });
      }
    }
  }
  return places;
}

function sameOwner(a: Named, b: Named): boolean {
  return a.kind !== 'coverage' || fold(a.patient ?? '') === fold(b.patient ?? '');
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
  const taken = name.kind === 'coverage'
    ? world.workspace.coverage(world.workspace.find('patient', name.patient ?? ''), to)
    : world.workspace.find(name.kind, to);
  if (taken && fold(to) !== fold(name.id)) throw new Error(`There is already a ${name.kind} ${to}`);
  const edits = new Map<string, Edit[]>();
  for (const place of references(document, offset, world)) {
    const list = edits.get(place.source.uri) ?? [];
    list.push({ span: place.span, text: to });
    edits.set(place.source.uri, list);
  }
  return edits;
}

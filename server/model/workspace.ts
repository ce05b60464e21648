// All documents together: who is called what. Documents come and go one by one; nothing else is recomputed.
import type { Coverage, Defined, Definitions, Encounter, Facility, Fee, Patient, Payer, Practice, Provider, Contract } from './definitions';

interface Kinds {
  practice: Practice;
  provider: Provider;
  facility: Facility;
  payer: Payer;
  patient: Patient;
  encounter: Encounter;
  contract: Contract;
}

export type Kind = keyof Kinds;

/** Ids are compared without regard to case, because claims carry them in upper case. */
export class Workspace {
  private readonly documents = new Map<string, Definitions>();
  private readonly byKind = new Map<Kind, Map<string, Defined[]>>();
  private readonly feesByCode = new Map<string, Fee[]>();
  private readonly encountersByPatient = new Map<string, Encounter[]>();

  /** Takes in a document, in place of what it said before. */
  set(definitions: Definitions): void {
    this.delete(definitions.source.uri);
    this.documents.set(definitions.source.uri, definitions);
    this.each(definitions, (map, key, one) => {
      const known = map.get(key);
      if (known) known.push(one);
      else map.set(key, [one]);
    });
  }

  delete(uri: string): void {
    const old = this.documents.get(uri);
    if (!old) return;
    this.documents.delete(uri);
    this.each(old, (map, key) => {
      const left = map.get(key)?.filter((one) => one.source !== old.source) ?? [];
      if (left.length > 0) map.set(key, left);
      else map.delete(key);
    });
  }

  get(uri: string): Definitions | undefined {
    return this.documents.get(uri);
  }

  all(): IterableIterator<Definitions> {
    return this.documents.values();
  }

  /** Every definition of an id: more than one is a finding on each. */
  definitions<K extends Kind>(kind: K, id: string): readonly Kinds[K][] {
    return (this.byKind.get(kind)?.get(fold(id)) ?? []) as unknown as Kinds[K][];
  }

  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return this.definitions(kind, id)[0];
  }

  /** All of a kind, one for each id. */
  list<K extends Kind>(kind: K): Kinds[K][] {
    return [...(this.byKind.get(kind)?.values() ?? [])].map((same) => same[0]) as unknown as Kinds[K][];
  }

  fees(code: string): readonly Fee[] {
    return this.feesByCode.get(fold(code)) ?? [];
  }

  /** Every code that the charge master knows. */
  allFees(): Fee[] {
    return [...this.feesByCode.values()].map((same) => same[0]);
  }

  encountersOf(patient: string): readonly Encounter[] {
    return this.encountersByPatient.get(fold(patient)) ?? [];
  }

  /** A coverage of a patient, by its id. */
  coverage(patient: Patient | undefined, id: string): Coverage | undefined {
    return patient?.coverages.find((one) => fold(one.id.value) === fold(id));
  }

  private each(definitions: Definitions, visit: (map: Map<string, { source: Definitions['source'] }[]>, key: string, one: { source: Definitions['source'] }) => void): void {
    const { practices, providers, facilities, payers, patients, encounters, contracts, fees } = definitions;
    for (const one of [...practices, ...providers, ...facilities, ...payers, ...patients, ...encounters, ...contracts]) {
      let map = this.byKind.get(one.kind);
      if (!map) this.byKind.set(one.kind, map = new Map());
      visit(map, fold(one.id.value), one);
    }
    for (const fee of fees) visit(this.feesByCode, fold(fee.code.value), fee);
    for (const encounter of encounters) if (encounter.patient) visit(this.encountersByPatient, fold(encounter.patient.value), encounter);
  }
}

export function fold(id: string): string {
  return id.toUpperCase();
}

// How often the practice uses which code: what it uses comes first.
import type { Definitions } from '../model/definitions';
import { diagnosisKey, dottedDiagnosis } from '../model/diagnosis-codes';
import type { Workspace } from '../model/workspace';

export interface UsedCodes {
  readonly diagnoses: ReadonlyMap<string, number>;
  readonly services: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
}

interface Counted {
  readonly definitions: Definitions;
  /** The codes of the document, a letter for their kind before each. */
  readonly codes: string;
}

interface Tally {
  readonly documents: Map<string, Counted>;
  used: UsedCodes;
}

const tallies = new WeakMap<Workspace, Tally>();

/**
 * Counted over all encounters that are known. Diagnosis codes in upper case with their dot. The same value is given until a
 * code changes.
 */
export function usedCodes(workspace: Workspace): UsedCodes {
  let tally = tallies.get(workspace);
  if (!tally) tallies.set(workspace, (tally = { documents: new Map(), used: count([]) }));
  let changed = false,
    seen = 0;
  for (const definitions of workspace.all()) {
    seen += 1;
    const { uri } = definitions.source;
    const known = tally.documents.get(uri);
    if (known?.definitions === definitions) continue;
    const codes = codesOf(definitions);
    changed ||= codes !== (known?.codes ?? '');
    tally.documents.set(uri, { definitions, codes });
  }
  if (seen < tally.documents.size) {
    for (const [uri, { codes }] of tally.documents) {
      if (workspace.get(uri)) continue;
      tally.documents.delete(uri);
      changed ||= codes !== '';
    }
  }
  if (changed) tally.used = count(tally.documents.values());
  return tally.used;
}

function codesOf({ encounters }: Definitions): string {
  const codes: string[] = [];
  for (const { diagnoses, services, place } of encounters) {
    for (const { code } of diagnoses) if (code) codes.push(`D${dottedDiagnosis(diagnosisKey(code.value))}`);
    for (const { code } of services) if (code) codes.push(`S${code.value}`);
    if (place) codes.push(`P${place.value}`);
  }
  return codes.join('\n');
}

function count(documents: Iterable<Counted>): UsedCodes {
  const maps = { D: new Map<string, number>(), S: new Map<string, number>(), P: new Map<string, number>() };
  for (const { codes } of documents) {
    for (const code of codes === '' ? [] : codes.split('\n')) {
      const map = maps[code[0] as keyof typeof maps],
        key = code.slice(1);
      map.set(key, (map.get(key) ?? 0) + 1);
    }
  }
  return { diagnoses: maps.D, services: maps.S, places: maps.P };
}

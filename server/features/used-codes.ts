// How often the practice uses which code: what it uses comes first.
import type { Workspace } from '../model/workspace';

export interface UsedCodes {
  readonly diagnoses: ReadonlyMap<string, number>;
  readonly services: ReadonlyMap<string, number>;
}

/** Counted over all encounters that are known. Diagnosis codes in upper case with their dot. */
export function usedCodes(workspace: Workspace): UsedCodes {
  const diagnoses = new Map<string, number>(), services = new Map<string, number>();
  for (const { encounters } of workspace.all()) {
    for (const encounter of encounters) {
      for (const { code } of encounter.diagnoses) if (code) count(diagnoses, dotted(code.value));
      for (const { code } of encounter.services) if (code) count(services, code.value);
    }
  }
  return { diagnoses, services };
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function dotted(code: string): string {
  const plain = code.toUpperCase().replace('.', '');
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}

// Patient control numbers: made from the encounter's id, so that the ledger can be rebuilt from the names of files alone.

const STEM = 15;
const HASH = 5;

/**
 * The patient control number (CLM01) of an encounter's n-th attempt, which is also the name of its file: `E1001-1`. At most
 * 20 characters, upper case, letters, digits, `-` and `.` only. Attempts are 1 to 9999.
 */
export function claimControl(encounterId: string, attempt: number): string {
  return `${encounterKey(encounterId)}-${attempt}`;
}

/** What the control numbers of all attempts of an encounter begin with; two ids that differ in case or `_` share it. */
export function encounterKey(encounterId: string): string {
  const stem = encounterId.toUpperCase().replace(/[^A-Z0-9.-]/g, '-');
  if (stem.length <= STEM) return stem;
  return `${stem.slice(0, STEM - HASH - 1)}.${hash(stem)}`;
}

/** Takes a control number apart; undefined where it cannot be one of ours. */
export function readControl(control: string): { readonly key: string; readonly attempt: number } | undefined {
  const parts = /^([A-Z0-9.-]{1,15})-([1-9]\d{0,3})$/.exec(control.trim().toUpperCase());
  return parts ? { key: parts[1], attempt: Number(parts[2]) } : undefined;
}

/** Control number of a service line (REF*6R): the claim's and the line's number. */
export function lineControl(control: string, position: number): string {
  return `${control}.${position}`;
}

/** Short, the same everywhere and for ever (FNV-1a, base 36). */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return (value % 36 ** HASH).toString(36).toUpperCase().padStart(HASH, '0');
}

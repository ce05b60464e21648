// Numbers of encounters: the next one after those that there are.

/** Next id in the manner of the last one: E1001 → E1002. */
export function nextEncounterId(ids: readonly string[]): string {
  let best: { head: string; number: number; width: number } | undefined;
  for (const id of ids) {
    const parts = /^(.*?)(\d+)$/.exec(id);
    if (parts && (!best || Number(parts[2]) > best.number)) best = { head: parts[1], number: Number(parts[2]), width: parts[2].length };
  }
  return best ? `${best.head}${String(best.number + 1).padStart(best.width, '0')}` : 'E1001';
}

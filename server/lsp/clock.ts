// The clock's day, as the people at the desk see it: of this machine's time zone.

/** ISO: `2026-11-21`. */
export function clockDay(now = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

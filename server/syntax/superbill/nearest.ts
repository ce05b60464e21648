// The word that was probably meant: how many slips of the pen lie between two words.

/** The word at most two slips of the pen away. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.min(2, Math.floor(written.length / 3)) + 1;
  for (const word of words) {
    if (Math.abs(word.length - written.length) >= least) continue;
    const distance = editDistance(written, word);
    if (distance < least) [best, least] = [word, distance];
  }
  return best;
}

/** Letters to change, add, drop or swap with their neighbour; above `most`, some number above it. */
export function editDistance(a: string, b: string, most = Infinity): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, rows[i - 2][j - 2] + 1);
      row.push(cost);
    }
    const least = Math.min(...row);
    if (least > most) return least;
    rows.push(row);
  }
  return rows[a.length][b.length];
}

// Sums over characters: tells texts apart without keeping them.

/** Two sums over what was added. Texts that differ have different sums, but for one in many billions. */
export class TextSum {
  first = 17;
  second = 5381;

  clear(): void {
    this.first = 17;
    this.second = 5381;
  }

  /** Adds a part of a text. What is added apart is told from what is added at once. */
  add(text: string, start: number, end: number): void {
    let { first, second } = this;
    for (let i = start; i < end; i += 1) {
      const code = text.charCodeAt(i);
      first = (Math.imul(first, 31) + code) | 0;
      second = (Math.imul(second, 33) ^ code) | 0;
    }
    this.first = (Math.imul(first, 31) + 1) | 0;
    this.second = (Math.imul(second, 33) ^ 1) | 0;
  }

  /** Both as one number. */
  value(): number {
    return (this.first >>> 0) * 0x200000 + (this.second & 0x1fffff);
  }
}

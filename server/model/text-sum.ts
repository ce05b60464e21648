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
    this.first = first;
    this.second = second;
    this.addNumber(1);
  }

  /** Adds a text as a whole; one that is absent is told from an empty one. */
  addWord(text: string | undefined): void {
    if (text === undefined) this.addNumber(2);
    else this.add(text, 0, text.length);
  }

  addNumber(value: number): void {
    this.first = (Math.imul(this.first, 31) + value) | 0;
    this.second = (Math.imul(this.second, 33) ^ value) | 0;
  }

  /** Adds what another one has summed up. */
  addSum({ first, second }: TextSum): void {
    this.first = (Math.imul(this.first, 31) + first) | 0;
    this.second = (Math.imul(this.second, 33) ^ second) | 0;
  }

  copy({ first, second }: TextSum): void {
    this.first = first;
    this.second = second;
  }
}

/** Things by the sums of texts, up to some number of them. */
export class BySum<T> {
  private readonly known = new Map<number, { readonly second: number; readonly one: T }>();

  constructor(private readonly most: number) {}

  get(first: number, second: number): T | undefined {
    const known = this.known.get(first >> 1);
    return known && known.second === second ? known.one : undefined;
  }

  set(first: number, second: number, one: T): void {
    if (this.known.size >= this.most) this.known.clear();
    this.known.set(first >> 1, { second, one });
  }
}

// The sums of what is added piece by piece, and what is kept by them.
import { addCharacters, nextFirst, nextSecond, type Sums } from '../syntax/sums';
import type { Scanner } from '../syntax/x12/scan';

/** Sums of parts of texts, words and numbers. What is added apart is told from what is added at once. */
export class TextSum implements Sums {
  first = 17;
  second = 5381;

  clear(): void {
    this.first = 17;
    this.second = 5381;
  }

  /** Adds a part of a text. */
  add(text: string, start: number, end: number): void {
    addCharacters(this, text, start, end);
    this.addNumber(1);
  }

  /** Adds a part of the text that a scanner reads: the same, but quicker. */
  addFrom(scanner: Scanner, start: number, end: number): void {
    scanner.addTo(this, start, end);
    this.addNumber(1);
  }

  /** Adds a text as a whole; one that is absent is told from an empty one. */
  addWord(text: string | undefined): void {
    if (text === undefined) this.addNumber(2);
    else this.add(text, 0, text.length);
  }

  addNumber(value: number): void {
    this.first = nextFirst(this.first, value);
    this.second = nextSecond(this.second, value);
  }

  /** Adds what another one has summed up. */
  addSum({ first, second }: Sums): void {
    this.first = nextFirst(this.first, first);
    this.second = nextSecond(this.second, second);
  }

  copy({ first, second }: Sums): void {
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

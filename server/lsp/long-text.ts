// The text of a long document as bytes that follow its changes in place: a long string put together anew of parts takes ten times as long.

/** Shorter texts are put together as strings. Above this length a string made of bytes lies outside of what is collected with each key. */
const LONG = 1 << 20;
/** Where there is no room, this share of the whole is added. */
const SPARE = 16;

/** A text all of whose characters are single bytes (ISO 8859-1). */
export class LongText {
  private constructor(
    private bytes: Buffer,
    private length: number,
  ) {}

  /** Undefined where a text is short, or has other characters. */
  static of(text: string): LongText | undefined {
    if (text.length < LONG) return undefined;
    const bytes = Buffer.from(text, 'latin1');
    return bytes.toString('latin1') === text ? new LongText(bytes, bytes.length) : undefined;
  }

  /** The text with another stretch in place of the one from `start` to before `end`. Undefined where it cannot be followed any longer. */
  replace(start: number, end: number, by: string): string | undefined {
    const own = Buffer.from(by, 'latin1');
    if (own.toString('latin1') !== by) return undefined;
    const length = this.length + own.length - (end - start);
    if (length > this.bytes.length) {
      const larger = Buffer.alloc(length + Math.ceil(length / SPARE));
      this.bytes.copy(larger, 0, 0, start);
      this.bytes.copy(larger, start + own.length, end, this.length);
      this.bytes = larger;
    } else if (own.length !== end - start) this.bytes.copyWithin(start + own.length, end, this.length);
    own.copy(this.bytes, start);
    this.length = length;
    return this.bytes.toString('latin1', 0, length);
  }
}

// Arrays in which searches add up points for each row of an edition: all searches share them.

/** Arrays as long as the longest edition, used by one search after the other. */
export interface Scratch {
  readonly size: number;
  epoch: number;
  /** By row: how well it says what was said, the weight of its words that were asked for, points beside it, and how many things it says. */
  readonly total: Float32Array;
  readonly covered: Float32Array;
  readonly lift: Float32Array;
  readonly hits: Uint16Array;
  readonly seen: Int32Array;
  readonly best: Float32Array;
  readonly bestCovered: Float32Array;
  readonly bestSeen: Int32Array;
  readonly level: Int32Array;
  readonly sum: Float32Array;
  readonly sumCovered: Float32Array;
  readonly buffer: Int32Array;
  readonly touched: Int32Array;
  readonly nowTouched: Int32Array;
  /** The rows that have all words of a way looked up so far. */
  readonly reached: Int32Array;
  /** The points of the rows found, by place: what was added up for single words is no longer needed then. */
  readonly scores: Float32Array;
}

let scratch: Scratch | undefined;

/** The arrays, grown to so many rows. */
export function scratchFor(size: number): Scratch {
  if (!scratch || scratch.size < size) {
    const floats = (): Float32Array => new Float32Array(size);
    const integers = (): Int32Array => new Int32Array(size);
    const sum = floats();
    scratch = {
      size,
      epoch: 0,
      total: floats(),
      covered: floats(),
      lift: floats(),
      hits: new Uint16Array(size),
      seen: integers(),
      best: floats(),
      bestCovered: floats(),
      bestSeen: integers(),
      level: integers(),
      sum,
      sumCovered: floats(),
      buffer: integers(),
      touched: integers(),
      nowTouched: integers(),
      reached: integers(),
      scores: sum,
    };
  }
  return scratch;
}

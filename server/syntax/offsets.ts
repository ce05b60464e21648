// Offsets into a long text, in ascending order, that follow its changes in place: a key in a large file makes no large arrays anew.

/** Some offsets of a text after a change, and how the others come about from those before it. */
export interface OffsetChange {
  /** Entries from this one to before `to` are gone; `own` stand in their place. */
  readonly from: number;
  readonly to: number;
  readonly own: Uint32Array;
  /** How far those behind have moved. */
  readonly by: number;
}

/** Uses up `before`, which must be alone on its buffer, and begin with it: the result stands in the same place where there is room. */
export function changedOffsets(before: Uint32Array, { from, to, own, by }: OffsetChange): Uint32Array {
  const room = new Uint32Array(before.buffer);
  const behind = from + own.length,
    count = before.length + own.length - (to - from);
  const all = count <= room.length ? room : new Uint32Array(count + Math.ceil(count / SPARE));
  if (all !== room) all.set(before.subarray(0, from));
  if (all !== room || behind !== to) all.set(before.subarray(to), behind);
  if (by !== 0) for (let i = behind; i < count; i += 1) all[i] += by;
  all.set(own, from);
  return count === before.length ? before : all.subarray(0, count);
}

/** Where there is no room, this share of the whole is added. */
const SPARE = 16;

// Long work in short steps: who runs it may do other things in between.

/** Work that can be set aside at each `yield`. */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps at once. */
export function inOneGo<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** So many segments are one step: some claims, a tenth of a millisecond, or a few where a program has just begun. */
export const STEP = 100;

/** Counts segments, so that not each small part of a file is a step of its own. */
export class Pace {
  private done = 0;

  /** Some more were looked at: is it time to set the work aside? */
  isOver(segments: number): boolean {
    this.done += segments;
    if (this.done < STEP) return false;
    this.done = 0;
    return true;
  }
}

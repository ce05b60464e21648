// Long work in short steps: who runs it may do other things in between.

/** Work that can be set aside at each `yield`. */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps at once. */
export function inOneGo<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

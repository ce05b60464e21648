// Runs long work in slices and lets other requests pass between them.
import type { Steps } from '../syntax/steps';

/** Milliseconds of work at a time: a hover that comes meanwhile waits no longer. */
const SLICE = 5;

/**
 * A question is read, taken from the queue, answered, and its answer written, in a turn of the event loop each, and there may be several
 * questions: with fewer turns one waits for a slice with each of them. A turn in which nothing happens takes some microseconds.
 */
const TURNS = 8;

/** The result, or undefined once `stop` says that nobody wants it any more. */
export async function patiently<T>(steps: Steps<T>, stop: () => boolean): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    for (let turn = 0; turn < TURNS; turn += 1)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    if (stop()) return undefined;
  }
}

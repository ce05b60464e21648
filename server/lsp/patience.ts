// Runs long work in slices and lets other requests pass between them.
import type { Steps } from '../syntax/steps';

/** Milliseconds of work at a time: a hover that comes meanwhile waits no longer. */
const SLICE = 5;

/** The result, or undefined once `stop` says that nobody wants it any more. */
export async function patiently<T>(steps: Steps<T>, stop: () => boolean): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => { setImmediate(resolve); });
    if (stop()) return undefined;
  }
}

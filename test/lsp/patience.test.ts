// Long work lets others pass: whoever asks meanwhile waits for one slice of it, however often he has to wait for his turn.
import assert from 'node:assert/strict';
import { patiently } from '../../server/lsp/patience';
import type { Steps } from '../../server/syntax/steps';

/** Steps of which each takes as long as a slice and more. */
function* long(count: number, took: () => void): Steps<string> {
  for (let n = 0; n < count; n += 1) {
    for (const until = performance.now() + 10; performance.now() < until; );
    took();
    yield;
  }
  return 'done';
}

/** Comes back in so many turns of the event loop. */
async function ask(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1)
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
}

suite('patience', () => {
  test('a question that needs several turns waits for one slice', async () => {
    let taken = 0;
    const work = patiently(
      long(6, () => {
        taken += 1;
      }),
      () => false,
    );
    await ask(1);
    const before = taken;
    await ask(5);
    assert.ok(taken <= before + 1, `${taken - before} slices`);
    assert.equal(await work, 'done');
    assert.equal(taken, 6);
  });

  test('work that nobody wants any more is left', async () => {
    let taken = 0;
    assert.equal(
      await patiently(
        long(6, () => {
          taken += 1;
        }),
        () => true,
      ),
      undefined,
    );
    assert.equal(taken, 1);
  });
});

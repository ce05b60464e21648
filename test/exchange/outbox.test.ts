// A file goes out exactly once: when it fails, when the program dies in between, when two programs send at once.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NotSent } from '../../server/exchange/exchange';
import { sendOnce } from '../../server/exchange/outbox';
import { receiveAll } from '../../server/exchange/inbox';
import { SENDING, namesIn } from '../../server/ledger/folder';
import { cleanUp, folder, listing, wire } from './kit';

const FILE = { name: 'E1-1.837', text: 'ISA~' };

suite('outbox', () => {
  teardown(cleanUp);
  const sentIn = (root: string) => namesIn(path.join(root, 'sent', 'listing'));

  test('sends and keeps what was sent', async () => {
    const root = folder();
    assert.equal(await sendOnce(root, listing(root), FILE), 'sent');
    assert.deepEqual([sentIn(root), wire(root)], [['E1-1.837'], ['E1-1.837']]);
    assert.equal(await sendOnce(root, listing(root), FILE), 'sent-before');
    assert.deepEqual(wire(root), ['E1-1.837']);
  });

  test('what certainly did not go out may be tried again', async () => {
    const root = folder();
    await assert.rejects(
      sendOnce(root, listing(root, { when: 'before', error: new NotSent('The payer’s door is closed.') }), FILE),
      NotSent,
    );
    assert.deepEqual(sentIn(root), []);
    assert.equal(await sendOnce(root, listing(root), FILE), 'sent');
    assert.deepEqual(wire(root), ['E1-1.837']);
  });

  test('what may have gone out stays in doubt, and is not sent again', async () => {
    const root = folder();
    await assert.rejects(sendOnce(root, listing(root, { when: 'after', error: new Error('The line broke.') }), FILE), /The line broke/);
    assert.deepEqual(sentIn(root), [`E1-1.837${SENDING}`]);
    assert.equal(await sendOnce(root, listing(root), FILE), 'in-doubt');
    assert.deepEqual(wire(root), ['E1-1.837']);
  });

  test('where the other side knows files by name, a doubt is settled by handing over the same file again', async () => {
    const root = folder();
    mkdirSync(path.join(root, 'sent', 'listing'), { recursive: true });
    writeFileSync(path.join(root, 'sent', 'listing', `E1-1.837${SENDING}`), FILE.text);
    assert.equal(await sendOnce(root, listing(root, undefined, true), { ...FILE, text: 'other' }), 'in-doubt', 'only the same');
    assert.equal(await sendOnce(root, listing(root, undefined, true), FILE), 'sent');
    assert.deepEqual(sentIn(root), ['E1-1.837']);
  });

  test('of two that send the same at once, one does', async () => {
    const root = folder();
    const both = await Promise.all([sendOnce(root, listing(root), FILE), sendOnce(root, listing(root), FILE)]);
    assert.deepEqual(both.sort(), ['in-doubt', 'sent']);
    assert.deepEqual(wire(root), ['E1-1.837']);
  });

  test('whoever sees another one under way steps back, and leaves nothing', async () => {
    const root = folder();
    assert.equal(await sendOnce(root, listing(root), FILE, () => true), 'taken');
    assert.deepEqual([sentIn(root), wire(root)], [[], []]);
  });

  test('answers are filed once, under their own names only', async () => {
    const root = folder();
    const exchange = {
      ...listing(root),
      receive: () =>
        Promise.resolve([
          { name: 'a.999', text: '1' },
          { name: '../../escape.999', text: '2' },
        ]),
    };
    assert.deepEqual(
      (await receiveAll(root, exchange)).map((file) => path.relative(root, file)),
      [path.join('responses', 'listing', 'a.999'), path.join('responses', 'listing', 'escape.999')],
    );
    assert.deepEqual(await receiveAll(root, exchange), []);
  });
});

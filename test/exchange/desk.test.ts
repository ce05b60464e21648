// The desk over the sample practice: what goes out, what is in doubt, and how a doubt is settled.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Desk } from '../../server/lsp/desk';
import { SENDING, namesIn } from '../../server/ledger/folder';
import { cleanUp, deskAt, folder } from './kit';

suite('desk', function () {
  teardown(cleanUp);
  const submit = (desk: Desk, encounter: string) => desk.submit({ uri: '', encounter });
  const sentIn = (root: string) => namesIn(path.join(root, 'sent', 'training'));

  /** As after a crash between writing the file and hearing that it has arrived. */
  function doubt(root: string, control: string): string {
    const kept = path.join(root, 'sent', 'training', `${control}.837`);
    renameSync(kept, kept + SENDING);
    return kept;
  }

  test('an encounter that is in doubt says so; submitting it again finishes it, with the same file', async () => {
    const root = folder(),
      { desk } = deskAt(root);
    await submit(desk, 'E1001');
    const kept = doubt(root, 'E1001-1');
    const text = readFileSync(kept + SENDING, 'utf8');
    desk.refresh();
    assert.deepEqual(
      [desk.account('E1001')?.state, desk.account('E1001')?.summary],
      ['submitted', 'may have been sent before a crash: receive first, then submit again'],
    );
    assert.equal((await desk.fetch()).files.length, 0, 'the payer has not got it');
    assert.deepEqual(await submit(desk, 'E1001').then(({ ok }) => ok), true);
    assert.deepEqual(sentIn(root), ['E1001-1.837']);
    assert.equal(readFileSync(kept, 'utf8'), text);
  });

  test('what another program finishes in this moment is not sent from here, and is no fault', async () => {
    const root = folder(),
      { desk } = deskAt(root);
    await submit(desk, 'E1001');
    const kept = doubt(root, 'E1001-1');
    // Between looking at the folder and reading the file.
    const refresh = desk.refresh.bind(desk);
    desk.refresh = () => {
      refresh();
      if (existsSync(kept + SENDING)) renameSync(kept + SENDING, kept);
    };
    assert.deepEqual(await submit(desk, 'E1001'), {
      ok: false,
      message: 'Another program sends E1001 at this moment: nothing was sent from here.',
    });
    assert.match((await submit(desk, 'E1001')).message, /was sent already as E1001-1/);
    assert.deepEqual(sentIn(root), ['E1001-1.837']);
  });

  test('an answer settles a doubt', async () => {
    const root = folder(),
      { desk } = deskAt(root);
    await submit(desk, 'E1003');
    await desk.fetch();
    doubt(root, 'E1003-1');
    desk.refresh();
    assert.equal(desk.account('E1003')?.state, 'paid');
    await desk.fetch();
    assert.deepEqual(sentIn(root), ['E1003-1.837']);
  });

  test('an encounter that was changed while in doubt goes out as it was', async () => {
    const root = folder(),
      { desk, set } = deskAt(root);
    await submit(desk, 'E1002');
    doubt(root, 'E1002-1');
    const file = path.join(root, 'E1002.encounter');
    set('E1002.encounter', readFileSync(file, 'utf8').replace('145.00', '150.00'));
    await submit(desk, 'E1002');
    assert.match(readFileSync(path.join(root, 'sent', 'training', 'E1002-1.837'), 'utf8'), /CLM\*E1002-1\*145\*/);
    assert.match((await submit(desk, 'E1002')).message, /was sent already as E1002-1/);
  });

  test('two desks in one folder do not send the same visit twice, though it differs by a word', async () => {
    const root = folder(),
      first = deskAt(root),
      second = deskAt(root);
    second.set('E1002.encounter', readFileSync(path.join(root, 'E1002.encounter'), 'utf8').replace('145.00', '150.00'));
    await Promise.all([submit(first.desk, 'E1002'), submit(second.desk, 'E1002')]);
    assert.ok(sentIn(root).length <= 1);
    for (const { desk } of [first, second]) await submit(desk, 'E1002');
    assert.equal(sentIn(root).length, 1);
  });

  test('twice at once from one desk', async () => {
    const root = folder(),
      { desk } = deskAt(root);
    const outcomes = await Promise.all([submit(desk, 'E1001'), submit(desk, 'E1001'), submit(desk, 'e1001')]);
    assert.deepEqual(outcomes.map((one) => one.ok).sort(), [false, false, true]);
    assert.deepEqual(sentIn(root), ['E1001-1.837']);
  });

  test('what is asked at every keystroke reads no file', async () => {
    const root = folder(),
      { desk, project } = deskAt(root);
    await submit(desk, 'E1002');
    await desk.fetch();
    const world = desk.world();
    const patient = [...project.all()].find((one) => one.uri.endsWith('ross.patient'))?.uri ?? '';
    const found = world.ledger.answers(patient);
    assert.equal(found.length, 1);
    // Were anything read again, it would be missed.
    for (const name of ['claims', 'sent', 'responses']) rmSync(path.join(root, name), { recursive: true });
    const again = desk.world().ledger;
    assert.deepEqual(again.answers(patient), found);
    assert.equal(again.status('E1002')?.state, 'rejected');
    assert.ok(again.remarks('E1002'));
    desk.refresh();
    assert.equal(desk.world().ledger.status('E1002'), undefined, 'a look at the folders notices');
  });

  test('encounters whose claims could not be told apart are not sent', async () => {
    const root = folder(),
      { desk, set } = deskAt(root);
    set(
      'E_1.encounter',
      readFileSync(path.join(root, 'E1001.encounter'), 'utf8').replace('E1001', 'E_1').replace('2026-11-02\n', '2026-11-03\n'),
    );
    assert.equal((await submit(desk, 'E_1')).ok, true);
    set(
      'E-1.encounter',
      readFileSync(path.join(root, 'E1001.encounter'), 'utf8').replace('E1001', 'E-1').replace('2026-11-02\n', '2026-11-04\n'),
    );
    const { ok, message } = await submit(desk, 'E-1');
    assert.equal(ok, false);
    assert.match(message, /E-1 and E_1 have the same claim numbers/);
  });

  test('a folder that is not trusted neither sends nor receives', async () => {
    const root = folder(),
      { desk } = deskAt(root, { trusted: false });
    for (const outcome of [await submit(desk, 'E1001'), await desk.receive(), await desk.submitFile('x.837', 'ISA')]) {
      assert.equal(outcome.ok, false);
      assert.match(outcome.message, /not trusted/);
    }
    assert.deepEqual(sentIn(root), []);
  });

  test('an answer that was put there by hand is posted, too', async () => {
    const root = folder(),
      { desk } = deskAt(root);
    await submit(desk, 'E1003');
    const { files } = await desk.fetch();
    const remittance = files.find((name) => name.endsWith('.835')) ?? '';
    const text = readFileSync(remittance, 'utf8');
    rmSync(path.join(root, 'responses'), { recursive: true });
    desk.refresh();
    assert.equal(desk.account('E1003')?.state, 'submitted');
    const elsewhere = path.join(root, 'responses', 'by-hand', 'paper scan.txt');
    mkdirSync(path.dirname(elsewhere), { recursive: true });
    writeFileSync(elsewhere, text);
    desk.refresh();
    assert.equal(desk.account('E1003')?.state, 'paid');
  });
});

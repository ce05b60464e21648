// The program is killed at any moment, or runs twice at once: nothing goes out twice, and nothing is lost.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { type FSWatcher, watch } from 'node:fs';
import { hostname } from 'node:os';
import { formatSuperbill } from '../../server/features/formatting';
import { parseSuperbill } from '../../server/syntax/superbill/parse';
import { TODAY, cleanUp, ended, files, folder, json, samplePractice, program, start, superbill, text, write } from './kit';

const ENCOUNTERS = ['E0998', 'E0999', 'E1001', 'E1002', 'E1003', 'E1004', 'E1005', 'E1006', 'E1007', 'E1011'];

/** ISA13 and CLM01 of a whole file; a cut one fails. */
function read(at: string, name: string): { number: string; controls: string[] } {
  const content = text(at, name);
  assert.match(content, /^ISA[^]*~IEA\*1\*(\d{9})~\s*$/, `${name} is whole`);
  return { number: content.slice(90, 99), controls: [...content.matchAll(/~CLM\*([^*]+)\*/g)].map((one) => one[1]) };
}

/** Which encounters went out, or may have. What a crash left half written counts for nothing. */
function sentEncounters(at: string): string[] {
  return files(at, 'sent')
    .filter((name) => !name.endsWith('.draft'))
    .flatMap((name) => read(at, name).controls.map((control) => control.replace(/-\d+$/, '')))
    .sort();
}

/** What must hold at any moment. */
function assertSound(at: string): void {
  const encounters = sentEncounters(at);
  assert.deepEqual([...new Set(encounters)], encounters, 'no visit went out twice');
  const claims = files(at, 'claims')
    .filter((name) => name.endsWith('.837'))
    .map((name) => read(at, name).number);
  assert.deepEqual([...new Set(claims)], claims, 'no number was given twice');
}

/** Kills the program when the folder has changed so many times. */
async function killed(at: string, args: readonly string[], changes: number): Promise<boolean> {
  const child = start(at, args);
  let seen = 0;
  let watcher: FSWatcher | undefined;
  const watched = new Promise<void>((resolve) => {
    watcher = watch(at, { recursive: true }, () => {
      seen += 1;
      if (seen >= changes) {
        child.kill('SIGKILL');
        resolve();
      }
    });
  });
  const run = ended(child);
  await Promise.race([watched, run]);
  const { status } = await run;
  watcher?.close();
  return status === null;
}

suite('crashes', function () {
  this.timeout(180_000);
  teardown(cleanUp);

  test('killed again and again while it sends', async () => {
    const at = samplePractice();
    let kills = 0;
    for (const changes of [1, 2, 3, 5, 8, 13, 21, 34]) {
      if (await killed(at, ['submit', 'encounters', '--as-of', TODAY], changes)) kills += 1;
      assertSound(at);
      const status = await superbill(at, 'status', '--format', 'json', '--as-of', TODAY);
      assert.equal(status.status, 0, status.err);
    }
    assert.ok(kills > 0, 'the program was killed at least once');
    await superbill(at, 'submit', 'encounters', '--as-of', TODAY);
    assertSound(at);
    assert.deepEqual(sentEncounters(at), ENCOUNTERS, 'each went out');
    const answered = await superbill(at, 'receive');
    assert.match(answered.out, /^38 answers received/);
  });

  test('killed while answers are filed: the next time brings the rest, and the money is the same', async () => {
    const at = samplePractice(),
      calm = samplePractice();
    for (const one of [at, calm]) await superbill(one, 'submit', 'encounters', '--as-of', TODAY);
    for (const changes of [2, 5, 9]) await killed(at, ['receive'], changes);
    await superbill(at, 'receive');
    await superbill(calm, 'receive');
    interface Told {
      claims: { encounter: string; state: string; paid: number; patient: number; balance: number }[];
    }
    const told = async (where: string) =>
      (await json<Told>(where, 'status', '--as-of', TODAY)).claims.map(({ encounter, state, paid, patient, balance }) => [
        encounter,
        state,
        paid,
        patient,
        balance,
      ]);
    assert.deepEqual(await told(at), await told(calm));
    assert.deepEqual(
      files(at, 'responses').filter((name) => !name.endsWith('.draft')),
      files(calm, 'responses'),
    );
  });

  test('killed while documents are laid out: each is as it was or as it should be, and nothing half written stays', async () => {
    const at = folder(),
      names = Array.from({ length: 300 }, (_, i) => `e${i}.encounter`);
    const before = `encounter E1\n  date 11/02/2026\n  note\n${'    Knee pain, worse on stairs.\n'.repeat(200)}`;
    const after = formatSuperbill(parseSuperbill(before));
    let kills = 0;
    for (const changes of [3, 10, 40, 90]) {
      for (const name of names) write(at, name, before);
      if (await killed(at, ['format', '.'], changes)) kills += 1;
      for (const name of names) assert.ok([before, after].includes(text(at, name)), name);
    }
    assert.ok(kills > 0, 'the program was killed at least once');
    // The name that a program has which was killed while it wrote.
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    write(at, `${hostname().replace(/[^\w]/g, '_')}-${pid}.draft`, before);
    write(at, names[0], before);
    assert.equal((await superbill(at, 'format', '.')).status, 0);
    assert.deepEqual(files(at, '.'), names.sort());
    for (const name of names) assert.equal(text(at, name), after, name);
  });

  test('two programs send the same practice at once', async () => {
    const at = samplePractice();
    const runs = await Promise.all([1, 2, 3].map(() => program(at, 'submit', 'encounters', '--as-of', TODAY)));
    for (const run of runs) assert.equal(run.status, 1, run.err);
    assertSound(at);
    await superbill(at, 'submit', 'encounters', '--as-of', TODAY);
    assert.deepEqual(sentEncounters(at), ENCOUNTERS);
    assertSound(at);
  });

  test('two programs take numbers at once', async () => {
    const at = samplePractice();
    await Promise.all(
      [
        ['E1001', 'E1003', 'E1005'],
        ['E1002', 'E1004', 'E1006'],
        ['E1007', 'E1011', 'E0998'],
      ].map((ids) => program(at, 'claim', ...ids, '--out', `${ids[0]}.837`, '--as-of', TODAY)),
    );
    const numbers = [...files(at, 'claims'), 'E1001.837', 'E1002.837', 'E1007.837'].map((name) => read(at, name).number);
    assert.equal(numbers.length, 12);
    assert.equal(new Set(numbers).size, 12);
  });
});

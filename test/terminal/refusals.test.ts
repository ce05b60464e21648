// What is not there, may not be looked into or may not be written to: each command says what, where and why, and ends with status 2.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Run, TODAY, builtProgram, cleanUp, ended, environment, files, samplePractice, superbill, write } from './kit';

/** Nobody in particular: the rights of files do not hold for root. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** Runs the built program as somebody whom the rights of files hold for. */
function asSomebody(at: string, ...args: readonly string[]): Promise<Run> {
  const program = builtProgram(),
    env = environment();
  // Only the owner may look into folders that were made for a test.
  for (const file of [path.dirname(at), path.dirname(program)]) chmodSync(file, 0o755);
  const somebody = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  return ended(spawn(process.execPath, [program, ...args], { cwd: at, env, stdio: ['ignore', 'pipe', 'pipe'], ...somebody }));
}

suite('refusals', function () {
  teardown(cleanUp);

  test('what is not there', async () => {
    const at = samplePractice();
    const said = async (...args: readonly string[]): Promise<string> => {
      const { err, status } = await superbill(at, ...args);
      assert.equal(status, 2, args.join(' '));
      return err.trim();
    };
    for (const command of ['check', 'fix', 'format', 'claim', 'submit', 'ack', 'explain'])
      assert.equal(await said(command, 'nowhere/x.837'), 'There is no file or folder nowhere/x.837.', command);
    assert.equal(await said('explain', 'x.encounter'), 'There is no file or folder x.encounter.');
    assert.equal(await said('codes', 'import', 'x.zip'), 'x.zip could not be read: it is not there.');
    assert.equal(await said('codes', 'update', '--catalogue', 'x.json'), 'The catalogue x.json could not be read: it is not there.');
  });

  test('a folder where none can be made', async function () {
    if (!existsSync('/proc/self')) {
      console.log('skipped: there is no /proc on this machine, where nobody can make a folder');
      return this.skip();
    }
    const at = samplePractice();
    const { status, err } = await superbill(at, 'claim', 'E1001', '--out', '/proc/none/here/x.837', '--as-of', TODAY);
    assert.deepEqual([status, err], [2, '/proc/none/here/x.837 could not be written: it is not there.\n']);
  });

  test('words with a stroke or a point are no files', async () => {
    const at = samplePractice();
    for (const words of ['s/p', 'E11.65']) assert.equal((await superbill(at, 'explain', words)).status, 0, words);
    assert.match((await superbill(at, 'explain', '24/7/365')).out, /is not known here/);
  });

  test('a folder that may not be looked into is told once, wherever it lies', async function () {
    if (process.platform === 'win32') {
      console.log('skipped: Windows has no such rights of folders');
      this.skip();
    }
    const at = samplePractice();
    write(at, 'locked/x.encounter', 'encounter X\n');
    chmodSync(path.join(at, 'locked'), 0o000);
    const refusal = (name: string): string => `${name} could not be read: access to it is denied.`;
    for (const args of [
      ['check', '.'],
      ['check', 'locked'],
      ['fix', 'locked'],
      ['format', '.'],
    ]) {
      const { err, status } = await asSomebody(at, ...args);
      assert.deepEqual([status, err.split('\n').filter((line) => line.includes('locked'))], [2, [refusal('locked')]], args.join(' '));
    }
    for (const command of ['check', 'fix', 'format', 'claim', 'submit', 'explain']) {
      const { err, status } = await asSomebody(at, command, 'locked/x.encounter');
      assert.deepEqual([status, err.trim().split('\n').at(-1)], [2, refusal('locked/x.encounter')], command);
    }
    const { err, status } = await asSomebody(at, 'claim', 'locked');
    assert.deepEqual([status, err.trim()], [2, `${refusal('locked')}\nThere is no encounter in locked.`]);
    chmodSync(path.join(at, 'locked'), 0o755);
  });

  test('a folder that may not be written to', async function () {
    if (process.platform === 'win32') {
      console.log('skipped: Windows has no such rights of folders');
      this.skip();
    }
    const at = samplePractice();
    write(at, 'wrong.encounter', 'encounter WRONG\n date 11/02/2026\n');
    chmodSync(path.join(at, 'wrong.encounter'), 0o444);
    mkdirSync(path.join(at, 'claims'));
    chmodSync(path.join(at, 'claims'), 0o777);
    chmodSync(path.join(at, 'patients'), 0o555);
    assert.equal(
      (await asSomebody(at, 'claim', 'E1001', '--as-of', TODAY, '--out', 'patients/x.837')).err,
      'patients/x.837 could not be written: access to it is denied.\n',
    );
    assert.deepEqual(files(at, 'claims'), [], 'nothing is written');
    for (const folder of ['claims', '.']) chmodSync(path.join(at, folder), 0o555);
    const said = async (...args: readonly string[]): Promise<string> => {
      const { err, status } = await asSomebody(at, ...args);
      assert.equal(status, 2, args.join(' '));
      return err.trim();
    };
    assert.equal(await said('claim', 'E1001', '--as-of', TODAY), 'The practice’s folder could not be written to: access to it is denied.');
    assert.equal(
      await said('submit', 'E1001', '--as-of', TODAY),
      'E1001 is not sent: the practice’s folder could not be written to (access to it is denied).',
    );
    assert.equal(await said('format', 'wrong.encounter'), 'wrong.encounter could not be written: access to it is denied.');
    for (const folder of ['claims', 'patients', '.']) chmodSync(path.join(at, folder), 0o755);
  });
});

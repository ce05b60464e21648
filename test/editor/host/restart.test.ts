// The language server is killed: it starts again by itself, knows the open documents as they are now, and carries out commands.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { codeOf, fileOf, findings, open, read } from './kit';

suite('restart', () => {
  suiteSetup(function () {
    if (process.platform !== 'win32') return;
    console.log('skipped: processes are found with ps, which Windows has not');
    this.skip();
  });

  // The other suites find the practice as it was.
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    for (const name of ['encounters/E0901.encounter', 'claims/E0901-1.837']) await vscode.workspace.fs.delete(fileOf(name));
  });

  test('a server that was killed checks what is written next, and generates its claim', async () => {
    const clean = `encounter E0901
  patient    DOE-JANE
  date       2026-10-06
  place      11
  rendering  CURIE

  diagnoses
    A  I10  Essential (primary) hypertension

  services
    93000  A  45.00
`;
    const { uri, document } = await open('encounters/E0901.encounter', clean.replace('I10 ', 'I99999'));
    await findings(uri, (all) => all.some((one) => codeOf(one) === 'diagnosis/unknown-code'));
    const before = serverProcess();
    process.kill(before, 'SIGKILL');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), clean.replace('93000', '9300X'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const found = await findings(uri, (all) => all.some((one) => one.message.includes('9300X')));
    assert.ok(!found.some((one) => codeOf(one) === 'diagnosis/unknown-code'));
    assert.notEqual(serverProcess(), before);
    await open('encounters/E0901.encounter', clean);
    await vscode.commands.executeCommand('superbill.generateClaim', uri.toString(), 'E0901');
    assert.match(await read(fileOf('claims/E0901-1.837')), /~CLM\*E0901-1\*45\*/);
  });
});

/** The server's process is a child of the one in which extensions run. */
function serverProcess(): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 50_000_000 }).split('\n');
  const found = lines
    .map((line) => line.trim().split(/\s+/))
    .find(([, parent, ...words]) => Number(parent) === process.pid && /[/\\]dist[/\\]server\.js/.test(words.join(' ')));
  assert.ok(found, 'no language server runs');
  return Number(found[0]);
}

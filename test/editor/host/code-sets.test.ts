// Code sets in the editor: fetched from a publisher on this machine, and imported from a file; both are then in use.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ProxyServer } from '../../kit/proxy-server';
import { ReleaseServer, archive } from '../../kit/release-server';
import { awake } from './kit';

/** Procedures of hospitals: no other suite looks at them. */
const ORDER = [
  ['001', '0', 'Bypass'],
  ['0016070', '1', 'Bypass Cerebral'],
  ['XY0', '0', 'Other'],
  ['XY0YX37', '1', 'Other one'],
]
  .map(([code, billable, title], i) => `${String(i + 1).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${title.padEnd(60)} ${title}`)
  .join('\r\n');

suite('code sets', () => {
  const home = process.env['SUPERBILL_HOME'] ?? '';
  let publisher: ReleaseServer;

  suiteSetup(async () => {
    assert.ok(home, 'SUPERBILL_HOME is not set: this would change your own code sets');
    publisher = await new ReleaseServer().start();
    mkdirSync(home, { recursive: true });
    await awake();
  });
  suiteTeardown(async () => {
    rmSync(path.join(home, 'catalogue.json'), { force: true });
    await publisher.close();
  });

  const kept = () => readdirSync(path.join(home, 'codes')).filter((name) => name.startsWith('icd-10-pcs'));

  test('Update Code Sets fetches what was chosen', async () => {
    const url = publisher.serve('/pcs.zip', { bytes: archive({ 'icd10pcs_order_2024.txt': ORDER }), etag: '"one"', cutAt: 100_000 });
    const release = {
      id: 'tested',
      title: 'Tested',
      publisher: 'me',
      set: 'icd-10-pcs',
      calendar: 'fiscal-year',
      addresses: [{ url }],
      byHand: 'https://example.org',
    };
    writeFileSync(path.join(home, 'catalogue.json'), JSON.stringify({ releases: [release] }));
    // It holds another year than this one: refused.
    await vscode.commands.executeCommand('superbill.updateCodeSets', ['tested']);
    assert.deepEqual(kept(), []);
    const year = new Date().getMonth() > 8 ? new Date().getFullYear() + 1 : new Date().getFullYear();
    publisher.serve('/pcs.zip', { bytes: archive({ [`icd10pcs_order_${year}.txt`]: ORDER }), etag: '"two"' });
    await vscode.commands.executeCommand('superbill.updateCodeSets', ['tested']);
    assert.deepEqual(kept(), [`icd-10-pcs.FY${year}.codes`]);
  });

  test('the proxy of VS Code’s own settings is the way', async () => {
    const release = {
      id: 'far',
      title: 'Far',
      publisher: 'me',
      set: 'icd-10-pcs',
      calendar: 'fiscal-year',
      addresses: [{ url: 'https://publisher.example/pcs.zip' }],
      byHand: 'https://example.org',
    };
    writeFileSync(path.join(home, 'catalogue.json'), JSON.stringify({ releases: [release] }));
    const proxy = await new ProxyServer().start();
    proxy.status = 403;
    const settings = vscode.workspace.getConfiguration('http');
    const { Global, Workspace } = vscode.ConfigurationTarget;
    try {
      await settings.update('proxy', `http://me:secret@${proxy.host}`, Global);
      await assert.rejects(async () => settings.update('proxy', 'http://127.0.0.1:9', Workspace), 'a folder sends downloads elsewhere');
      await vscode.commands.executeCommand('superbill.updateCodeSets', ['far']);
    } finally {
      await settings.update('proxy', undefined, Global);
      await proxy.close();
    }
    assert.deepEqual(proxy.connected, [{ target: 'publisher.example:443', login: 'me:secret', status: 403 }]);
  });

  test('Import Code Set File takes a file that the user has', async () => {
    const file = path.join(home, 'icd10pcs_order_2023.txt');
    writeFileSync(file, ORDER);
    await vscode.commands.executeCommand('superbill.importCodeSet', vscode.Uri.file(file));
    assert.ok(kept().includes('icd-10-pcs.FY2023.codes'), kept().join());
  });
});

// A folder that is not trusted: everything about writing works, sending is off and says why; after trusting, it is on.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { editorSuite } from '../visible.mjs';

editorSuite('restricted mode', { trust: false }, (editor) => {
  test('encounters are checked and completed', async () => {
    await editor().openFile('encounters/E1012.encounter');
    await editor().waitForSquiggle('error');
    await editor().openFile('encounters/E1002.encounter');
    await editor().select('hypertension');
    assert.match(await editor().hoverText('pressure'), /blood pressure/i);
  });

  test('a claim can be generated', async () => {
    await editor().runCommand('Superbill: Generate Claim');
    await editor().notification('E1002-1 is written');
  });

  for (const command of ['Submit Claim', 'Resubmit Claim', 'Receive Responses']) {
    test(`${command} says why it is off`, async () => {
      await editor().runCommand(`Superbill: ${command}`);
      assert.match(await editor().notification(`${command} is off`), /not trusted/);
      assert.equal(existsSync(path.join(editor().workspace, 'sent')), false);
    });
  }

  test('the Claims view says so too', async () => {
    await editor().openView('Superbill');
    await editor().page.locator('.pane').filter({ hasText: 'until you trust this folder' }).first().waitFor();
    await editor().screenshot('restricted');
  });

  test('once the folder is trusted, the claim goes out', async () => {
    await editor().notification('Receive Responses is off', { press: 'Manage Trust' });
    await editor()
      .page.locator('.monaco-button')
      .filter({ hasText: /^Trust$/ })
      .first()
      .click();
    await editor().page.locator('.workspace-trust-header').filter({ hasText: 'You trust this folder' }).first().waitFor();
    // The editor of trust is in front: the command asks which encounter is meant.
    await editor().runCommand('Superbill: Submit Claim');
    await editor().pick('E1002');
    await editor().notification('E1002-1 is sent');
  });
});

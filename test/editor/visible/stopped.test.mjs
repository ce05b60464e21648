// The language server is killed: it starts again and says so, a command that it took with it is told, and after several times what to do.
import assert from 'node:assert/strict';
import { editorSuite } from '../visible.mjs';

/** So often in a row the server is started again. */
const STARTS = 4;

editorSuite('the server is killed', {}, (editor) => {
  let kills = 0;

  suiteSetup(function () {
    if (process.platform !== 'win32') return;
    console.log('skipped: processes are found with ps, which Windows has not');
    this.skip();
  });

  /** Ends the server that runs now, as a system without memory would. */
  const kill = () => {
    process.kill(editor().serverProcess(), 'SIGKILL');
    kills += 1;
  };
  /** What is asked is answered again. */
  const isBack = async () => {
    await editor().select('hypertension');
    assert.match(await editor().hoverText('pressure'), /blood pressure/i);
  };

  /** A command waits for the server that starts. */
  const claimIsWritten = async () => {
    await editor().clearNotifications();
    await editor().runCommand('Superbill: Generate Claim');
    await editor().notification('E1002-1 is written');
  };

  test('it starts again, says so in passing, and does what it is asked', async () => {
    await editor().openFile('encounters/E1002.encounter');
    await isBack();
    const before = editor().serverProcess();
    kill();
    await editor().statusBar('Superbill stopped and starts again. Your documents are as they were.');
    await claimIsWritten();
    await isBack();
    assert.notEqual(editor().serverProcess(), before);
  });

  test('a command that it took with it: look whether it was done, and try once more', async () => {
    process.kill(editor().serverProcess(), 'SIGSTOP');
    await editor().runCommand('Superbill: Generate Claim');
    // By then it has been asked.
    await editor().notification('Writing the claim…');
    kill();
    const said = await editor().notification('Generate Claim did not work');
    assert.match(said, /Superbill had to start again in the middle of it\. Look whether it was done, and try once more\.$/);
    await claimIsWritten();
  });

  test('several times: it is not started again, and one button helps', async () => {
    while (kills < STARTS) {
      kill();
      await claimIsWritten();
    }
    kill();
    const said = await editor().notification('Superbill has stopped several times', { press: 'Reload Window' });
    assert.equal(said, 'Superbill has stopped several times and is not started again. Your documents are as they were. Reload the window.');
    await editor().page.locator('.explorer-folders-view').first().waitFor({ state: 'detached' });
    await editor().page.locator('.explorer-folders-view').first().waitFor();
    // The document is open as before; the status bar tells once the server has answered.
    await editor().statusBar('Superbill: ');
    await claimIsWritten();
    await isBack();
  });
});

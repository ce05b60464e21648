// From note to code: the list shows the words that led to each code, several are chosen at once, one undo takes them back.
import assert from 'node:assert/strict';
import { editorSuite } from '../visible.mjs';

const file = 'encounters/note.encounter';
const encounter = `encounter E9201
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE

  note
    CC: right knee pain, no fever. PMH: HTN. FH: father with CAD.
    Exam with crepitus.
    OA right knee; T2DM with hyperglycemia, on insulin, denies chest pain.

  services
    99213  A  145.00
`;

editorSuite('codes for a note', { theme: 'light', files: { [file]: encounter } }, (editor) => {
  const rows = () => editor().page.locator('.quick-input-widget .monaco-list-row');

  test('the list says which words led to a code, and what was left out', async () => {
    await editor().openFile(file);
    await editor().statusBar('ready');
    await editor().waitForSquiggle('error');
    await editor().goTo(8, 9);
    await editor().press('Shift+ArrowDown');
    await editor().press('Shift+ArrowDown');
    await editor().press('Shift+End');
    await editor().statusBar('selected)');
    await editor().quickFix('Find codes');
    await rows().filter({ hasText: 'M17.11' }).filter({ hasText: 'because of: OA right knee' }).waitFor();
    await rows().filter({ hasText: 'Z79.4' }).waitFor();
    await editor().screenshot('find-codes-list');
    await editor().page.locator('.quick-input-widget input[type="text"]').fill('denied');
    await rows().filter({ hasText: 'R07.9' }).filter({ hasText: 'denied' }).waitFor();
    await editor().page.locator('.quick-input-widget input[type="text"]').fill('');
  });

  test('what is chosen stands among the diagnoses, with the next letters', async () => {
    for (const code of ['M17.11', 'E11.65'])
      await rows().filter({ hasText: code }).locator('.monaco-checkbox, .quick-input-list-checkbox').first().click();
    await editor().page.locator('.quick-input-widget .monaco-button').filter({ hasText: 'OK' }).first().click();
    await editor().waitForText('A M17.11');
    await editor().waitForText('B E11.65');
    await editor().screenshot('find-codes-added');
  });

  test('one undo takes them back', async () => {
    await editor().goTo(8, 9);
    await editor().press('Mod+KeyZ');
    await editor().page.locator('.view-line').filter({ hasText: 'E11.65' }).first().waitFor({ state: 'detached' });
    assert.ok(!(await editor().screenText()).includes('M17.11'));
  });
});

// Writing an encounter: codes are offered, a wrong one is underlined, explained and repaired with a key.
import assert from 'node:assert/strict';
import { editorSuite } from '../visible.mjs';

const file = 'encounters/writing.encounter';
const encounter = `encounter E9101
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE

  note
    OA right knee; T2DM with hyperglycemia.

  diagnoses
    A  M17.1

  services
    99213  A  145.00
`;

editorSuite('writing an encounter', { theme: 'light', files: { [file]: encounter } }, (editor) => {
  test('a category is underlined, and the problem says what to do', async () => {
    await editor().openFile(file);
    await editor().waitForSquiggle('error');
    assert.ok((await editor().problems('M17.1')).some((row) => row.includes('diagnosis/')));
    await editor().press('Mod+Shift+KeyM');
    await editor().screenshot('writing-underlined');
  });

  test('a quick fix chooses the code', async () => {
    await editor().openFile(file);
    await editor().select('M17.1');
    await editor().quickFix('M17.11');
    await editor().waitForText('A M17.11');
    await editor().waitForNoSquiggle('error');
  });

  test('an abbreviation of the note is explained on hover', async () => {
    await editor().select('T2DM');
    assert.match(await editor().hoverText('diabetes'), /type 2 diabetes/i);
  });

  test('a service is completed from its first digits', async () => {
    await editor().goTo(14, 80);
    await editor().press('Enter');
    await editor().type('364');
    await editor().acceptCompletion('36415');
    await editor().press('Escape');
    await editor().waitForText('36415');
    await editor().press('Mod+Shift+KeyK');
  });

  test('a diagnosis is completed from words', async () => {
    await editor().goTo(11, 80);
    await editor().press('Enter');
    await editor().type('B  diab hypergly');
    await editor().acceptCompletion('E11.65');
    await editor().waitForText('E11.65');
    await editor().screenshot('writing-completed');
    await editor().save();
    assert.match(editor().read(file), /^ {4}B {2}E11\.65/m);
  });
});

// What a person sees first: an encounter with colours, in the light and in the dark theme.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { editorSuite } from '../visible.mjs';

const encounter = `encounter E9001
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE

  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee

  services
    99213  A  145.00
`;

editorSuite('first look', { files: { 'encounters/first-look.encounter': encounter } }, (editor) => {
  test('an encounter opens as a superbill document', async () => {
    await editor().openFile('encounters/first-look.encounter');
    await editor().statusBar('Superbill');
    assert.match(await editor().screenText(), /encounter E9001/);
  });

  for (const theme of ['dark', 'light']) {
    test(`a picture in the ${theme} theme`, async () => {
      await editor().useTheme(theme);
      assert.ok(statSync(await editor().screenshot(`first-look-${theme}`)).size > 10_000);
    });
  }
});

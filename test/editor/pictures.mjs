// Takes the pictures of the README from the real editor: `node test/editor/pictures.mjs`.
import { copyFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './host.mjs';
import { sayError } from './say.mjs';
import { closeBrowser, openEditor } from './visible.mjs';

const settings = { 'editor.fontSize': 15, 'editor.lineHeight': 1.5, 'breadcrumbs.enabled': false };

const encounter = `encounter E1013
  patient    DOE-JANE
  date       2026-11-20
  place      11
  rendering  CURIE

  note
    CC: right knee pain for 3 weeks, worse on stairs. PMH: T2DM, HTN.
    A1c 8.1. Crepitus, no effusion. OA right knee; T2DM with hyperglycemia.

  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B

  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`;

try {
  await picture('encounter', 'light', { 'encounters/E1013.encounter': encounter }, async (editor) => {
    await editor.openFile('encounters/E1013.encounter');
    await editor.statusBar('ready');
    await editor.press('Mod+KeyB');
    await editor.goTo(13, 6);
    await editor.type('  t2dm hyper');
    await editor.waitForSuggestion('E11.65');
    // What a code says of itself stands beside the list.
    await editor.press('Control+Space');
    await editor.page.locator('.suggest-details').filter({ hasText: 'hyperglycemia' }).waitFor();
  });
  await picture('rejected', 'dark', {}, async (editor) => {
    await editor.openFile('encounters/E1002.encounter');
    await editor.statusBar('ready');
    await editor.openView('Superbill');
    await editor.runCommand('Superbill: Submit Claim');
    await editor.notification('sent', { press: 'Receive Responses' });
    await editor.waitForLens('rejected');
    await editor.notification('rejected', { press: 'Show' });
    // A mouse that moves away closes the hover: it is asked for again with keys.
    await editor.page.mouse.move(640, 790);
    await editor.press('Mod+KeyK');
    await editor.press('Mod+KeyI');
    await editor.waitForHover('W880014752');
    await editor.waitForHover('Quick Fix');
  });
} catch (error) {
  sayError(error);
  process.exitCode = 1;
} finally {
  await closeBrowser();
}

/** Opens an editor, brings it to the moment worth showing, and keeps the picture in media/. */
async function picture(name, theme, files, play) {
  const editor = await openEditor({ theme, files, settings });
  try {
    await play(editor);
    const file = path.join(projectFolder, 'media', `${name}.png`);
    copyFileSync(await editor.screenshot(`picture-${name}`), file);
    console.log(`media/${name}.png: ${Math.round(statSync(file).size / 1024)} KB`);
  } finally {
    await editor.close();
  }
}

// X12 files as a biller opens them: an answer of the training payer is named, read a segment a line, and explained.
import assert from 'node:assert/strict';
import { editorSuite } from '../visible.mjs';

/** One claim file as programs write them, with so many references that its one line is long. */
const oneLine =
  'ISA*00*          *00*          *ZZ*RIV001         *ZZ*60054          *261102*1200*^*00501*000000001*0*T*:~' +
  'GS*HC*RIV001*60054*20261102*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*1*20261102*1200*CH~' +
  Array.from({ length: 20_000 }, (_, i) => `REF*D9*${'0'.repeat(20)}${i}~`).join('');

/** The same, a segment a line. */
const manyLines = oneLine.replaceAll('~', '~\n');

editorSuite('X12 files', { theme: 'light', files: { 'one-line.837': oneLine, 'many-lines.837': manyLines } }, (editor) => {
  test('a remittance comes from the training payer', async () => {
    await editor().openFile('encounters/E1006.encounter');
    await editor().statusBar('Superbill');
    await editor().runCommand('Superbill: Submit Claim');
    await editor().notification('E1006-1 is sent');
    await editor().runCommand('Superbill: Receive Responses');
    await editor().waitForFile(/^responses\/training\/E1006-1\.835$/);
    await editor().openFile('responses/training/E1006-1.835');
    await editor().waitForText('CLP');
  });

  test('hover names an element and explains its code', async () => {
    await editor().select('CAS*CO*97');
    assert.match(await editor().hoverText('CAS02'), /97/);
    await editor().screenshot('x12-file');
  });

  test('the other layout is offered to whoever asks for it', async () => {
    assert.ok((await editor().quickFixes()).some((title) => title.includes('Put each segment on a line')));
  });

  test('the readable view has a segment a line, with names', async () => {
    await editor().runCommand('Superbill: Show Readable View');
    await editor().waitForText('Adjustments');
    // The cursor is still on the same segment.
    await editor().waitForText('CAS*CO*97');
    await editor().screenshot('x12-readable');
  });

  test('it leads back to the file', async () => {
    await editor().runCommand('Superbill: Show in File');
    // The file's tab is on top in its own group all the time: what counts is that the group has the keyboard.
    const group = editor()
      .page.locator('.editor-group-container.active')
      .filter({ has: editor().page.locator('.tab.active[data-resource-name="E1006-1.835"]') });
    await group.locator('.monaco-editor.focused').waitFor();
  });

  test('the file is explained', async () => {
    await editor().runCommand('Superbill: Explain This File');
    const words = await editor().webviewText('Does it add up?');
    for (const one of ['Remittance from Aetna', '36415', 'not owed by the patient', 'What to do'])
      assert.ok(words.includes(one), `“${one}” is not in\n${words}`);
    await editor().screenshot('x12-explained');
    await editor().useTheme('dark');
    await editor().screenshot('x12-explained-dark');
  });

  test('a claim that is explained leads to its encounter', async () => {
    const page = editor().page.frameLocator('iframe.webview').first().frameLocator('iframe#active-frame');
    await page.getByRole('link', { name: 'E1006-1' }).first().press('Enter');
    await editor().page.locator('.tab.active[data-resource-name="E1006.encounter"]').waitFor();
    assert.match(await editor().statusBar('Ln '), /^Ln 3, Col 1$/);
  });

  test('a long file on one line is offered in lines', async () => {
    await editor().openFile('one-line.837');
    await editor().notification('one-line.837 is one long line', { press: 'Put Each Segment on a Line' });
    await editor().page.locator('.tab.active.dirty[data-resource-name="one-line.837"]').waitFor();
    assert.match(await editor().screenText(), /\nGS\*HC/);
  });

  test('of a large file what is on screen is coloured by its meaning', async () => {
    await editor().openFile('many-lines.837');
    // Segment, qualifier, day and separators: by words alone only the segment could be told.
    await editor().page.waitForFunction(() => {
      const line = [...document.querySelectorAll('.editor-group-container.active .view-line')].find((one) =>
        one.textContent.startsWith('BHT*'),
      );
      return new Set([...(line?.querySelectorAll('span[class^="mtk"]') ?? [])].map((one) => one.className)).size >= 3;
    });
    await editor().screenshot('x12-large');
  });
});

// Writing an encounter: codes are offered, a wrong one is underlined, explained and repaired with a key.
import assert from 'node:assert/strict';
import { editorSuite } from '../visible.mjs';

const file = 'encounters/writing.encounter';
const pasted = `Patient: DOE, JANE
DOB: 3/14/1968
DOS: 11/3/2026
Provider: Dr. Curie
POS: 11

CC: knee pain
A/P: OA right knee, injection today.

Dx: M17.11, I10
99213 25 B 1 145.00
20610 RT A 1 110.00
`;
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

editorSuite('writing an encounter', { theme: 'light', files: { [file]: encounter, 'encounters/E9102.encounter': '' } }, (editor) => {
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

  test('a visit that is pasted as another program writes it is an encounter with one choice, and two for its names', async () => {
    await editor().openFile('encounters/E9102.encounter');
    await editor().insert(pasted);
    await editor().waitForSquiggle('error');
    await editor().goTo(1, 1);
    await editor().quickFix('Fix all that is safe');
    await editor().waitForText('encounter E9102');
    await editor().waitForText('20610-RT A x1 110.00');
    await editor().select('DOE, JANE');
    await editor().quickFix('DOE-JANE');
    await editor().select('Dr. Curie');
    await editor().quickFix('CURIE');
    await editor().waitForNoSquiggle('error');
    await editor().screenshot('writing-pasted');
  });
});

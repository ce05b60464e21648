// The whole road as a coder and a biller walk it: write, complete, repair, generate, submit, rejected, repair, resubmit, paid.
import assert from 'node:assert/strict';
import { editorSuite } from '../visible.mjs';

editorSuite('from visit to payment', {}, (editor) => {
  test('a new encounter is written with completion', async () => {
    await editor().openFile('front-desk.practice');
    await editor().statusBar('ready');
    // What lies in the folder already is no step of the person who has just begun.
    await editor().openTour('From visit to payment');
    assert.deepEqual(await editor().tickedSteps(0), []);
    await editor().pressInTour('New Encounter');
    await editor().waitForText('encounter E1013');
    // The cursor stands where the patient goes, and the patients are offered before a key is pressed.
    await editor().waitForSuggestion('ROSS-ELENA');
    await editor().type('ross');
    await editor().acceptCompletion('ROSS-ELENA');
    await editor().press('Tab');
    await editor().press('Tab');
    await editor().press('Tab');
    await editor().press('Tab');
    await editor().type('HTN follow-up, right knee pain. OA right knee.');
    await editor().press('Tab');
    await editor().type('knee oa right');
    await editor().waitForSuggestion('M17.11');
    await editor().screenshot('road-1-completion');
    await editor().acceptCompletion('M17.11');
    await editor().waitForText('Unilateral primary osteoarthritis, right knee');
    await editor().press('Tab');
    await editor().type('99213-25  B  145.00');
    await editor().press('Escape');
  });

  test('what is wrong is underlined, and a key repairs it', async () => {
    await editor().waitForSquiggle('error');
    assert.ok((await editor().problems('There is no diagnosis B')).length > 0);
    await editor().screenshot('road-2-underlined');
    await editor().press('Mod+Shift+KeyM');
    await editor().openFile('encounters/E1013.encounter');
    await editor().select('B  145.00');
    await editor().press('ArrowLeft');
    await editor().quickFix('A');
    await editor().waitForNoSquiggle('error');
    await editor().save();
    await editor().screenshot('road-3-repaired');
  });

  test('the claim is generated', async () => {
    await editor().runCommand('Superbill: Generate Claim');
    await editor().notification('E1013-1 is written');
    const claim = editor().read(await editor().waitForFile(/^claims\/E1013-1\.837$/));
    assert.match(claim, /^ISA\*00\*/);
    assert.match(claim, /~CLM\*E1013-1\*145\*/);
  });

  test('it is submitted, and the payer rejects it on the word that caused it', async () => {
    await editor().runCommand('Superbill: Submit Claim');
    await editor().notification('E1013-1 is sent to Aetna', { press: 'Receive Responses' });
    await editor().notification('rejected');
    await editor().waitForSquiggle('error');
    await editor().waitForLens('rejected');
    assert.equal((await editor().notifications()).length, 1);
    assert.ok((await editor().problems('member')).some((row) => row.includes('A7:164:IL')));
    await editor().screenshot('road-4-rejected');
    await editor().press('Mod+Shift+KeyM');
    await editor().openView('Superbill');
    assert.ok((await editor().treeRows('Claims', 'Rejected')).some((row) => row.includes('E1013')));
  });

  test('one key takes the member id that the payer has', async () => {
    // The notification leads to the word, and says there what the payer has.
    await editor().notification('rejected', { press: 'Show' });
    await editor().waitForHover('W880014752');
    await editor().screenshot('road-5-shown');
    await editor().quickFix('W880014752');
    await editor().waitForNoSquiggle('error');
    await editor().screenshot('road-5-corrected');
  });

  test('it is resubmitted, and paid with the patient’s share', async () => {
    await editor().runCommand('Superbill: Resubmit Claim');
    assert.match(await editor().notification('E1013-2 is sent', { press: 'Receive Responses' }), /Saved patients\/ross\.patient/);
    await editor().notification('E1013-2 paid 60.75');
    await editor().waitForLens('paid 60.75');
    await editor().openView('Superbill');
    assert.ok((await editor().treeRows('Claims', 'paid 60.75')).some((row) => row.includes('patient owes 31.75')));
    await editor().screenshot('road-6-paid');
    await editor().useTheme('light');
    await editor().screenshot('road-6-paid-light');
  });

  test('the tour has ticked its steps by what was done', async () => {
    await editor().openTour('From visit to payment');
    assert.equal((await editor().tickedSteps(7)).length, 7);
    await editor().screenshot('road-7-tour');
  });
});

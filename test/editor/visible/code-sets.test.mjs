// Code sets in the visible editor: offered once, ticked, their terms accepted, fetched from a publisher on this machine, in use.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { zipSync } from 'fflate';
import { editorSuite } from '../visible.mjs';

const rows = [
  ['E11', 0, 'Type 2 diabetes'],
  ['E1165', 1, 'Type 2 diabetes as the publisher writes it'],
  ['Z99', 0, 'Dependence'],
  ['Z998', 1, 'Other dependence'],
];
const order = rows
  .map(([code, billable, title], i) => `${String(i + 1).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${title.padEnd(60)} ${title}`)
  .join('\r\n');
const now = new Date(),
  year = now.getFullYear() + (now.getMonth() > 8 ? 1 : 0);
const encounter = `encounter E9401\n  patient    DOE-JANE\n  date       ${year}-01-15\n  place      11\n  rendering  CURIE\n\n  diagnoses\n    A  E11.65\n\n  services\n    99213  A  145.00\n`;

editorSuite(
  'code sets',
  { files: { 'encounters/E9401.encounter': encounter }, settings: { 'superbill.offerCodeSets': true } },
  (editor) => {
    let publisher;
    const home = () => path.join(editor().workspace, '..', 'home');

    suiteSetup(async () => {
      const bytes = zipSync({ [`icd10cm-order-${year}.txt`]: new TextEncoder().encode(order) });
      publisher = createServer((_, response) => response.end(bytes));
      await new Promise((resolve) => {
        publisher.listen(0, '127.0.0.1', resolve);
      });
      mkdirSync(home(), { recursive: true });
      writeFileSync(
        path.join(home(), 'catalogue.json'),
        JSON.stringify({
          licences: { tester: { title: 'Terms of the tester', text: 'Use it for tests only.', link: 'https://example.org/terms' } },
          releases: [
            {
              id: 'icd-10-cm',
              title: 'ICD-10-CM diagnosis codes',
              publisher: 'The tester',
              set: 'icd-10-cm',
              calendar: 'fiscal-year',
              usual: true,
              megabytes: 2,
              licence: 'tester',
              addresses: [{ url: `http://127.0.0.1:${publisher.address().port}/release.zip` }],
              byHand: 'https://example.org',
            },
            ...['icd-10-cm-notes', 'hcpcs'].map((id) => ({
              id,
              title: id,
              publisher: 'The tester',
              set: id,
              calendar: 'fiscal-year',
              addresses: [{ url: 'http://127.0.0.1:1/none' }],
              byHand: 'https://example.org',
            })),
          ],
        }),
      );
    });
    suiteTeardown(() => publisher?.close());

    test('the full list is offered where an encounter is open', async () => {
      await editor().openFile('encounters/E9401.encounter');
      assert.match(await editor().notification('starter list of diagnoses'), /about 2 MB/);
      await editor().screenshot('code-sets-offered');
    });

    test('what is fetched is ticked, and its terms are accepted', async () => {
      await editor().notification('starter list of diagnoses', { press: 'Update' });
      const { page } = editor();
      const row = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: `ICD-10-CM diagnosis codes FY${year}` });
      await row.filter({ hasText: 'with terms to accept' }).filter({ hasText: 'not on this machine' }).waitFor();
      await editor().screenshot('code-sets-checklist');
      await page.keyboard.press('Enter');
      const dialog = page.locator('.monaco-dialog-box').filter({ hasText: 'Terms of the tester' });
      await dialog.filter({ hasText: 'Use it for tests only.' }).waitFor();
      await editor().screenshot('code-sets-terms');
      await dialog
        .locator('.monaco-button')
        .filter({ hasText: /^Accept$/ })
        .click();
      assert.match(
        await editor().notification('imported, 4 entries'),
        new RegExp(`FY${year}: imported, 4 entries, in use from ${year - 1}-10-01`),
      );
      assert.match(readFileSync(path.join(home(), 'updates.json'), 'utf8'), /"Terms of the tester"/);
    });

    test('the encounter stands on the new list', async () => {
      await editor().openFile('encounters/E9401.encounter');
      await editor().select('E11.65');
      assert.match(await editor().hoverText('as the publisher writes it'), new RegExp(`FY${year}`));
    });
  },
);

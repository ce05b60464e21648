// How soon the extension is there: size of the package, time to activate, time until an encounter is judged.
import { statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface Locator {
  filter(options: { hasText: string }): Locator;
  first(): Locator;
  innerText(): Promise<string>;
  waitFor(): Promise<void>;
}

interface Driver {
  readonly page: { locator(selector: string): Locator };
  readonly packageFile: string;
  openFile(file: string): Promise<void>;
  waitForSquiggle(severity: string): Promise<void>;
  statusBar(words: string): Promise<string>;
  runCommand(title: string): Promise<void>;
  close(): Promise<void>;
}

interface Visible {
  openEditor(options: object): Promise<Driver>;
  closeBrowser(): Promise<void>;
}

export default async function run(): Promise<void> {
  const { openEditor, closeBrowser } = (await import(pathToFileURL(path.resolve('test/editor/visible.mjs')).href)) as Visible;
  try {
    const editor = await openEditor({});
    try {
      console.log(`package: ${(statSync(editor.packageFile).size / 1e6).toFixed(2)} MB`);
      const start = performance.now();
      await editor.openFile('encounters/E1012.encounter');
      await editor.waitForSquiggle('error');
      console.log(`from opening an encounter to its first error on screen: ${Math.round(performance.now() - start)} ms`);
      await editor.runCommand('Developer: Show Running Extensions');
      const row = editor.page.locator('.runtime-extensions-editor .monaco-list-row').filter({ hasText: 'superbill' }).first();
      await row.waitFor();
      console.log(`VS Code says: ${/Activation:\s*\d+\s*ms/.exec(await row.innerText())?.[0] ?? 'nothing about the activation'}`);
    } finally {
      await editor.close();
    }
  } finally {
    await closeBrowser();
  }
}

// Drives the editor that a person sees: types, clicks and reads in VS Code, and waits for what should appear.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { ensureHost, projectFolder } from './host.mjs';
import { packageExtension } from './package-extension.mjs';
import { sayer } from './say.mjs';
import { copyExamples, scratchFolder } from './scratch.mjs';
import { installExtension, serve } from './server.mjs';

const pictures = path.join(projectFolder, 'test', 'out');
/** How long something may take to appear, on a machine that has much else to do, before its absence is an error. */
const longestWait = 90_000;
const command = process.platform === 'darwin' ? 'Meta' : 'Control';
const themes = { light: ['Default Light Modern', '.monaco-workbench.vs'], dark: ['Default Dark Modern', '.monaco-workbench.vs-dark'] };

/** One packaged and installed extension for all editors of this process. */
let prepared;

/**
 * A mocha suite about one visible editor. `body` gets a function that gives the editor, once it is open.
 * A test that fails leaves a picture in test/out, and says what is on screen, for those who have only the words.
 */
export function editorSuite(title, options, body) {
  suite(title, function () {
    // Each wait has an end of its own, which tells more.
    this.timeout(8 * longestWait);
    let editor;
    suiteSetup(async () => {
      editor = await openEditor(options);
    });
    teardown(async function () {
      if (this.currentTest?.state !== 'failed' || !editor) return;
      await editor.screenshot(`failed-${this.currentTest.fullTitle()}`);
      console.log(`On screen when "${this.currentTest.title}" failed:\n${await editor.onScreen()}`);
    });
    suiteTeardown(() => editor?.close());
    body(() => editor);
  });
}

/**
 * Opens VS Code with the packaged extension on a copy of the sample practice.
 * `files` ({ name: text }) are added to the copy; `examples: false` begins with an empty folder;
 * `trust: false` opens it in Restricted Mode.
 */
export async function openEditor({ files = {}, examples = true, settings = {}, theme = 'dark', trust = true, extension } = {}) {
  const say = sayer();
  const { host, extensions, browser, packageFile } = await (prepared ??= prepare(say, extension));
  const { folder, remove } = scratchFolder();
  const workspace = path.join(folder, 'practice');
  mkdirSync(workspace);
  if (examples) copyExamples(workspace);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
    writeFileSync(path.join(workspace, name), text);
  }
  const chosen = { 'files.autoSave': 'off', 'superbill.offerCodeSets': false, 'workbench.colorTheme': themes[theme][0], ...settings };
  const server = await serve(host, {
    data: path.join(folder, 'data'),
    extensions,
    trust,
    settings: chosen,
    env: { SUPERBILL_HOME: path.join(folder, 'home') },
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  const close = async () => {
    await context.close();
    await server.stop();
    remove();
  };
  const page = await context.newPage();
  page.setDefaultTimeout(longestWait);
  try {
    await page.goto(
      server.address(workspace, [
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    );
    await page.locator(themes[theme][1]).waitFor();
    await page.locator('.explorer-folders-view').first().waitFor();
  } catch (error) {
    await close();
    throw error;
  }
  const setting = (name, value) => {
    chosen[name] = value;
    server.saveSettings(chosen);
  };
  const serverProcess = () => findServer(server.child.pid);
  const functions = { serverProcess, ...filesOf(page, workspace), ...typingIn(page), ...answersIn(page), ...viewsOf(page, setting) };
  return { page, workspace, packageFile, close, setting, ...functions };
}

/** The number of the language server's process, among those that this VS Code has started; undefined where none runs. */
function findServer(ancestor) {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 50_000_000 })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(Boolean)
    .map(([, pid, parent, args]) => ({ pid: Number(pid), parent: Number(parent), args }));
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const isBelow = (pid) => pid === ancestor || (parents.has(pid) && isBelow(parents.get(pid)));
  return processes.find(({ pid, args }) => /[/\\]dist[/\\]server\.js/.test(args) && isBelow(pid))?.pid;
}

/** Packages and installs once; the browser is shared and ends with the process's last suite. */
async function prepare(say, extension) {
  const host = await ensureHost(say);
  const { folder, remove } = scratchFolder();
  const extensions = path.join(folder, 'extensions');
  const vsix = path.join(folder, 'superbill.vsix');
  process.once('exit', remove);
  const browser = await launchBrowser(host, say);
  try {
    await packageExtension(say, vsix, extension);
    await installExtension(host, vsix, { data: path.join(folder, 'data'), extensions });
  } catch (error) {
    await browser.close();
    throw error;
  }
  say('Extension is installed and the browser is up');
  return { host, extensions, browser, packageFile: vsix };
}

/** Ends the shared browser; call it once after all suites. */
export async function closeBrowser() {
  // A preparation that failed has told so in its suite, and closed its browser.
  const ready = await prepared?.catch(() => undefined);
  await ready?.browser.close();
  prepared = undefined;
}

/** Looks at each change of the folder, so it neither misses a file nor waits longer than needed. */
function waitForFile(folder, pattern) {
  const files = () => readdirSync(folder, { recursive: true }).map((file) => file.replaceAll(path.sep, '/'));
  const find = () => files().find((file) => pattern.test(file));
  return new Promise((resolve, reject) => {
    const watcher = watch(folder, { recursive: true });
    const timer = setTimeout(() => finish(undefined), longestWait);
    const finish = (found) => {
      watcher.close();
      clearTimeout(timer);
      if (found) resolve(found);
      else reject(new Error(`No file that fits ${pattern} came. There are:\n${files().join('\n')}`));
    };
    const look = () => {
      const found = find();
      if (found) finish(found);
    };
    watcher.on('change', look);
    look();
  });
}

/** Waits until a part of the page says these words, and gives its text: read at once, as it may be gone in the next moment. */
async function shownText(page, selector, words, options) {
  const shown = await page.waitForFunction(
    ([parts, wanted]) => {
      const texts = [...document.querySelectorAll(parts)].map((part) => part.innerText.replace(/\s+/g, ' ').trim());
      return texts.find((text) => text && text.toLowerCase().includes(wanted.toLowerCase()));
    },
    [selector, words],
    options,
  );
  return shown.jsonValue();
}

/** Opening, saving and reading documents. */
function filesOf(page, workspace) {
  const name = (file) => path.basename(file);
  return {
    /** Opens a document of the practice by its path, as Go to File does. */
    async openFile(file) {
      await page.keyboard.press(`${command}+KeyP`);
      const input = page.locator('.quick-input-widget input');
      await input.waitFor();
      await input.fill(file);
      // Files that were open before are listed first: Enter takes what is chosen at that moment.
      await page
        .locator('.quick-input-widget .monaco-list-row.focused')
        .filter({ hasText: name(file) })
        .waitFor();
      await page.keyboard.press('Enter');
      await page.locator(`.tab.active[data-resource-name="${name(file)}"]`).waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    },
    /** Saves the document, and waits until it is on disk. */
    async save() {
      await page.keyboard.press(`${command}+KeyS`);
      await page.locator('.tab.active:not(.dirty)').waitFor();
    },
    /** The text of a file of the practice, as it is on disk. */
    read: (file) => readFileSync(path.join(workspace, file), 'utf8'),
    /** Waits for a file of the practice whose path fits the pattern, and gives that path. */
    waitForFile: (pattern) => waitForFile(workspace, pattern),
    /** Waits until these words stand in the document on screen; hints between the words count. */
    waitForText: (words) => page.locator('.editor-group-container.active .view-line').filter({ hasText: words }).first().waitFor(),
    /** The lines on screen, with the hints between the words. */
    async screenText() {
      const lines = await page.locator('.editor-group-container.active .view-line').evaluateAll((elements) =>
        elements
          .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
          .sort((one, other) => one.top - other.top)
          .map(({ text }) => text),
      );
      return lines.map((line) => line.replaceAll('\u00a0', ' ')).join('\n');
    },
  };
}

/** Tries again where nothing came of it, each time with twice the patience (milliseconds, given to `work`); the last reason counts. */
async function again(work, patience = 5000) {
  try {
    await work(patience);
  } catch (error) {
    if (2 * patience > longestWait) throw error;
    await again(work, 2 * patience);
  }
}

/** The keyboard in the text: moving, typing, completing, repairing. */
function typingIn(page) {
  const suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
  const actions = page.locator('.action-widget .monaco-list-row.action');
  const openQuickFixes = async () => {
    // Asked again as a person would: before the server has looked at the words, the editor says that there is none.
    await again(async (timeout) => {
      // On the open list the same key takes the first of them.
      if ((await actions.count()) === 0) await page.keyboard.press(`${command}+Period`);
      await actions.first().waitFor({ timeout });
    });
  };
  return {
    /** Types key by key, as a person does. */
    type: (text) => page.keyboard.type(text),
    /** Puts in a whole text at once, as a paste does. */
    insert: (text) => page.keyboard.insertText(text),
    press: (keys) => page.keyboard.press(keys.replace('Mod', command)),
    /** Puts the cursor at a line and column, both counted from 1. */
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+KeyG');
      const input = page.locator('.quick-input-widget input');
      await input.waitFor();
      await input.fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden' });
      // Keys that are pressed before the text has the keyboard again are lost.
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    },
    /** Selects the next place where a text stands; typing then replaces it. */
    async select(text) {
      await page.keyboard.press(`${command}+KeyF`);
      const widget = page.locator('.find-widget.visible');
      await widget.locator('textarea, input').first().fill(text);
      await widget.locator('.matchesCount').filter({ hasText: / of / }).waitFor();
      await widget.locator('.codicon-widget-close').click();
      await widget.waitFor({ state: 'detached' });
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    },
    /** Waits until a wavy line of this severity is on screen: error, warning, info or hint. */
    waitForSquiggle: (severity = 'error') => page.locator(`.squiggly-${severity}`).first().waitFor(),
    /** Waits until no wavy line of this severity is left on screen. */
    waitForNoSquiggle: (severity = 'error') => page.locator(`.squiggly-${severity}`).first().waitFor({ state: 'detached' }),
    /** What the hover at the cursor says, once these words are in it: parts of it may come later than others. */
    async hoverText(words = '') {
      let said = '';
      // Before the extension is awake there is nobody who would answer.
      await again(async (timeout) => {
        await page.keyboard.press(`${command}+KeyK`);
        await page.keyboard.press(`${command}+KeyI`);
        said = await shownText(page, '.monaco-hover:not(.hidden):has(.hover-row)', words, { timeout });
      });
      await page.keyboard.press('Escape');
      return said;
    },
    /** Waits for a hover, without asking for it, to say these words. */
    waitForHover: (words) => page.locator('.monaco-hover:not(.hidden) .hover-row').filter({ hasText: words }).first().waitFor(),
    /** The completions offered at the cursor: label and what stands beside it. */
    async completions() {
      if ((await suggestions.count()) === 0) await page.keyboard.press('Control+Space');
      await suggestions.first().waitFor();
      return suggestions.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? row.textContent ?? ''));
    },
    /** Waits for the list of completions, without asking for it, to offer these words. */
    waitForSuggestion: (words) => suggestions.filter({ hasText: words }).first().waitFor(),
    /** Accepts the completion whose label or description contains these words. */
    async acceptCompletion(words) {
      if ((await suggestions.count()) === 0) await page.keyboard.press('Control+Space');
      await suggestions.filter({ hasText: words }).first().click();
      await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
    },
    /** The quick fixes and refactorings offered at the cursor. */
    async quickFixes() {
      await openQuickFixes();
      const labels = await actions.allInnerTexts();
      await page.keyboard.press('Escape');
      return labels.map((label) => label.trim());
    },
    /** Applies the quick fix whose title contains these words. */
    async quickFix(words) {
      await openQuickFixes();
      await actions.filter({ hasText: words }).first().click();
      await actions.first().waitFor({ state: 'hidden' });
    },
    /** The code lenses on screen. */
    async lenses() {
      const lenses = page.locator('.codelens-decoration a');
      await lenses.first().waitFor();
      return lenses.allInnerTexts();
    },
    /** Waits for the line above an encounter to say these words. */
    waitForLens: (words) => page.locator('.codelens-decoration').filter({ hasText: words }).first().waitFor(),
    clickLens: (words) => page.locator('.codelens-decoration a').filter({ hasText: words }).first().click(),
  };
}

/** Commands, and what VS Code asks and says. */
function answersIn(page) {
  const input = page.locator('.quick-input-widget input');
  const rows = page.locator('.quick-input-widget .monaco-list-row');
  const toasts = page.locator('.notification-toast .notification-list-item');
  return {
    /** Runs a command by its title in the command palette, e.g. `Superbill: Generate Claim`. */
    async runCommand(title) {
      await page.keyboard.press('F1');
      await input.waitFor();
      await input.fill(`>${title}`);
      await rows.filter({ hasText: title }).first().click();
    },
    /** Chooses a row of the list that VS Code offers. */
    pick: (words) => rows.filter({ hasText: words }).first().click(),
    /** Answers a question that asks for a text. */
    async answer(text) {
      await input.waitFor();
      await input.fill(text);
      await page.keyboard.press('Enter');
    },
    /** Waits for the notification with these words, and gives its text; `press` names a button of it to click. */
    async notification(words, { press } = {}) {
      const text = await shownText(page, '.notification-toast .notification-list-item-message', words);
      if (press) await toasts.filter({ hasText: words }).first().getByRole('button', { name: press }).click();
      return text;
    },
    /** Takes every notification away, and waits until it is gone: what is said from then on is new. */
    async clearNotifications() {
      await this.runCommand('Notifications: Clear All Notifications');
      await toasts.first().waitFor({ state: 'detached' });
    },
    /** The notifications that are on screen now. */
    notifications: () => toasts.locator('.notification-list-item-message').allInnerTexts(),
    /** Answers the modal question on screen with one of its buttons. */
    dialog: (button) => page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: button }).first().click(),
  };
}

/** The views around the text, and pictures of everything. */
function viewsOf(page, setting) {
  const treeRows = (title) =>
    page
      .locator('.pane')
      .filter({ has: page.locator('.pane-header').filter({ hasText: title }) })
      .locator('.pane-body .monaco-list-row');
  const problemRows = page.locator('.markers-panel .monaco-list-row');
  return {
    /** Brings a view of the activity bar to the front by its name. */
    async openView(name) {
      const button = page
        .locator('.activitybar .action-item')
        .filter({ has: page.locator(`[aria-label^="${name}"]`) })
        .first();
      await button.waitFor();
      // A click on the view that is open already would close it.
      if (!(await button.evaluate((element) => element.classList.contains('checked')))) await button.click();
      await page
        .locator('.sidebar .composite.title')
        .filter({ hasText: new RegExp(name, 'i') })
        .waitFor();
    },
    /** The rows of a tree view, once the one with these words is there. */
    async treeRows(title, words = '') {
      const rows = treeRows(title);
      await rows.filter({ hasText: words }).first().waitFor();
      return (await rows.allInnerTexts()).map((row) => row.replaceAll('\n', ' ').trim());
    },
    clickTreeRow: (title, words) => treeRows(title).filter({ hasText: words }).first().click(),
    /** The rows of the Problems panel, once the one with these words is there. */
    async problems(words = '') {
      if (!(await page.locator('.markers-panel').isVisible())) await page.keyboard.press(`${command}+Shift+KeyM`);
      await problemRows.filter({ hasText: words }).first().waitFor();
      return (await problemRows.allInnerTexts()).map((row) => row.replaceAll('\n', ' ').trim());
    },
    /** Waits for the status bar item with these words, and gives its text. */
    statusBar: (words) => shownText(page, '.statusbar-item', words),
    /** The text of the page that the extension shows, once these words are in it. */
    async webviewText(words) {
      const body = page.frameLocator('iframe.webview').first().frameLocator('iframe#active-frame').locator('body');
      await body.filter({ hasText: words }).waitFor();
      return body.innerText();
    },
    /** Opens a tour by its title. */
    async openTour(title) {
      await page.keyboard.press('F1');
      const widget = page.locator('.quick-input-widget');
      await widget.locator('input').fill('>Welcome: Open Walkthrough...');
      await widget.locator('.monaco-list-row').filter({ hasText: 'Open Walkthrough' }).first().click();
      await widget.locator('.monaco-list-row').filter({ hasText: title }).first().click();
      await page.locator('.getting-started-step').first().waitFor();
    },
    /** The titles of the open tour's steps that are ticked, once there are this many. */
    async tickedSteps(count) {
      const ticked = page.locator('.getting-started-step').filter({ has: page.locator('.codicon-getting-started-step-checked') });
      if (count > 0) await ticked.nth(count - 1).waitFor();
      return (await ticked.locator('.step-title').allInnerTexts()).map((step) => step.trim());
    },
    /** Presses a button of the open tour. */
    pressInTour: (button) => page.locator('.getting-started-step .monaco-button').filter({ hasText: button }).first().click(),
    /** Changes to the light or the dark theme. */
    async useTheme(theme) {
      const [name, selector] = themes[theme];
      // A change of the settings file that comes right behind another may go unseen: it is written again.
      await again(async (timeout) => {
        setting('workbench.colorTheme', name);
        await page.locator(selector).waitFor({ timeout });
      });
    },
    /** The lists, menus, notifications, cursor and lines on screen, a part a line: what a picture would show. */
    async onScreen() {
      const texts = await page
        .locator('.quick-input-widget, .action-widget, .notification-toast, .statusbar-item, .tab, .view-line')
        .filter({ visible: true })
        .allInnerTexts();
      return texts.map((text) => `  ${text.replace(/\s+/g, ' ').trim()}`).join('\n');
    },
    /** Keeps a picture as test/out/NAME.png. */
    async screenshot(name) {
      mkdirSync(pictures, { recursive: true });
      const file = path.join(pictures, `${name.replace(/[^\w.-]+/g, '-')}.png`);
      await page.screenshot({ path: file, animations: 'disabled' });
      return file;
    },
  };
}

/** Mocha calls this after all suites. */
export const mochaHooks = { afterAll: closeBrowser };

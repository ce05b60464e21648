// One check function for each feature of the editor: a marked text, and what a person should see in it.
import assert from 'node:assert/strict';
import type { CompletionItem, DocumentSymbol, Range } from 'vscode-languageserver-types';
import { codeActions } from '../../server/features/code-actions';
import { codeLenses } from '../../server/features/code-lens';
import { completions } from '../../server/features/completion/completion';
import { documentLinks } from '../../server/features/document-links';
import { foldingRanges } from '../../server/features/folding';
import { formatEdit, formatSuperbill } from '../../server/features/formatting';
import { hover } from '../../server/features/hover';
import { inlayHints } from '../../server/features/inlay-hints';
import type { SuperbillDocument } from '../../server/features/project';
import { definitions, references, rename } from '../../server/features/references';
import { TOKEN_TYPES, semanticTokens } from '../../server/features/semantic-tokens';
import { documentSymbols, workspaceSymbols } from '../../server/features/symbols';
import type { World } from '../../server/features/world';
import type { Source } from '../../server/model/value';
import type { Edit, Span } from '../../server/syntax/tree';
import { applyEdits } from './check';
import { type SceneOptions, applyTextEdits, nameOfFile, scene, unmarked, worldWith, BESIDE } from './scene';

/** What is offered at the cursor, in the order of the list. */
export function offered(marked: string, options: SceneOptions & { readonly snippets?: boolean } = {}): CompletionItem[] {
  const { document, offset, world } = scene(marked, options);
  const { items } = completions(document, offset, world, options.snippets ?? true);
  for (const item of items) {
    const range = rangeOf(item);
    const at = document.lines.position(offset);
    // An editor drops an item whose range leaves the cursor's line or does not hold the cursor.
    assert.ok(
      range.start.line === at.line &&
        range.end.line === at.line &&
        range.start.character <= at.character &&
        at.character <= range.end.character,
      `the range of “${item.label}” does not hold the cursor`,
    );
  }
  return [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

/** Exactly these labels are offered, in this order. */
export function checkOffered(
  marked: string,
  labels: readonly string[],
  options: SceneOptions & { readonly snippets?: boolean } = {},
): void {
  assert.deepEqual(
    offered(marked, options).map((item) => item.label),
    labels,
  );
}

/** These labels are offered first, in this order. */
export function checkOfferedFirst(marked: string, labels: readonly string[], options: SceneOptions = {}): void {
  assert.deepEqual(
    offered(marked, options)
      .slice(0, labels.length)
      .map((item) => item.label),
    labels,
  );
}

/** Among what is offered are these, and none of those. */
export function checkOfferedAmong(
  marked: string,
  labels: readonly string[],
  none: readonly string[] = [],
  options: SceneOptions = {},
): void {
  const all = offered(marked, options).map((item) => item.label);
  assert.deepEqual(
    { missing: labels.filter((label) => !all.includes(label)), extra: none.filter((label) => all.includes(label)) },
    { missing: [], extra: [] },
    `offered: ${all.join(' | ')}`,
  );
}

/** The document after the item with this label was accepted; tab stops are written out as they are. */
export function checkAccepted(
  marked: string,
  label: string,
  after: string,
  options: SceneOptions & { readonly snippets?: boolean } = {},
): void {
  const items = offered(marked, options);
  const item = items.find((one) => one.label === label);
  assert.ok(item, `“${label}” is not among: ${items.map((one) => one.label).join(' | ')}`);
  const { document } = scene(marked, options);
  const edit = item.textEdit;
  assert.ok(edit && 'range' in edit, 'the item has no edit');
  assert.equal(applyTextEdits(document, [edit, ...(item.additionalTextEdits ?? [])]), after);
}

function rangeOf(item: CompletionItem): Range {
  assert.ok(item.textEdit && 'range' in item.textEdit, `“${item.label}” has no range`);
  return item.textEdit.range;
}

/** The words between the markers are explained with each of the texts, wherever the pointer stands on them. */
export function checkHover(marked: string, says: string | RegExp | readonly (string | RegExp)[], options: SceneOptions = {}): void {
  const { document, span, world } = scene(marked, options);
  assert.ok(span.end > span.start, 'mark the words that are explained: <|…|>');
  for (let offset = span.start; offset < span.end; offset += 1) {
    const found = hover(document, offset, world);
    assert.ok(found, `nothing is said at “${document.text.slice(span.start, offset)}|${document.text.slice(offset, span.end)}”`);
    assert.ok(found.range, 'the hover has no range');
    assert.deepEqual(textOf(document, document.lines.span(found.range)), textOf(document, span));
    const value = hoverText(found.contents);
    for (const one of [says].flat()) {
      if (typeof one === 'string') assert.ok(value.includes(one), `“${one}” is not in:\n${value}`);
      else assert.match(value, one as RegExp);
    }
  }
}

export function checkNoHover(marked: string, options: SceneOptions = {}): void {
  const { document, offset, world } = scene(marked, options);
  assert.equal(hover(document, offset, world), undefined);
}

function hoverText(contents: unknown): string {
  assert.ok(typeof contents === 'object' && contents !== null && 'value' in contents, 'the hover is not markdown');
  return String(contents.value);
}

function textOf(document: SuperbillDocument, span: Span): string {
  return `${document.text.slice(0, span.start)}«${document.text.slice(span.start, span.end)}»`.split('\n').at(-1) ?? '';
}

/** Places as `file: line with the «words»`. */
export function checkDefinitions(marked: string, places: readonly string[], options: SceneOptions = {}): void {
  const { document, offset, world } = scene(marked, options);
  assert.deepEqual(definitions(document, offset, world).map(placeText), places);
}

export function checkReferences(
  marked: string,
  places: readonly string[],
  options: SceneOptions & { readonly without?: boolean } = {},
): void {
  const { document, offset, world } = scene(marked, options);
  assert.deepEqual(references(document, offset, world, !options.without).map(placeText).sort(), [...places].sort());
}

function placeText({ source, span }: { source: Source; span: Span }): string {
  const { text } = source;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', span.end);
  return `${nameOfFile(source.uri)}: ${text.slice(start, span.start).trimStart()}«${text.slice(span.start, span.end)}»${text.slice(span.end, next === -1 ? text.length : next).trimEnd()}`;
}

/** The lines that a rename changes, as `file: new line`. */
export function checkRename(marked: string, to: string, changed: readonly string[], options: SceneOptions = {}): void {
  const { document, offset, world } = scene(marked, options);
  const lines = [...rename(document, offset, to, world)].flatMap(([uri, edits]) => changedLines(world, uri, edits));
  assert.deepEqual(lines.sort(), [...changed].sort());
}

function changedLines(world: World, uri: string, edits: readonly Edit[]): string[] {
  const before = world.project.get(uri)?.text ?? '';
  const old = before.split('\n');
  return applyEdits(before, edits)
    .split('\n')
    .filter((line, i) => line !== old[i])
    .map((line) => `${nameOfFile(uri)}: ${line.trim()}`);
}

/** The document laid out. What the editor gets is the same text, and laying it out again changes nothing. */
export function checkFormat(before: string, after: string): void {
  const { document } = unmarked(before);
  assert.equal(formatSuperbill(document.tree), after);
  const edit = formatEdit(document.tree);
  assert.equal(edit ? applyEdits(before, [edit]) : before, after, 'the edit gives another text');
  assert.equal(formatSuperbill(unmarked(after).document.tree), after, 'laid out twice');
}

/** The outline, two blanks a level: `name (detail)`. */
export function checkOutline(text: string, outline: string): void {
  const { document } = unmarked(text);
  const symbols = documentSymbols(document);
  checkNesting(symbols);
  assert.equal(drawOutline(symbols), outline.replace(/^\n/, '').trimEnd());
}

export function drawOutline(symbols: readonly DocumentSymbol[], depth = 0): string {
  return symbols
    .map((one) =>
      [`${'  '.repeat(depth)}${one.name}${one.detail ? ` (${one.detail})` : ''}`, drawOutline(one.children ?? [], depth + 1)]
        .filter(Boolean)
        .join('\n'),
    )
    .join('\n');
}

/** An editor refuses a symbol without a name, or whose selection lies outside of its range. */
export function checkNesting(symbols: readonly DocumentSymbol[]): void {
  for (const { name, range, selectionRange, children } of symbols) {
    assert.notEqual(name.trim(), '', 'a symbol without a name');
    assert.ok(
      before(range.start, selectionRange.start) && before(selectionRange.end, range.end),
      `the selection of “${name}” lies outside`,
    );
    checkNesting(children ?? []);
  }
}

function before(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

/** The text with its hints written into it: `M17.11‹Unilateral …›`. */
export function checkHints(hinted: string, options: SceneOptions = {}): void {
  const text = hinted.replace(/‹[^›]*›/g, '');
  const { document, world } = unmarked(text, options);
  const edits = inlayHints(document, { start: 0, end: text.length }, world).map((hint): Edit => {
    const at = document.lines.offset(hint.position);
    return { span: { start: at, end: at }, text: `‹${String(hint.label)}›` };
  });
  assert.equal(applyEdits(text, edits), hinted);
}

/** The titles above each encounter's line, as `line number: title | title`. */
export function checkLenses(text: string, lenses: readonly string[], options: SceneOptions = {}): void {
  const { document, world } = unmarked(text, options);
  const lines = new Map<number, string[]>();
  for (const { range, command } of codeLenses(document, world))
    lines.set(range.start.line, [...(lines.get(range.start.line) ?? []), command?.title ?? '']);
  assert.deepEqual(
    [...lines].map(([line, titles]) => `${document.text.split('\n')[line]}: ${titles.join(' | ')}`),
    lenses,
  );
}

/** Titles of the actions at the marker. */
export function checkActions(
  marked: string,
  titles: readonly string[],
  options: SceneOptions & { readonly only?: readonly string[] } = {},
): void {
  const { document, span, world } = scene(marked, options);
  assert.deepEqual(
    codeActions(document, span, options.only, world).map((action) => action.title),
    titles,
  );
}

/** The document after the action with this title. */
export function checkAction(
  marked: string,
  title: string,
  after: string,
  options: SceneOptions & { readonly only?: readonly string[]; readonly file?: string } = {},
): void {
  const { document, span, world } = scene(marked, options);
  const actions = codeActions(document, span, options.only, world);
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `“${title}” is not among: ${actions.map((one) => one.title).join(' | ')}`);
  const uri = options.file ?? document.uri;
  const edited = world.project.get(uri);
  assert.ok(edited, `${uri} is not known`);
  assert.equal(applyTextEdits(edited, action.edit?.changes?.[uri] ?? []), after);
}

/** What folds, as `first line … last line`. */
export function checkFolding(text: string, folds: readonly string[]): void {
  const { document } = unmarked(text);
  const lines = text.split('\n');
  assert.deepEqual(
    foldingRanges(document).map(({ startLine, endLine }) => `${lines[startLine].trim()} … ${lines[endLine].trim()}`),
    folds,
  );
}

/** Colours, line by line: `keyword:patient variable:DOE-JANE`. */
export function checkColours(text: string, colours: readonly string[]): void {
  const { document } = unmarked(text);
  assert.deepEqual(drawTokens(text, semanticTokens(document).data), colours);
}

/** Unpacks what the protocol packs. Throws where a token is out of order, overlaps another or runs over a line's end. */
export function drawTokens(text: string, data: readonly number[]): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const drawn = new Map<number, string[]>();
  let line = 0,
    character = 0,
    end = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, type] = data.slice(at, at + 4);
    assert.ok(down >= 0 && right >= 0 && length > 0, 'tokens are out of order');
    if (down > 0) [line, character, end] = [line + down, 0, 0];
    character += right;
    assert.ok(character >= end, 'tokens overlap');
    end = character + length;
    assert.ok(end <= lines[line].length, `a token runs over the end of line ${line}`);
    drawn.set(line, [...(drawn.get(line) ?? []), `${TOKEN_TYPES[type]}:${lines[line].slice(character, end)}`]);
  }
  return [...drawn.values()].map((words) => words.join(' '));
}

/** Links as `word → file#line`. */
export function checkLinks(text: string, links: readonly string[], options: SceneOptions = {}): void {
  const { document, world } = unmarked(text, options);
  assert.deepEqual(
    documentLinks(document, world).map(({ range, target }) => {
      const span = document.lines.span(range);
      return `${text.slice(span.start, span.end)} → ${nameOfFile(target ?? '')}`;
    }),
    links,
  );
}

/** Names found in all documents. */
export function checkWorkspaceSymbols(query: string, names: readonly string[], documents: Readonly<Record<string, string>> = BESIDE): void {
  assert.deepEqual(
    workspaceSymbols(query, worldWith(documents)).map((one) => one.name),
    names,
  );
}

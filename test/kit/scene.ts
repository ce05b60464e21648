// A workspace as the features see it: the practice of the frame beside a marked document, and a ledger that answers what a test says.
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { Project, type ProjectDocument, type SuperbillDocument, type X12File } from '../../server/features/project';
import type { LedgerView, World } from '../../server/features/world';
import { type RuleSettings, NO_SETTINGS } from '../../server/rules/run';
import type { Span } from '../../server/syntax/tree';
import { cursor } from './check';
import { codeSets } from './code-sets';
import { EARLIER, PRACTICE, TODAY } from './frame';

export const TEST_URI = 'file:///practice/test.encounter';
export const X12_URI = 'file:///practice/claims/test.837';

export interface SceneOptions {
  /** Other documents by address; the practice of the frame and an earlier encounter where absent. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly ledger?: Partial<LedgerView>;
  readonly settings?: RuleSettings;
  readonly uri?: string;
}

export const BESIDE: Readonly<Record<string, string>> = {
  'file:///practice/front-desk.practice': PRACTICE,
  'file:///practice/october.encounter': EARLIER,
};

/** A ledger of a practice that has sent nothing. */
export const EMPTY_LEDGER: LedgerView = { status: () => undefined, answers: () => [], remarks: () => [] };

/** A world with documents in it. Errors inside rules are thrown, not logged: a test must see them. */
export function worldWith(documents: Readonly<Record<string, string>>, options: SceneOptions = {}): World {
  const project = new Project();
  for (const [uri, text] of Object.entries(documents)) project.set(uri, text, /\.\d{3}$/.test(uri) ? 'x12' : 'superbill');
  return {
    project,
    workspace: project.workspace,
    codes: codeSets(),
    today: TODAY,
    settings: options.settings ?? NO_SETTINGS,
    ledger: { ...EMPTY_LEDGER, ...options.ledger },
    log(message) {
      throw new Error(message);
    },
  };
}

export interface Scene {
  readonly world: World;
  readonly document: SuperbillDocument;
  readonly offset: number;
  readonly span: Span;
}

/** A marked text (`<|>` or `<|…|>`) as a document of the workspace. */
export function scene(marked: string, options: SceneOptions = {}): Scene {
  const { text, offset, span } = cursor(marked);
  return { ...unmarked(text, options), offset, span };
}

/** The same without a marker. */
export function unmarked(text: string, options: SceneOptions = {}): Omit<Scene, 'offset' | 'span'> {
  const uri = options.uri ?? TEST_URI;
  const world = worldWith({ ...(options.beside ?? BESIDE), [uri]: text }, options);
  const document = world.project.superbill(uri);
  if (!document) throw new Error(`${uri} is not a superbill document`);
  return { world, document };
}

/** An X12 text as a file of the workspace. */
export function x12Scene(text: string, options: SceneOptions = {}): { readonly world: World; readonly document: X12File } {
  const world = worldWith({ ...(options.beside ?? BESIDE), [X12_URI]: text }, options);
  const document = world.project.get(X12_URI);
  if (document?.language !== 'x12') throw new Error('the text is not an X12 file');
  return { world, document };
}

/** A text after the edits of an answer, as an editor would apply them. Throws where they overlap or lie outside. */
export function applyTextEdits(document: ProjectDocument, edits: readonly TextEdit[]): string {
  const placed = edits
    .map((edit) => ({ ...place(document, edit.range), text: edit.newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '',
    at = 0;
  for (const { start, end, text } of placed) {
    if (start < at) throw new Error('edits overlap');
    result += document.text.slice(at, start) + text;
    at = end;
  }
  return result + document.text.slice(at);
}

function place(document: ProjectDocument, { start, end }: Range): Span {
  const lines = document.text.split(/\r\n|\r|\n/);
  for (const position of [start, end]) {
    if (position.line >= lines.length || position.character > lines[position.line].length)
      throw new Error(`${position.line}:${position.character} lies outside of the document`);
  }
  return { start: offsetOf(document, start), end: offsetOf(document, end) };
}

function offsetOf(document: ProjectDocument, position: Position): number {
  return document.lines.offset(position);
}

/** The last part of an address. */
export function nameOfFile(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

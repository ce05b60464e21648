// Readable view and explanation of X12 files: a file is asked for by its address, whether it is open or only on disk.
import type { Position } from 'vscode-languageserver-types';
import { Project, type X12File } from '../features/project';
import { LineIndex } from '../features/positions';
import { explainFile } from '../features/report/report';
import { reportHtml } from '../features/report/html';
import type { World } from '../features/world';
import { encounterOf } from '../features/x12/definitions';
import { prepareLoops } from '../syntax/x12/describe';
import { type ReadableView, readableView } from '../syntax/x12/readable';
import type { Documents } from './documents';
import { refusal } from './faults';
import { fileOf, languageOf, plainUri, readText } from './files';
import { patiently } from './patience';
import { reason } from './reason';
import { type Explanation, READABLE_SCHEME, SHOW_ENCOUNTER, type X12At } from './protocol';

interface View {
  readonly view: ReadableView;
  readonly lines: LineIndex;
}

const views = new WeakMap<X12File, View>();

/** The file with a segment a line; others are served while a large one is walked. Refuses what is no X12 file. */
export async function readable({ uri }: X12At, documents: Documents): Promise<string> {
  const document = fileAt(uri, documents);
  await patiently(prepareLoops(document.x12), () => false);
  return viewOf(document).view.text;
}

/** The place in the readable view of a place in its file. */
export function inView({ uri, position }: X12At, documents: Documents): Position {
  const document = fileAt(uri, documents);
  const { view, lines } = viewOf(document);
  return lines.position(position ? view.toView(document.lines.offset(position)) : 0);
}

/** The place in the file that a place of its readable view stands for. */
export function inFile({ uri, position }: X12At, documents: Documents): Position {
  const document = fileAt(uri, documents);
  const { view, lines } = viewOf(document);
  return document.lines.position(view.toFile(lines.offset(position ?? { line: 0, character: 0 })));
}

export function explanation({ uri }: X12At, documents: Documents, world: World): Explanation {
  const report = explainFile(fileAt(uri, documents).x12, world);
  return { title: report.title, html: reportHtml(report, (claim) => encounterLink(claim, documents, world)) };
}

function encounterLink(claim: string, documents: Documents, world: World): string | undefined {
  const encounter = encounterOf(claim, world);
  if (!encounter) return undefined;
  const { source, span } = encounter.id;
  const { line } = (documents.get(source.uri)?.lines ?? new LineIndex(source.text)).position(span.start);
  return `command:${SHOW_ENCOUNTER}?${encodeURIComponent(JSON.stringify([source.uri, line]))}`;
}

/** Is this the address of a readable view? */
export function isView(uri: string): boolean {
  return uri.startsWith(`${READABLE_SCHEME}:`);
}

/** The address of the file that a readable view shows. */
export function viewedFile(uri: string): string {
  const query = /\?([^#]*)/.exec(uri)?.[1] ?? '';
  try {
    return decodeURIComponent(query);
  } catch {
    // An address that nobody of ours has made leads nowhere.
    return '';
  }
}

function viewOf(document: X12File): View {
  let found = views.get(document);
  if (!found) {
    const view = readableView(document.x12);
    views.set(document, (found = { view, lines: new LineIndex(view.text) }));
  }
  return found;
}

function fileAt(uri: string, documents: Documents): X12File {
  const known = documents.get(uri);
  if (known?.language === 'x12') return known;
  const file = fileOf(uri);
  const text = known || file === undefined ? undefined : textOf(file);
  if (file === undefined || text === undefined || languageOf(file, text) !== 'x12') throw NO_X12_FILE;
  const document = new Project().set(plainUri(uri), text, 'x12');
  if (document.language !== 'x12') throw NO_X12_FILE;
  return document;
}

const NO_X12_FILE = refusal('This is not an X12 file: it does not begin with ISA, GS or ST.');

function textOf(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    throw refusal(`The file could not be read: ${reason(error)}.`);
  }
}

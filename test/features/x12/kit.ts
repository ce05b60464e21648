// X12 files for tests of the editor: marked texts, a ledger with one sent claim, and what a place leads to.
import { Project, type X12File } from '../../../server/features/project';
import type { SentFiles, World } from '../../../server/features/world';
import { definitions } from '../../../server/features/x12/definitions';
import type { Source } from '../../../server/model/value';
import type { Span } from '../../../server/syntax/tree';
import { cursor } from '../../kit/check';
import { type SceneOptions, nameOfFile, x12Scene } from '../../kit/scene';
import { CLAIM_FILE } from '../../syntax/x12/claim-file';

/** The claim of the encounter E0 as it went out. */
export const SENT = CLAIM_FILE.replace('CLM*E1001*', 'CLM*E0-1*').replaceAll('REF*6R*E1001-', 'REF*6R*E0-1.');

const SENT_URI = 'file:///practice/sent/training/E0-1.837';

export function x12File(text: string, uri = SENT_URI): X12File {
  const document = new Project().set(uri, text, 'x12');
  if (document.language !== 'x12') throw new Error('not an X12 file');
  return document;
}

/** A ledger in which one claim file was sent. */
export function sentBook(text = SENT): SentFiles {
  const file = x12File(text);
  return {
    withClaim: (control) => (control === 'E0-1' ? file : undefined),
    withGroup: (control) => (control === '1' ? file : undefined),
    withBatch: (number) => (number === 'B1' ? file : undefined),
    withInterchange: (control) => (Number(control) === 905 ? file : undefined),
  };
}

export interface X12Scene {
  readonly document: X12File;
  readonly world: World;
  readonly offset: number;
  readonly span: Span;
}

/** A marked X12 text beside the practice of the frame, with the claim of E0 sent. */
export function marked(text: string, options?: SceneOptions): X12Scene {
  const { text: plain, offset, span } = cursor(text);
  const { document, world } = x12Scene(plain, options);
  return { document, world: { ...world, sent: sentBook() }, offset, span };
}

/** Puts the marker into a text, before the first place where the words stand, `at` characters on. */
export function mark(text: string, words: string, at = 0): string {
  const found = text.indexOf(words);
  if (found < 0) throw new Error(`“${words}” is not in the text`);
  return `${text.slice(0, found + at)}<|>${text.slice(found + at)}`;
}

/** Where a place leads, as `file: words`. */
export function leadsTo(text: string): string[] {
  const { document, world, offset } = marked(text);
  return definitions(document, offset, world).map(placeText);
}

export function placeText({ source, span }: { source: Source; span: Span }): string {
  return `${nameOfFile(source.uri)}: ${source.text.slice(span.start, span.end)}`;
}

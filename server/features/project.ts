// All documents that are known, open or on disk, as texts and what was read from them. Parsed when asked, kept by version.
import { LineIndex, type TextChange } from './positions';
import type { Definitions } from '../model/definitions';
import { lowerSuperbill } from '../model/lower';
import type { Source } from '../model/value';
import { Workspace } from '../model/workspace';
import { Memory } from '../rules/memory';
import type { SuperbillTree } from '../syntax/superbill/nodes';
import { parseAgain, parseSuperbill } from '../syntax/superbill/parse';
import type { Problem } from '../syntax/tree';
import type { X12Document } from '../syntax/x12/read';
import { readX12 } from '../syntax/x12/read';
import { rereadX12, textChange } from '../syntax/x12/reread';
import { carryPieces } from './x12/pieces';

export type Language = Source['language'];

interface Common {
  readonly uri: string;
  readonly text: string;
  readonly source: Source;
  readonly lines: LineIndex;
}

export interface SuperbillDocument extends Common {
  readonly language: 'superbill';
  readonly tree: SuperbillTree;
  readonly definitions: Definitions;
}

export interface X12File extends Common {
  readonly language: 'x12';
  /** Read when first asked for. */
  readonly x12: X12Document;
  isRead(): boolean;
}

export type ProjectDocument = SuperbillDocument | X12File;

/** What is known of a text that follows an editor. */
export interface Followed {
  readonly lines: LineIndex;
  /** What changed since the text of these lines. */
  readonly change: (TextChange & { readonly since: LineIndex }) | undefined;
}

/** A superbill document longer than this is not read: no practice writes 10 MB of encounters into one file. */
export const LONGEST_DOCUMENT = 10_000_000;

export class Project {
  readonly workspace = new Workspace();
  /** Findings that still hold. */
  readonly memory = new Memory();
  private readonly documents = new Map<string, ProjectDocument>();
  /** Goes up with every change of what superbill documents or code sets say: what was worked out for an older one is stale. */
  generation = 0;

  /** `followed`: the text's lines where they are known, and what changed. */
  set(uri: string, text: string, language: Language, followed?: Followed): ProjectDocument {
    const known = this.documents.get(uri);
    const isKnown = known?.language === language && (known.lines === followed?.lines || (!followed?.change && known.text === text));
    if (isKnown) return known;
    if (language === 'superbill' || known?.language === 'superbill') this.generation += 1;
    const document = language === 'superbill' ? readSuperbill(uri, text, known, followed) : readX12File(uri, text, known, followed);
    this.documents.set(uri, document);
    if (document.language === 'superbill') this.workspace.set(document.definitions);
    else this.workspace.delete(uri);
    return document;
  }

  delete(uri: string): void {
    const known = this.documents.get(uri);
    if (!known) return;
    this.documents.delete(uri);
    if (known.language === 'superbill') this.generation += 1;
    this.workspace.delete(uri);
  }

  /** Code sets have changed: everything is judged anew, claim files too. */
  judgeAnew(): void {
    this.memory.clear();
    this.generation += 1;
  }

  get(uri: string): ProjectDocument | undefined {
    return this.documents.get(uri);
  }

  superbill(uri: string): SuperbillDocument | undefined {
    const document = this.documents.get(uri);
    return document?.language === 'superbill' ? document : undefined;
  }

  all(): IterableIterator<ProjectDocument> {
    return this.documents.values();
  }
}

/** Reads a text; where the document is known, only what changed in it. What it was before is moved along and used up. */
function readSuperbill(uri: string, text: string, known: ProjectDocument | undefined, followed: Followed | undefined): SuperbillDocument {
  const lines = followed?.lines ?? new LineIndex(text);
  if (text.length > LONGEST_DOCUMENT) {
    const source: Source = { uri, text, language: 'superbill' };
    const tree: SuperbillTree = { ...parseSuperbill(''), text, problems: [TOO_LARGE] };
    return { uri, text, language: 'superbill', source, tree, definitions: lowerSuperbill(tree, source), lines };
  }
  const before = known?.language === 'superbill' && known.text.length <= LONGEST_DOCUMENT ? known : undefined;
  const tree = before ? parseAgain(text, before.tree) : parseSuperbill(text);
  // One source as long as the document is known: values of blocks that did not change stay what they are.
  const source = before ? Object.assign(before.source, { text }) : { uri, text, language: 'superbill' as const };
  return { uri, text, language: 'superbill', source, tree, definitions: lowerSuperbill(tree, source), lines };
}

const TOO_LARGE: Problem = {
  span: { start: 0, end: 0 },
  kind: 'invalid-value',
  message: 'This file is too large for an encounter document: it is not read',
};

/** Reads a text; of a file that was read before, only what changed in it. What was found in it before is moved along and used up. */
function readX12File(uri: string, text: string, known: ProjectDocument | undefined, followed: Followed | undefined): X12File {
  const source: Source = { uri, text, language: 'x12' };
  const before = known?.language === 'x12' ? known : undefined;
  const told = followed?.change;
  const difference = before && (told?.since === before.lines ? told : textChange(before.text, text));
  const lines = followed?.lines ?? new LineIndex(text, before?.lines, difference);
  if (before?.isRead()) {
    const { document, change } = rereadX12(before.x12, text, difference);
    if (change) carryPieces(before.x12, document, change);
    return { uri, text, language: 'x12', source, lines, x12: document, isRead: () => true };
  }
  let x12: X12Document | undefined;
  return {
    uri,
    text,
    language: 'x12',
    source,
    lines,
    isRead: () => x12 !== undefined,
    get x12() {
      return (x12 ??= readX12(text));
    },
  };
}

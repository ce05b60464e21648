// What may be written at the cursor. Decides by the line's place in the grammar; the lists come from the files beside.
import type { CompletionItem } from 'vscode-languageserver-types';
import { countFitting } from '../../syntax/sorted';
import type { Span } from '../../syntax/tree';
import * as grammar from '../../syntax/superbill/grammar';
import type { Entry, Line } from '../../syntax/superbill/nodes';
import { type Draft, type Offer, offerItems } from './item';
import { offerDiagnoses, offerServices } from './codes';
import { offerKeywords } from './keywords';
import { procedureDrafts } from './procedures';
import { offerSlot } from './slots';
import { offerServiceWords } from './service';
import { dayOf, locate } from '../locate';
import { hasProcedures } from '../procedure-axes';
import type { SuperbillDocument } from '../project';
import type { World } from '../world';

export interface Completions {
  readonly items: CompletionItem[];
  /** Ask again with every letter: the list was cut or depends on what is typed. */
  readonly incomplete: boolean;
}

const NOTHING: Completions = { items: [], incomplete: false };

/** `snippets`: the editor understands tab stops. */
export function completions(document: SuperbillDocument, offset: number, world: World, snippets: boolean): Completions {
  const line = lineAt(document, offset);
  const start = line ? line.content.start : offset;
  if (line?.comment && offset > line.comment.start) return NOTHING;
  const { path } = locate(document.tree, offset);
  const indent = indentOf(document, line, offset);
  const isNote = path.some((entry) => entry.spec?.free && offset > entry.line.span.end && indent > entry.line.indent);
  if (isNote) return inNote(document, offset, world);
  const own = line && path.find((entry) => entry.line === line);
  const typed = document.text.slice(Math.min(start, offset), offset);
  const parent = own ? own.parent : parentFor(path, indent);
  const draft: Draft = { document, offset, world, snippets, line, start: Math.min(start, offset), typed, parent };
  const offer = offerFor(draft, own);
  // An amount that is written out is not offered: the Enter behind it is meant to end the line.
  const word = document.text.slice(offer.span.start, offset);
  if (/^\d+\.\d\d$/.test(word) && offer.drafts[0]?.text === word) return NOTHING;
  return { items: offerItems(document, offer), incomplete: offer.incomplete ?? false };
}

/** In the free words of a note only the codes of inpatient procedures are completed, once they look like one. */
function inNote(document: SuperbillDocument, offset: number, world: World): Completions {
  const before = document.text.slice(Math.max(0, offset - LONGEST_WORD), offset);
  const typed = /(?<![\w.])(?=[0-9A-Z]*\d)(?=[0-9A-Z]*[A-Z])[0-9A-Z]{3,6}$/.exec(before)?.[0];
  if (!typed || !hasProcedures(world.codes)) return NOTHING;
  const drafts = procedureDrafts(typed, dayOf(document, offset, world), world.codes);
  const span = { start: offset - typed.length, end: offset };
  return { items: offerItems(document, { drafts, span }), incomplete: drafts.length > 0 };
}

const LONGEST_WORD = 20;

function offerFor(draft: Draft, own: Entry | undefined): Offer {
  const parentSpec = draft.parent?.spec;
  if (parentSpec === grammar.DIAGNOSES) return offerDiagnoses(draft);
  if (parentSpec === grammar.SERVICES) {
    const hasCode = /^[0-9a-z]\d{3}[0-9a-z](?:-\S*)?\s/i.test(draft.typed);
    return hasCode ? offerServiceWords(draft) : offerServices(draft);
  }
  if (parentSpec?.item && !own?.keyword) return offerSlot(draft, parentSpec.item, draft.typed);
  const firstWord = /^\S*/.exec(draft.typed)?.[0] ?? '';
  if (firstWord.length === draft.typed.length) {
    return offerKeywords(draft, parentSpec?.children ?? (draft.parent ? [] : grammar.BLOCKS), present(draft));
  }
  const spec = own?.spec;
  return spec ? offerSlot(draft, spec, draft.typed.slice(firstWord.length)) : { drafts: [], span: wordSpan(draft) };
}

/** Keywords that stand already and may stand only once. */
function present(draft: Draft): ReadonlySet<string> {
  const siblings = draft.parent?.entries ?? [];
  return new Set(siblings.filter((one) => one.spec && !one.spec.many && one.line !== draft.line).map((one) => one.spec?.keyword ?? ''));
}

function wordSpan(draft: Draft): Span {
  return { start: draft.start, end: draft.offset };
}

/** The entry that a line with this indent would belong to. */
function parentFor(path: readonly Entry[], indent: number): Entry | undefined {
  return path.filter((entry) => entry.line.indent < indent).at(-1);
}

function indentOf(document: SuperbillDocument, line: Line | undefined, offset: number): number {
  if (!line) return 0;
  if (line.content.start < line.content.end && offset >= line.content.start) return line.indent;
  // On a blank line the cursor's column counts, not the spaces behind it.
  let indent = 0;
  for (const sign of document.text.slice(line.span.start, offset)) indent += sign === '\t' ? 2 - (indent % 2) : 1;
  return indent;
}

function lineAt(document: SuperbillDocument, offset: number): Line | undefined {
  const { lines } = document.tree;
  const line: Line | undefined = lines[countFitting(lines, ({ span }) => span.start <= offset) - 1];
  // Behind the last line's end begins a new line that is not in the list.
  return line && offset === line.span.end && /[\r\n]$/.test(document.text.slice(line.span.start, line.span.end)) ? undefined : line;
}

// The shape of an offer: a list of drafts that replace one span, and how a draft becomes the editor's item.
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode, type Range } from 'vscode-languageserver-types';
import type { CodeSetId } from '../../../codesets/code-set';
import type { Span } from '../../syntax/tree';
import type { Entry, Line } from '../../syntax/superbill/nodes';
import type { SuperbillDocument } from '../project';
import { shortTitles } from './short-title';
import type { World } from '../world';

/** Where a completion was asked for. */
export interface Draft {
  readonly document: SuperbillDocument;
  readonly offset: number;
  readonly world: World;
  readonly snippets: boolean;
  readonly line: Line | undefined;
  /** Where the line's content begins. */
  readonly start: number;
  /** The line's content up to the cursor. */
  readonly typed: string;
  /** The entry that the line belongs to. */
  readonly parent: Entry | undefined;
}

/** Where the word under the cursor ends: an accepted item takes its place, also the part behind the cursor. */
export function wordEnd({ document, offset, line }: Draft): number {
  let end = offset;
  while (end < (line?.content.end ?? offset) && !/\s/.test(document.text[end])) end += 1;
  return end;
}

/** What resolve needs to write the documentation. */
export interface ItemData {
  readonly set: CodeSetId | 'service';
  readonly code: string;
  readonly date: string;
}

export interface ItemDraft {
  readonly label: string;
  /** Stands beside the label, in the same line. */
  readonly detail?: string;
  /** There are codes below it to choose from. */
  readonly hasMore?: boolean;
  /** Stands at the right end of the line. */
  readonly note?: string;
  readonly text: string;
  readonly snippet?: boolean;
  readonly kind: 'keyword' | 'code' | 'reference' | 'value';
  /** What the editor compares with the typed text; the label where absent. */
  readonly filter?: string;
  readonly documentation?: string;
  readonly data?: ItemData;
  readonly retrigger?: boolean;
}

export interface Offer {
  readonly drafts: readonly ItemDraft[];
  /** What an accepted item replaces. */
  readonly span: Span;
  readonly incomplete?: boolean;
}

const KINDS: Record<ItemDraft['kind'], CompletionItemKind> = {
  keyword: CompletionItemKind.Keyword,
  code: CompletionItemKind.Constant,
  reference: CompletionItemKind.Reference,
  value: CompletionItemKind.Value,
};

/** The editor's items of an offer, in its order. */
export function offerItems(document: Pick<SuperbillDocument, 'lines'>, { drafts, span }: Omit<Offer, 'incomplete'>): CompletionItem[] {
  const range = document.lines.range(span);
  const shown = shownDetails(drafts);
  return drafts.map((draft, rank) => itemOf(draft, shown[rank], range, rank));
}

/** What stands beside the labels: the titles of codes in the width of the list. */
function shownDetails(drafts: readonly ItemDraft[]): (string | undefined)[] {
  const titles = shortTitles(
    drafts.map(({ label, detail, hasMore, data }) => ({ code: label, title: (data && detail) ?? '', taken: hasMore ? MORE.length : 0 })),
  );
  return drafts.map(({ detail, hasMore, data }, n) => (data && detail ? `${titles[n]}${hasMore ? MORE : ''}` : detail));
}

const MORE = ' …';

/** `rank`: the place in the list, kept by the editor. */
function itemOf(draft: ItemDraft, shown: string | undefined, range: Range, rank: number): CompletionItem {
  return {
    label: draft.label,
    ...((shown || draft.note) && {
      labelDetails: { ...(shown && { detail: `  ${shown}` }), ...(draft.note && { description: draft.note }) },
      detail: [`${draft.detail ?? ''}${draft.hasMore ? MORE : ''}`, draft.note].filter(Boolean).join(' · '),
    }),
    kind: KINDS[draft.kind],
    sortText: String(rank).padStart(4, '0'),
    ...(draft.filter !== undefined && { filterText: draft.filter }),
    ...(draft.documentation && { documentation: { kind: 'markdown', value: draft.documentation } }),
    insertTextFormat: draft.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(draft.text.includes('\n') && { insertTextMode: InsertTextMode.adjustIndentation }),
    textEdit: { range, newText: draft.text },
    ...(draft.data && { data: draft.data }),
    ...(draft.retrigger && { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
  };
}

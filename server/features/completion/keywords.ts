// Offers the keywords that may begin a line, whole blocks with tab stops among them.
import type { Spec } from '../../syntax/superbill/nodes';
import { BLOCK_SNIPPETS } from '../block-snippets';
import { escapeMarkdown } from '../card';
import { type Draft, type ItemDraft, type Offer, wordEnd } from './item';

/** `present`: keywords that stand already and may not stand again. */
export function offerKeywords(draft: Draft, specs: readonly Spec[], present: ReadonlySet<string>): Offer {
  const span = { start: draft.start, end: wordEnd(draft) };
  // Before words that stand already only the keyword itself is exchanged.
  const alone = draft.document.text.slice(span.end, Math.max(span.end, draft.line?.content.end ?? span.end)).trim() === '';
  const drafts = specs
    .filter((one) => one.keyword && !present.has(one.keyword))
    .map((one): ItemDraft => {
      const block = draft.snippets && alone ? BLOCK_SNIPPETS.get(one)?.(draft.world) : undefined;
      const text = block ?? (alone && hasValue(one) ? one.keyword.padEnd(valueColumn(draft, one)) : one.keyword);
      return {
        label: one.keyword,
        detail: one.doc.split(/[.:;] ?/)[0],
        kind: 'keyword',
        text,
        snippet: block !== undefined,
        documentation: `${escapeMarkdown(one.doc)}\n\n\`${one.example}\``,
        retrigger: block === undefined && alone && hasValue(one) && one.slots.some((slot) => slot !== 'free' && slot !== 'new-id'),
      };
    });
  return { drafts, span };
}

function hasValue(spec: Spec): boolean {
  return spec.slots.length > 0 && !spec.free;
}

/** Where the value goes: below the values of the lines around, two blanks behind the keyword where there are none. */
function valueColumn({ parent, line }: Draft, spec: Spec): number {
  if (!parent || spec.children.length > 0) return spec.keyword.length + 1;
  const columns = parent.entries.flatMap((one) => {
    const isField = one.line !== line && one.keyword && one.spec?.children.length === 0 && one.tokens.length > 1 && !one.spec.free;
    return isField ? [one.tokens[1].span.start - one.line.content.start] : [];
  });
  return Math.max(spec.keyword.length + 2, ...columns.filter((column) => column <= WIDEST));
}

/** No keyword needs a value further to the right. */
const WIDEST = 28;

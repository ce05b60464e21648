// Offers the keywords that may begin a line, whole blocks with tab stops among them.
import * as grammar from '../syntax/superbill/grammar';
import type { Spec } from '../syntax/superbill/nodes';
import { escapeMarkdown } from './card';
import { type Draft, type ItemDraft, type Offer, wordEnd } from './completion-item';

/** `present`: keywords that stand already and may not stand again. */
export function offerKeywords(draft: Draft, specs: readonly Spec[], present: ReadonlySet<string>): Offer {
  const span = { start: draft.start, end: wordEnd(draft) };
  // Before words that stand already only the keyword itself is exchanged.
  const alone = draft.document.text.slice(span.end, Math.max(span.end, draft.line?.content.end ?? span.end)).trim() === '';
  const drafts = specs.filter((one) => one.keyword && !present.has(one.keyword)).map((one): ItemDraft => {
    const block = draft.snippets && alone ? BLOCK_SNIPPETS.get(one)?.(draft) : undefined;
    const text = block ?? (alone && hasValue(one) ? one.keyword.padEnd(valueColumn(draft, one)) : one.keyword);
    return {
      label: one.keyword, detail: one.doc.split(/[.:;] ?/)[0], kind: 'keyword', text, snippet: block !== undefined,
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
  const columns = parent.entries.flatMap((one) =>
    one.line !== line && one.keyword && one.spec?.children.length === 0 && one.tokens.length > 1 && !one.spec.free ? [one.tokens[1].span.start - one.line.content.start] : []);
  return Math.max(spec.keyword.length + 2, ...columns.filter((column) => column <= WIDEST));
}

/** No keyword needs a value further to the right. */
const WIDEST = 28;

/** Next id in the manner of the last one: E1001 → E1002. */
export function nextEncounterId(ids: readonly string[]): string {
  let best: { head: string; number: number; width: number } | undefined;
  for (const id of ids) {
    const parts = /^(.*?)(\d+)$/.exec(id);
    if (parts && (!best || Number(parts[2]) > best.number)) best = { head: parts[1], number: Number(parts[2]), width: parts[2].length };
  }
  return best ? `${best.head}${String(best.number + 1).padStart(best.width, '0')}` : 'E1001';
}

const BLOCK_SNIPPETS = new Map<Spec, (draft: Draft) => string>([
  [grammar.ENCOUNTER as Spec, ({ world }) => [
    `encounter \${1:${nextEncounterId(world.workspace.list('encounter').map((one) => one.id.value))}}`,
    '  patient    ${2}', `  date       \${3:${world.today}}`, '  place      ${4:11}', '  rendering  ${5}', '', '  note', '    ${6}', '',
    '  diagnoses', '    A  ${7}', '', '  services', '    ${8}', '',
  ].join('\n')],
  [grammar.PATIENT as Spec, () => [
    'patient ${1:LAST-FIRST}', '  name     ${2:Last, First}', '  born     ${3:1980-01-01}', '  sex      ${4|F,M,U|}', '  address  ${5:street, city ST ZIP}', '  phone    ${6}',
    '  coverage ${7:ID}', '    payer         ${8}', '    member        ${9}', '    relationship  ${10|self,spouse,child,other|}', '    effective     ${11:2026-01-01}', '',
  ].join('\n')],
  [grammar.PROVIDER as Spec, () => ['provider ${1:ID}', '  name      ${2:Last, First}', '  npi       ${3}', '  taxonomy  ${4}', ''].join('\n')],
  [grammar.FACILITY as Spec, () => ['facility ${1:ID}', '  name     ${2}', '  npi      ${3}', '  place    ${4}', '  address  ${5:street, city ST ZIP}', ''].join('\n')],
  [grammar.PAYER as Spec, () => ['payer ${1:ID}', '  name           ${2}', '  payer-id       ${3}', '  filing         ${4:CI}', '  timely-filing  ${5:120 days}', '  exchange       ${6:training}', ''].join('\n')],
  [grammar.PRACTICE as Spec, () => ['practice ${1:ID}', '  name       ${2}', '  npi        ${3}', '  tax-id     ein ${4}', '  taxonomy   ${5}', '  address    ${6:street, city ST ZIP}', '  phone      ${7}', '  submitter  ${8}', '  contact    ${9}', ''].join('\n')],
  [grammar.DIAGNOSES as Spec, () => 'diagnoses\n  A  ${1}'],
  [grammar.SERVICES as Spec, () => 'services\n  ${1}'],
  [grammar.NOTE as Spec, () => 'note\n  ${1}'],
  [grammar.PAYMENTS as Spec, ({ world }) => `payments\n  ${world.today}  \${1|copay,coinsurance,deductible,patient|}  \${2:25.00}  \${3|card,cash,check,online,transfer|}`],
  [grammar.COVERAGE as Spec, () => ['coverage ${1:ID}', '  payer         ${2}', '  member        ${3}', '  relationship  ${4|self,spouse,child,other|}', '  effective     ${5:2026-01-01}'].join('\n')],
]);

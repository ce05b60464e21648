// Offers the keywords that may begin a line, whole blocks with tab stops among them.
import * as grammar from '../syntax/superbill/grammar';
import type { Spec } from '../syntax/superbill/nodes';
import { escapeMarkdown } from './card';
import type { Draft, ItemDraft, Offer } from './completion-item';

/** `present`: keywords that stand already and may not stand again. */
export function offerKeywords(draft: Draft, specs: readonly Spec[], present: ReadonlySet<string>): Offer {
  const drafts = specs.filter((one) => one.keyword && !present.has(one.keyword)).map((one): ItemDraft => {
    const block = draft.snippets ? BLOCK_SNIPPETS.get(one)?.(draft) : undefined;
    const text = block ?? (hasValue(one) ? `${one.keyword}  ` : one.keyword);
    return {
      label: one.keyword, detail: one.doc.split(/[.:;] ?/)[0], kind: 'keyword', text, snippet: block !== undefined,
      documentation: `${escapeMarkdown(one.doc)}\n\n\`${one.example}\``,
      retrigger: block === undefined && hasValue(one) && one.slots.some((slot) => slot !== 'free' && slot !== 'new-id'),
    };
  });
  return { drafts, span: { start: draft.start, end: draft.offset } };
}

function hasValue(spec: Spec): boolean {
  return spec.slots.length > 0 && !spec.free;
}

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

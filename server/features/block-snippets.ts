// Whole blocks with tab stops, as completion and New Encounter put them in.
import { nextEncounterId } from '../model/encounter-ids';
import * as grammar from '../syntax/superbill/grammar';
import type { World } from './world';

type Snippet = (world: Pick<World, 'workspace' | 'today'>) => string;

/** The block that a keyword begins, by its line in the grammar. */
export const BLOCK_SNIPPETS: ReadonlyMap<unknown, Snippet> = new Map<unknown, Snippet>([
  [grammar.ENCOUNTER, (world) => encounterSnippet(world)],
  [
    grammar.PATIENT,
    lines(
      'patient ${1:LAST-FIRST}',
      '  name     ${2:Last, First}',
      '  born     ${3:1980-01-01}',
      '  sex      ${4|F,M,U|}',
      '  address  ${5:street, city ST ZIP}',
      '  phone    ${6}',
      '  coverage ${7:ID}',
      '    payer         ${8}',
      '    member        ${9}',
      '    relationship  ${10|self,spouse,child,other|}',
      '    effective     ${11:2026-01-01}',
      '',
    ),
  ],
  [
    grammar.COVERAGE,
    lines(
      'coverage ${1:ID}',
      '  payer         ${2}',
      '  member        ${3}',
      '  relationship  ${4|self,spouse,child,other|}',
      '  effective     ${5:2026-01-01}',
    ),
  ],
  [grammar.PROVIDER, lines('provider ${1:ID}', '  name      ${2:Last, First}', '  npi       ${3}', '  taxonomy  ${4}', '')],
  [
    grammar.FACILITY,
    lines('facility ${1:ID}', '  name     ${2}', '  npi      ${3}', '  place    ${4}', '  address  ${5:street, city ST ZIP}', ''),
  ],
  [
    grammar.PAYER,
    lines(
      'payer ${1:ID}',
      '  name           ${2}',
      '  payer-id       ${3}',
      '  filing         ${4:CI}',
      '  timely-filing  ${5:120 days}',
      '  exchange       ${6:training}',
      '',
    ),
  ],
  [
    grammar.PRACTICE,
    lines(
      'practice ${1:ID}',
      '  name       ${2}',
      '  npi        ${3}',
      '  tax-id     ein ${4}',
      '  taxonomy   ${5}',
      '  address    ${6:street, city ST ZIP}',
      '  phone      ${7}',
      '  submitter  ${8}',
      '  contact    ${9}',
      '',
    ),
  ],
  [grammar.DIAGNOSES, lines('diagnoses', '  A  ${1}')],
  [grammar.SERVICES, lines('services', '  ${1}')],
  [grammar.NOTE, lines('note', '  ${1}')],
  [
    grammar.PAYMENTS,
    ({ today }) => `payments\n  ${today}  \${1|copay,coinsurance,deductible,patient|}  \${2:25.00}  \${3|card,cash,check,online,transfer|}`,
  ],
]);

function lines(...written: readonly string[]): Snippet {
  return () => written.join('\n');
}

/** A new encounter: the next id, today, the first provider, and what nearly every visit needs. `named`: its file has the id already. */
export function encounterSnippet({ workspace, today }: Pick<World, 'workspace' | 'today'>, named = false): string {
  let last = 0;
  const stop = (text = '') => `\${${(last += 1)}${text && `:${text}`}}`;
  const id = nextEncounterId(workspace.list('encounter').map((one) => one.id.value));
  return [
    `encounter ${named ? id : stop(id)}`,
    `  patient    ${stop()}`,
    `  date       ${stop(today)}`,
    `  place      ${stop('11')}`,
    `  rendering  ${stop(workspace.list('provider')[0]?.id.value)}`,
    '',
    '  note',
    `    ${stop()}`,
    '',
    '  diagnoses',
    `    A  ${stop()}`,
    '',
    '  services',
    `    ${stop()}`,
    '',
  ].join('\n');
}

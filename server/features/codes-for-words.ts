// The codes that words on a line of diagnoses or services may mean, where they stand in place of one.
import type { Span } from '../syntax/tree';
import { DIAGNOSIS, SERVICE } from '../syntax/superbill/grammar';
import type { DiagnosisItem } from '../syntax/superbill/items';
import type { ServiceItem } from '../syntax/superbill/service-line';
import type { Fix } from '../rules/rule';
import { feesFor } from './completion-codes';
import { dayOf, locate } from './locate';
import type { SuperbillDocument } from './project';
import { usedCodes } from './used-codes';
import type { World } from './world';

const MOST = 6,
  MOST_FEES = 3;

/** A fix for each code that the words may mean, the likeliest first; none where no such words stand there. */
export function codesForWords(document: SuperbillDocument, { start, end }: Span, world: World): Fix[] {
  const { entry } = locate(document.tree, start);
  const words = (entry?.value as DiagnosisItem | ServiceItem | undefined)?.words;
  if (!words || words.span.start !== start || words.span.end !== end) return [];
  const offered = entry?.spec === DIAGNOSIS ? diagnosesFor(words.value, dayOf(document, start, world), world) : [];
  if (entry?.spec === SERVICE) offered.push(...servicesFor(words.value, dayOf(document, start, world), world));
  return offered
    .slice(0, MOST)
    .map(({ code, title, text }) => ({ title: `${code} ${title}`.trim(), safe: false, edits: [{ span: words.span, text }] }));
}

interface Offered {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

function diagnosesFor(words: string, date: string, { codes, workspace }: World): Offered[] {
  return codes
    .search(words, { sets: ['icd-10-cm'], date, limit: 2 * MOST, used: usedCodes(workspace).diagnoses })
    .flatMap(({ code, title, billable }) => (billable ? [{ code, title, text: `${code}  ${title}` }] : []));
}

/** What the practice charges for comes first. */
function servicesFor(words: string, date: string, world: World): Offered[] {
  const used = usedCodes(world.workspace).services;
  const fees = feesFor(words, world, used)
    .slice(0, MOST_FEES)
    .map(({ code, description }) => ({ code: code.value, title: description?.value ?? '', text: code.value }));
  const known = new Set(fees.map((one) => one.code));
  const found = world.codes.search(words, { sets: ['hcpcs', 'cpt'], date, limit: MOST, used });
  return [...fees, ...found.flatMap(({ code, title }) => (known.has(code) ? [] : [{ code, title, text: code }]))];
}

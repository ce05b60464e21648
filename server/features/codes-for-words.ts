// The codes that words on a line of diagnoses or services may mean, where they stand in place of one.
import { DIAGNOSIS, SERVICE } from '../syntax/superbill/grammar';
import type { DiagnosisItem } from '../syntax/superbill/items';
import type { ServiceItem } from '../syntax/superbill/service-line';
import type { Finding, Fix } from '../rules/rule';
import { feesFor } from './completion/codes';
import { dayOf, locate } from './locate';
import type { SuperbillDocument } from './project';
import { usedCodes } from './used-codes';
import type { World } from './world';

const MOST = 6,
  MOST_FEES = 3;

/** Rules that found something else in place of a code. */
const NO_CODE: ReadonlySet<string> = new Set(['diagnosis/invalid-code', 'diagnosis/unknown-code', 'service/invalid-code']);

/** A fix for each code that the words of a finding may mean, the likeliest first; none where the finding is of something else or has its own. */
export function codesForWords(document: SuperbillDocument, { rule, span, fixes }: Finding, world: World): Fix[] {
  const { entry } = locate(document.tree, span.start);
  const item = entry?.value as DiagnosisItem | ServiceItem | undefined;
  const words = item?.words ?? (NO_CODE.has(rule) && fixes.length === 0 ? item?.code : undefined);
  if (!words || words.span.start !== span.start || words.span.end !== span.end) return [];
  const day = dayOf(document, span.start, world);
  const offered = entry?.spec === DIAGNOSIS ? diagnosesFor(words.value, day, world) : [];
  if (entry?.spec === SERVICE) offered.push(...servicesFor(words.value, day, world));
  return offered
    .slice(0, MOST)
    .map(({ code, title, text }) => ({
      title: `${code} ${title}`.trim(),
      safe: false,
      edits: [{ span: words.span, text: item?.words ? text : code }],
    }));
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

// Explains an ICD-10-PCS code axis by axis, also where only its beginning is written or nothing is imported.
import type { CodeEntry } from '../../../codesets/code-set';
import type { Card } from '../card';
import { LENGTH, type NextValue, WHAT_TO_IMPORT, axesOf, axisName, hasProcedures, isProcedureCode, nextValues } from '../procedure-axes';
import type { Codes } from '../world';

/** No axis has more. */
const SHOWN_VALUES = 34;

/** Lines of the card of a code: what each of its characters says. */
export function axisLines(entry: CodeEntry, date: string, codes: Codes): string[] {
  return [...linesOf(entry.code, date, codes), ...nextLines(entry.code, date, codes)];
}

/** What may come behind a beginning. */
function nextLines(code: string, date: string, codes: Codes): string[] {
  const next = nextValues(code, date, codes);
  if (next.length === 0) return [];
  const more = next.length - SHOWN_VALUES;
  return [
    `Next, ${axisName(code, code.length).toLowerCase()}:`,
    ...next.slice(0, SHOWN_VALUES).map(valueLine),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ];
}

/** The card of a beginning, or of a code of which nothing was imported; undefined for what cannot be one. */
export function beginningCard(written: string, date: string, codes: Codes): Card | undefined {
  const code = written.toUpperCase();
  const first = axesOf(code.slice(0, 1), date, codes)[0];
  // Without the edition only whole codes are taken for some: three digits may be anything.
  if (!isProcedureCode(code) || !first?.name || !/[A-Z]/.test(code)) return undefined;
  if (!hasProcedures(codes)) {
    return code.length === LENGTH
      ? { title: `${code} — inpatient procedure (ICD-10-PCS)`, lines: [...linesOf(code, date, codes), WHAT_TO_IMPORT] }
      : undefined;
  }
  const next = nextLines(code, date, codes);
  return next.length === 0 || code.length < SHORTEST
    ? undefined
    : { title: `${code}… — inpatient procedure (ICD-10-PCS)`, lines: [...linesOf(code, date, codes), ...next] };
}

/** One or two characters may be anything. */
const SHORTEST = 3;

function linesOf(code: string, date: string, codes: Codes): string[] {
  return axesOf(code, date, codes)
    .filter(({ name, character }) => name !== '' && !(name === 'none' && character === 'Z'))
    .map(({ axis, character, name, meaning }) => `${axis} ${character}: ${name}${meaning ? `: ${lowerFirst(meaning)}` : ''}`);
}

function valueLine({ character, name }: NextValue): string {
  return `• ${character} ${name}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

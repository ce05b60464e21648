// Doses that are misread because of how their point is written: 5.0 mg, .5 mg.
import { type Span, touches } from '../syntax/tree';
import type { Explanation } from './explanation';

const UNITS = '(?:mg|mcg|g|kg|ml|mL|units?|meq|mEq|tablets?|tabs?)';
/** A measured value has a unit of something in something: 5.0 mg/dL. There a zero says how exact it is. */
const DOSE = new RegExp(`(?<![\\d.,/])(?:(\\d{1,6})\\.0+|\\.(\\d{1,6}))\\s?(${UNITS})\\b(?!\\s?/\\s?[dLm])`, 'g');
const REACH = 20;

/** The dose at a place that should be written otherwise. */
export function doseAt(text: string, offset: number): { readonly span: Span; readonly explanation: Explanation } | undefined {
  const from = Math.max(0, offset - REACH);
  for (const match of text.slice(from, offset + REACH).matchAll(DOSE)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    if (!touches(span, offset)) continue;
    const [written, whole, part, unit] = match;
    const meant = `${whole ?? `0.${part}`} ${unit}`;
    const read = `${whole === undefined ? part : written.replace(/\..*/, '0')} ${unit}`;
    const caution = `The point is overlooked and ${read} is read: write ${meant}.`;
    return { span, explanation: { term: written, kind: 'abbreviation', meaning: meant, alternatives: [], caution, parts: [] } };
  }
  return undefined;
}

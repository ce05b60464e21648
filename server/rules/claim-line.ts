// What many rules ask of a claim and its lines: the day, the clinician, who pays first.
import type { Claim, ClaimService } from '../model/claim';
import { eachSegment } from '../model/each-segment';
import { isMedicare } from '../model/identifiers';
import { cptNumber } from '../model/procedure-codes';
import type { Value } from '../model/value';
import { x12Row } from '../model/x12-row';

/** First day of a line: its own, else the claim's. */
export function dayOf({ days }: ClaimService, claim: Claim): string | undefined {
  return days?.from ?? claim.day;
}

/** Who gave a service, by name: the clinician of the line, else the claim's; '' where nobody is named. */
export function clinicianOf({ rendering }: ClaimService, claim: Claim): string {
  return (rendering ?? claim.rendering)?.at.value ?? '';
}

/** Does Medicare pay first? */
export function isForMedicare({ coverages }: Claim): boolean {
  return isMedicare(coverages[0]?.payer?.filing?.value);
}

/** Does Medicare or Medicaid pay first? Both deny by the edits of NCCI; others may. */
export function isForGovernment({ coverages }: Claim): boolean {
  return ['MA', 'MB', 'MC'].includes(coverages[0]?.payer?.filing?.value ?? '');
}

/** Places in which a patient stays overnight: hospitals, psychiatric and rehabilitation hospitals. */
export const INPATIENT_PLACES: ReadonlySet<string> = new Set(['21', '51', '61']);

/** Type of bill 11, inpatients of a hospital: at a professional claim the same digits are the office. */
export function isHospitalStay({ form, sent }: Claim): boolean {
  return form === 'institutional' && sent?.place.value === '11';
}

/** Room and board. */
export const ROOM = /^0?(?:1[0-7]\d|2[01]\d)$/;
/** The price of a stay, and what was done in it. */
const OF_A_STAY: ReadonlySet<string> = new Set(['DR', 'BBR', 'BBQ']);

/** Is what a hospital claim bills a stay, whatever its bill type says: a room, and a DRG or procedures of ICD-10-PCS? */
export function billsStay({ sent }: Claim): boolean {
  return (
    sent !== undefined &&
    sent.lines.some(({ revenue }) => revenue !== undefined && ROOM.test(revenue.value)) &&
    sent.codes.some(({ qualifier }) => OF_A_STAY.has(qualifier.value))
  );
}

/** First and last numbers of CPT codes. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** Does the number of a code lie in one of the ranges? Never for codes with letters. */
export function isIn(ranges: Ranges, code: string): boolean {
  const number = cptNumber(code);
  return ranges.some(([from, to]) => number >= from && number <= to);
}

/**
 * An element of the first segment of a name in a claim of a file, also where it is empty: `CL1` and 2 for the point of origin. `kind`: of
 * the first segment with this qualifier in its first element, `DTP`, 3 and `096` for the hour of the discharge.
 */
export function saidIn({ sent, source }: Claim, name: string, element: number, kind?: string): Value<string> | undefined {
  if (!sent) return undefined;
  const row = x12Row(sent.document, source, sent.first);
  let said: Value<string> | undefined;
  eachSegment(sent.document, sent, [name], (segment) => {
    if (said) return;
    row.go(segment);
    if (kind === undefined || row.text(1) === kind) said = row.at(element);
  });
  return said;
}

/** Has a hospital claim in a file a condition code (HI*BG) of some? */
export function hasCondition({ sent }: Claim, codes: ReadonlySet<string>): boolean {
  return sent?.codes.some(({ qualifier, code }) => qualifier.value === 'BG' && codes.has(code.value)) ?? false;
}

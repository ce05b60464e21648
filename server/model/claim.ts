// A claim: an encounter with everything it refers to found, or an 837 read back. Rules and the 837 writer see this one shape.
import type { Span } from '../syntax/tree';
import type { DateRange } from '../syntax/superbill/values';
import type {
  Adjudicated,
  Coverage,
  Diagnosis,
  Encounter,
  Facility,
  Party,
  Patient,
  PatientPayment,
  Payer,
  Practice,
  Provider,
  Service,
  VisitFacts,
} from './definitions';
import type { SentClaim } from './sent-claim';
import type { Reference, Source, Value } from './value';

/** A coverage of the claim with its payer and policy holder found. */
export interface ClaimCoverage {
  /** The word in the claim's document that names it (the patient, where the coverage is not written). */
  readonly at: Value<string>;
  readonly coverage: Coverage;
  readonly payer: Payer | undefined;
  /** The policy holder: the patient for `self`. */
  readonly subscriber: Party | undefined;
}

export interface ClaimService extends Omit<Service, 'rendering' | 'ordering'> {
  readonly rendering?: Reference<Provider>;
  readonly ordering?: Reference<Provider>;
  /** Cents: as written, else fee × units; undefined where neither is known. */
  readonly charged: number | undefined;
  /** The practice's fee for one unit, in cents. */
  readonly fee: number | undefined;
  /** Days of this line: its own or the claim's. */
  readonly days: DateRange | undefined;
  /** Diagnoses pointed at, as positions from 1; 0 for a pointer to nothing. */
  readonly pointed: readonly number[];
}

export interface Claim extends VisitFacts {
  readonly kind: 'claim';
  readonly origin: 'encounter' | 'x12';
  readonly source: Source;
  readonly span: Span;
  /** The word to point at when the claim as a whole is meant, or something is missing. */
  readonly head: Value<string>;
  /** As written by people; absent on an X12 claim. */
  readonly encounter?: Encounter;
  readonly id: Value<string>;
  readonly form: 'professional' | 'institutional' | 'dental';
  readonly billing: Reference<Practice> | undefined;
  readonly patient: Reference<Patient> | undefined;
  /** Primary first. */
  readonly coverages: readonly ClaimCoverage[];
  /** Names of coverages that the patient does not have. */
  readonly unknownCoverages: readonly Value<string>[];
  readonly date?: Value<DateRange>;
  readonly place?: Value<string>;
  readonly rendering?: Reference<Provider>;
  readonly referring?: Reference<Provider>;
  readonly ordering?: Reference<Provider>;
  readonly supervising?: Reference<Provider>;
  readonly facility?: Reference<Facility>;
  /** `1` original, `7` replacement, `8` void. */
  readonly frequency: '1' | '7' | '8';
  /** The payer's number of the earlier claim, with 7 and 8. */
  readonly original?: Value<string>;
  readonly diagnoses: readonly Diagnosis[];
  readonly services: readonly ClaimService[];
  readonly payments: readonly PatientPayment[];
  readonly adjudicated: readonly Adjudicated[];
  /** First day of service, ISO; undefined without a date. The date by which the claim is judged. */
  readonly day: string | undefined;
  /** What the file says of it; absent on an encounter. */
  readonly sent?: SentClaim;
}

/** Last day of service, ISO. */
export function lastDay(claim: Claim): string | undefined {
  if (claim.date) return claim.date.value.to;
  let last: string | undefined;
  for (const { date } of claim.services) if (date && (last === undefined || date.value.to > last)) last = date.value.to;
  return last;
}

/** Sum of the lines in cents; undefined if a line has no charge. */
export function totalCharge(claim: Claim): number | undefined {
  let total = 0;
  for (const service of claim.services) {
    if (service.charged === undefined) return undefined;
    total += service.charged;
  }
  return total;
}

/** The service that a paper remittance means: by its number, else by its code. */
export function lineNamed({ services }: Claim, written: string): ClaimService | undefined {
  const numbered = /^\d{1,2}$/.test(written) ? services[Number(written) - 1] : undefined;
  return numbered ?? services.find((service) => service.code?.value === written.toUpperCase());
}

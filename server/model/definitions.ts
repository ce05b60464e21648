// What documents define: practices, providers, facilities, payers, fees, patients, encounters, contracts.
// Every value knows its place; what is not written is undefined.
import type { Span } from '../syntax/tree';
import type { Address, DateRange, Name } from '../syntax/superbill/values';
import type { Adjustment } from './adjustment';
import type { Source, Value } from './value';

/** Something whose lines may be there and still say nothing that could be read. */
export interface Written {
  /** The keywords of such lines; `service` for a service line itself. They have an error of their own: nothing more is missing. */
  readonly unread?: ReadonlySet<string>;
}

interface Definition extends Written {
  readonly source: Source;
  /** The whole block. */
  readonly span: Span;
  readonly id: Value<string>;
}

/** Anyone with a name on a claim. `head` is the word to point at where something is missing. */
export interface Party extends Written {
  readonly source: Source;
  readonly head: Value<string>;
  readonly name?: Value<Name>;
  readonly npi?: Value<string>;
  readonly taxId?: Value<{ readonly kind: 'ein' | 'ssn'; readonly number: string }>;
  readonly taxonomy?: Value<string>;
  readonly address?: Value<Address>;
  readonly phone?: Value<string>;
  readonly born?: Value<string>;
  readonly sex?: Value<'F' | 'M' | 'U'>;
}

export interface Practice extends Definition, Party {
  readonly kind: 'practice';
  readonly payTo?: Value<Address>;
  readonly submitter?: Value<string>;
  readonly contact?: Value<string>;
  readonly email?: Value<string>;
  readonly clia?: Value<string>;
  readonly mammography?: Value<string>;
}

export interface Provider extends Definition, Party {
  readonly kind: 'provider';
}

export interface Facility extends Definition, Party {
  readonly kind: 'facility';
  readonly place?: Value<string>;
  readonly clia?: Value<string>;
  readonly mammography?: Value<string>;
}

export interface Payer extends Definition, Party {
  readonly kind: 'payer';
  readonly payerId?: Value<string>;
  readonly filing?: Value<string>;
  /** Days. */
  readonly timelyFiling?: Value<number>;
  /** Services that need authorization. */
  readonly authorization: readonly Value<string>[];
  readonly exchange?: Value<string>;
}

export interface Fee {
  readonly source: Source;
  readonly span: Span;
  readonly code: Value<string>;
  /** Cents for one unit. */
  readonly charge?: Value<number>;
  readonly description?: Value<string>;
}

export interface Coverage extends Definition {
  readonly kind: 'coverage';
  readonly head: Value<string>;
  readonly payer?: Value<string>;
  readonly member?: Value<string>;
  readonly group?: Value<string>;
  readonly relationship?: Value<string>;
  /** Who holds the policy, if written. */
  readonly subscriber?: Party;
  readonly effective?: Value<string>;
  readonly ends?: Value<string>;
  /** Cents. */
  readonly copay?: Value<number>;
  readonly medicareSecondary?: Value<string>;
}

export interface Patient extends Definition, Party {
  readonly kind: 'patient';
  readonly coverages: readonly Coverage[];
}

export interface Diagnosis {
  readonly source: Source;
  /** The line. */
  readonly span: Span;
  /** Position on the claim, from 1. */
  readonly position: number;
  readonly letter?: Value<string>;
  /** As written. */
  readonly code?: Value<string>;
  readonly description?: Value<string>;
}

export interface Ndc {
  readonly code: Value<string>;
  readonly unit?: string;
  readonly quantity?: string;
  readonly span: Span;
}

export interface Service extends Written {
  readonly source: Source;
  readonly span: Span;
  /** Position on the claim, from 1. */
  readonly position: number;
  /** Upper case. */
  readonly code?: Value<string>;
  readonly modifiers: readonly Value<string>[];
  /** Letters A–L in order of importance. */
  readonly pointers: readonly Value<string>[];
  readonly units?: Value<number>;
  readonly minutes?: Value<number>;
  /** Cents, as written. */
  readonly charge?: Value<number>;
  readonly date?: Value<DateRange>;
  readonly place?: Value<string>;
  readonly rendering?: Value<string>;
  readonly ordering?: Value<string>;
  readonly ndc?: Ndc;
  readonly note?: Value<string>;
  readonly emergency?: Value<boolean>;
  readonly line?: Value<string>;
}

export interface PatientPayment {
  readonly date?: Value<string>;
  readonly kind?: Value<string>;
  readonly amount?: Value<number>;
  readonly method?: Value<string>;
}

export interface Adjudicated {
  readonly source: Source;
  readonly span: Span;
  readonly coverage?: Value<string>;
  readonly date?: Value<string>;
  readonly paid?: Value<number>;
  /** Of the claim as a whole. */
  readonly adjustments: readonly Adjustment[];
  readonly lines: readonly {
    /** Line number from 1, or the service code. */
    readonly line: string;
    readonly paid: number;
    readonly adjustments: readonly Adjustment[];
    readonly span: Span;
  }[];
}

export interface Accident {
  readonly kinds: readonly ('auto' | 'work' | 'other')[];
  readonly date?: Value<string>;
  readonly state?: Value<string>;
}

/** An ambulance ride. */
export interface Transport {
  readonly reason?: Value<'nearest' | 'physician' | 'family' | 'specialist' | 'rehabilitation'>;
  readonly miles?: Value<number>;
  /** Pounds. */
  readonly weight?: Value<number>;
  readonly roundTrip?: Value<string>;
  readonly stretcher?: Value<string>;
}

/** What an encounter says of the visit, and its claim says again word for word. */
export interface VisitFacts {
  readonly authorization?: Value<string>;
  readonly referral?: Value<string>;
  readonly accident?: Value<Accident>;
  /** The number of the case at a property and casualty insurance. */
  readonly casualtyClaim?: Value<string>;
  readonly transport?: Value<Transport>;
  readonly pickUp?: Value<Address>;
  readonly dropOff?: Value<Address>;
  readonly admitted?: Value<string>;
  readonly discharged?: Value<string>;
  readonly onset?: Value<string>;
  readonly lastSeen?: Value<string>;
  readonly lmp?: Value<string>;
  readonly assignment?: Value<'yes' | 'no' | 'lab-only'>;
  readonly delayReason?: Value<string>;
  readonly claimNote?: Value<string>;
}

export interface Encounter extends Definition, VisitFacts {
  readonly kind: 'encounter';
  readonly head: Value<string>;
  readonly form: 'professional' | 'institutional' | 'dental';
  readonly practice?: Value<string>;
  readonly patient?: Value<string>;
  readonly date?: Value<DateRange>;
  readonly place?: Value<string>;
  readonly rendering?: Value<string>;
  readonly referring?: Value<string>;
  readonly ordering?: Value<string>;
  readonly supervising?: Value<string>;
  readonly facility?: Value<string>;
  readonly coverages: readonly Value<string>[];
  readonly replaces?: Value<string>;
  readonly voids?: Value<string>;
  readonly note?: Value<string>;
  /** The keyword of each section that is written, where a finding about an empty or absent one goes. */
  readonly sections: { readonly diagnoses?: Value<string>; readonly services?: Value<string> };
  readonly diagnoses: readonly Diagnosis[];
  readonly services: readonly Service[];
  readonly payments: readonly PatientPayment[];
  readonly adjudicated: readonly Adjudicated[];
}

export interface ContractMember {
  readonly member: Value<string>;
  readonly name: Name;
  readonly born?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface ContractAuthorization {
  readonly number: string;
  /** None stands for all services. */
  readonly codes: readonly string[];
  readonly units?: number;
  readonly member?: string;
}

/** What the training payer knows. Rules never see it. */
export interface Contract {
  readonly kind: 'contract';
  readonly source: Source;
  readonly span: Span;
  readonly id: Value<string>;
  readonly members: readonly ContractMember[];
  readonly authorizations: readonly ContractAuthorization[];
  /** Services that need an authorization on file. */
  readonly requiresAuthorization: readonly string[];
  readonly allow: readonly ({ readonly code: string } & ({ readonly cents: number } | { readonly percent: number }))[];
  /** Cents. */
  readonly deductible?: number;
  /** Percent of the allowed amount. */
  readonly coinsurance?: number;
  /** Cents a visit. */
  readonly copay?: number;
  readonly deny: readonly { readonly code: string; readonly group: string; readonly reason: string; readonly remarks: readonly string[] }[];
  readonly bundle: readonly { readonly part: string; readonly whole: string }[];
  /** Days. */
  readonly timelyFiling?: number;
}

export type Defined = Practice | Provider | Facility | Payer | Patient | Encounter | Contract;

/** All that one document defines, in order of writing. */
export interface Definitions {
  readonly source: Source;
  readonly practices: readonly Practice[];
  readonly providers: readonly Provider[];
  readonly facilities: readonly Facility[];
  readonly payers: readonly Payer[];
  readonly fees: readonly Fee[];
  readonly patients: readonly Patient[];
  readonly encounters: readonly Encounter[];
  readonly contracts: readonly Contract[];
}

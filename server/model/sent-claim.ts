// What an 837 says of a claim beyond the claim itself: totals, levels, other payers' decisions, and where each stands.
import type { Transaction, X12Document } from '../syntax/x12/read';
import type { ClaimService } from './claim';
import type { DateRange } from '../syntax/superbill/values';
import type { Value } from './value';

/** What another payer decided on a line (2430). */
export interface SentDecision {
  /** SVD01: the payer's id. */
  readonly payer: Value<string>;
  /** SVD02, cents. */
  readonly paid: Value<number> | undefined;
  /** Sum of its CAS, cents. */
  readonly adjusted: number;
  /** DTP*573. */
  readonly decided?: Value<DateRange>;
}

/** A service line with what rules about files need. */
export interface SentLine {
  readonly service: ClaimService;
  /** Number of the LX segment. */
  readonly segment: number;
  /** SV102, SV203 or SV302, cents. */
  readonly charge: Value<number> | undefined;
  /** SV201. */
  readonly revenue?: Value<string>;
  /** REF*X4: the certificate of the laboratory. */
  readonly clia?: Value<string>;
  readonly decisions: readonly SentDecision[];
}

/** Another payer of the claim (2320). */
export interface SentPayer {
  /** SBR01. */
  readonly order: Value<string>;
  /** SBR02. */
  readonly relationship: Value<string>;
  /** SBR09. */
  readonly filing: Value<string>;
  /** Sum of the claim's CAS, cents. */
  readonly adjusted: number;
  /** AMT*D, cents. */
  readonly paid?: Value<number>;
  /** NM109 of 2330B. */
  readonly id?: Value<string>;
}

/** A date of the claim (DTP) for which the model has no name of its own. */
export interface SentDate {
  /** DTP01. */
  readonly kind: string;
  readonly at: Value<DateRange>;
}

/** A code of an HI segment with its qualifier. */
export interface SentCode {
  readonly qualifier: Value<string>;
  readonly code: Value<string>;
  /** All components: format and date behind the code, amount in the fifth place, present on admission in the ninth. */
  readonly parts: readonly Value<string>[];
}

/** The level of the policy holder (2000B). */
export interface SentSubscriber {
  /** SBR01, SBR02, SBR09, also where empty. */
  readonly order: Value<string>;
  readonly relationship: Value<string>;
  readonly filing: Value<string>;
  /** Has claims of its own, not only of dependents. */
  ownClaims: number;
}

/** A claim of a file, and the file around it. */
export interface SentClaim {
  readonly document: X12Document;
  readonly transaction: Transaction;
  /** Number of the CLM segment, and of the segment behind the claim's last. */
  readonly first: number;
  readonly end: number;
  /** CLM02, cents. */
  readonly total: Value<number> | undefined;
  /** CLM05: place or type of bill, qualifier, frequency; empty values where absent. */
  readonly place: Value<string>;
  readonly frequency: Value<string>;
  /** BHT06: `CH` asks for payment, `RP` reports. */
  readonly purpose: string;
  /** Day of the file, ISO; '' where it names none. */
  readonly fileDay: string;
  readonly subscriber: SentSubscriber | undefined;
  /** The claim stands below a patient's level (2000C). */
  readonly dependent: boolean;
  readonly codes: readonly SentCode[];
  readonly lines: readonly SentLine[];
  readonly payers: readonly SentPayer[];
  /** DTP*434 (837I). */
  readonly statement?: Value<DateRange>;
  /** CL101 and CL103 (837I). */
  readonly admissionType?: Value<string>;
  readonly patientStatus?: Value<string>;
  /** PAT06: the day on which the patient died. */
  readonly died?: Value<string>;
  /** REF*X4 of the claim. */
  readonly clia?: Value<string>;
  /** AMT*F5: what the patient has paid, cents. */
  readonly patientPaid?: Value<number>;
  readonly dates: readonly SentDate[];
  /** CLM11, also where only a state stands there. */
  readonly accidentCodes: readonly Value<string>[];
  /** Teeth of the claim's lines (837D): number and surfaces. */
  readonly teeth: readonly { readonly number: Value<string>; readonly surfaces: readonly Value<string>[] }[];
  /** An earlier claim of the file with the same CLM01. */
  readonly sameNumber?: EarlierClaim;
  /** An earlier claim of the file that says the same: patient, diagnoses, services, days. */
  readonly sameClaim?: EarlierClaim;
  /** Services of earlier original claims in the same patient's level. */
  readonly beside: readonly EarlierLine[];
}

/** A service of another claim of the patient. */
export interface EarlierLine {
  /** CLM01 of the claim in which it stands. */
  readonly claim: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  /** First day, ISO. */
  readonly day: string;
  /** NPI of who gave it; of the billing provider where nobody else is named. */
  readonly who: string;
  readonly units: number;
}

/** What is kept of a claim for those that follow: large files are read part by part. */
export interface EarlierClaim {
  /** CLM01. */
  readonly number: string;
  /** CLM05-3. */
  readonly frequency: string;
}

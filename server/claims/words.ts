// A place of a claim → the words that say it: in the encounter, and in the patient's or the practice's file where the value stands there.
import type { Claim, ClaimCoverage, ClaimService } from '../model/claim';
import type { ClaimPlace } from '../model/claim-place';
import type { Diagnosis, Facility, Party, Practice } from '../model/definitions';
import { diagnosisKey } from '../model/diagnosis-codes';
import { sameId } from '../model/resolve';
import type { Place } from '../rules/rule';
import { destination, patientIsSubscriber, priorDecisions } from './destination';

/** `encounter` always lies in the claim's own document; `definition` is the word where the value is written, if elsewhere. */
export interface Words {
  readonly encounter: Place;
  readonly definition?: Place;
}

/**
 * Never fails: what the encounter does not say is pointed at by the nearest word that is there. `billed` is the coverage
 * that the claim went to, from 0; without it the first one that has not decided yet.
 */
export function wordsOf(claim: Claim, place: ClaimPlace, billed = destination(claim, priorDecisions(claim))): Words {
  const service = serviceOf(claim, place);
  const found = (service && onLine(claim, service, place)) || onClaim(claim, place, claim.coverages[billed]);
  const inside = [found.encounter, service?.code, claim.head].find((one) => one && one.source === claim.source) ?? claim.head;
  return { encounter: inside, ...(found.definition && found.definition !== inside && { definition: found.definition }) };
}

interface Found {
  readonly encounter?: Place;
  readonly definition?: Place;
}

/** The line by its control number or its code, so that it is found again after the encounter was edited; else by its number. */
function serviceOf(claim: Claim, { kind, n, code, line }: ClaimPlace): ClaimService | undefined {
  if (n === undefined || kind === 'diagnosis' || kind === 'other-coverage') return undefined;
  const numbered = claim.services[n - 1];
  const named = line === undefined ? undefined : claim.services.find((one) => one.line?.value.toUpperCase() === line.toUpperCase());
  if (named) return named;
  if (code === undefined || numbered?.code?.value === code) return numbered;
  return claim.services.find((one) => one.code?.value === code) ?? numbered;
}

function onLine(claim: Claim, service: ClaimService, { kind, k }: ClaimPlace): Found | undefined {
  const code = service.code;
  switch (kind) {
    case 'service':
    case 'procedure':
      return { encounter: code };
    case 'line-number':
      return { encounter: service.line ?? code };
    case 'modifier':
      return { encounter: service.modifiers[(k ?? 1) - 1] ?? service.modifiers[0] ?? code };
    case 'pointer':
      return { encounter: service.pointers[(k ?? 1) - 1] ?? service.pointers[0] ?? code };
    case 'units':
      return { encounter: service.units ?? service.minutes ?? code };
    case 'charge':
      return { encounter: service.charge ?? code };
    case 'place':
      return { encounter: service.place ?? claim.place ?? code };
    case 'date':
      return { encounter: service.date ?? claim.date ?? code };
    case 'ndc':
      return { encounter: service.ndc?.code ?? code };
    case 'note':
      return { encounter: service.note ?? code };
    case 'emergency':
      return { encounter: service.emergency ?? code };
    case 'authorization':
      return { encounter: claim.authorization ?? code };
    case 'clia':
      return { encounter: code, definition: laboratory(claim)?.clia ?? laboratory(claim)?.id };
    case 'rendering':
      return service.rendering ? party(service.rendering.at, service.rendering.target) : undefined;
    case 'ordering':
      return service.ordering ? party(service.ordering.at, service.ordering.target) : undefined;
    default:
      return undefined;
  }
}

/** Whose certificate a test was made under. */
function laboratory({ facility, billing }: Claim): Facility | Practice | undefined {
  return facility?.target?.clia ? facility.target : billing?.target;
}

function onClaim(claim: Claim, place: ClaimPlace, billed: ClaimCoverage | undefined): Found {
  const patient = claim.patient;
  const billing = claim.billing?.target;
  const own = (definition: Place | undefined): Found => ({ encounter: patient?.at, definition: definition ?? patient?.target?.id });
  const ofCoverage = (definition: Place | undefined): Found => ({
    encounter: billed?.at ?? patient?.at,
    definition: definition ?? billed?.coverage.id,
  });
  const ofBilling = (definition: Place | undefined): Found => ({ encounter: claim.billing?.at, definition: definition ?? billing?.id });
  switch (place.kind) {
    case 'member':
      return ofCoverage(billed?.coverage.member);
    case 'coverage':
      return ofCoverage(billed?.coverage.id);
    case 'relationship':
      return ofCoverage(billed?.coverage.relationship);
    case 'group':
      return ofCoverage(billed?.coverage.group);
    case 'subscriber-name':
      return billed && patientIsSubscriber(billed) ? own(patient?.target?.name) : ofCoverage(billed?.subscriber?.name);
    case 'other-coverage': {
      const others = claim.coverages.filter((one) => one !== billed);
      const other = others[(place.n ?? 1) - 1] ?? others[0];
      const typed = claim.adjudicated.find((one) => one.coverage && other && sameId(one.coverage.value, other.coverage.id.value));
      return { encounter: typed?.coverage ?? other?.at ?? patient?.at, definition: typed ? undefined : other?.coverage.id };
    }
    case 'patient':
      return own(patient?.target?.id);
    case 'patient-name':
      return own(patient?.target?.name);
    case 'patient-born':
      return own(patient?.target?.born);
    case 'patient-sex':
      return own(patient?.target?.sex);
    case 'patient-address':
      return own(patient?.target?.address);
    case 'payer-id':
      return { encounter: billed?.at, definition: billed?.payer?.payerId ?? billed?.payer?.id ?? billed?.coverage.payer };
    case 'filing':
      return { encounter: billed?.at, definition: billed?.payer?.filing ?? billed?.payer?.id };
    case 'billing-npi':
      return ofBilling(billing?.npi);
    case 'billing-name':
      return ofBilling(billing?.name);
    case 'billing-address':
      return ofBilling(billing?.address);
    case 'billing-taxonomy':
      return ofBilling(billing?.taxonomy);
    case 'tax-id':
      return ofBilling(billing?.taxId);
    case 'submitter':
      return ofBilling(billing?.submitter);
    case 'clia':
      return ofBilling(laboratory(claim)?.clia);
    case 'mammography':
      return ofBilling(claim.facility?.target?.mammography ?? billing?.mammography);
    case 'rendering':
      return claim.rendering ? party(claim.rendering.at, claim.rendering.target) : ofBilling(billing?.npi);
    case 'referring':
      return party(claim.referring?.at, claim.referring?.target);
    case 'supervising':
      return party(claim.supervising?.at, claim.supervising?.target);
    case 'ordering':
      return party(claim.ordering?.at, claim.ordering?.target);
    case 'facility':
      return party(claim.facility?.at, claim.facility?.target);
    case 'diagnosis':
      return { encounter: diagnosisOf(claim, place)?.code ?? claim.encounter?.sections.diagnoses };
    case 'place':
      return { encounter: claim.place };
    case 'date':
      return { encounter: claim.date };
    case 'authorization':
      return { encounter: claim.authorization };
    case 'referral':
      return { encounter: claim.referral };
    case 'original-number':
    case 'frequency':
      return { encounter: claim.original };
    case 'assignment':
      return { encounter: claim.assignment };
    case 'accident':
      return { encounter: claim.accident };
    case 'casualty-claim':
      return { encounter: claim.casualtyClaim ?? claim.accident };
    case 'transport':
      return { encounter: claim.transport };
    case 'pick-up':
      return { encounter: claim.pickUp };
    case 'drop-off':
      return { encounter: claim.dropOff };
    case 'delay-reason':
      return { encounter: claim.delayReason };
    case 'claim-note':
      return { encounter: claim.claimNote };
    case 'onset':
      return { encounter: claim.onset };
    case 'last-seen':
      return { encounter: claim.lastSeen };
    case 'lmp':
      return { encounter: claim.lmp };
    case 'admitted':
      return { encounter: claim.admitted };
    case 'discharged':
      return { encounter: claim.discharged };
    case 'payments':
      return { encounter: claim.payments[0]?.amount };
    default:
      return { encounter: claim.head };
  }
}

function party(at: Place | undefined, target: (Party & { readonly id: Place }) | undefined): Found {
  return { encounter: at, definition: target?.npi ?? target?.id };
}

/** By its code, with or without the dot, else by its number. */
function diagnosisOf(claim: Claim, { n, code }: ClaimPlace): Diagnosis | undefined {
  const plain = (one: Diagnosis): string => diagnosisKey(one.code?.value ?? '');
  const numbered = claim.diagnoses[(n ?? 1) - 1];
  if (code === undefined || (numbered && plain(numbered) === diagnosisKey(code))) return numbered;
  return claim.diagnoses.find((one) => plain(one) === diagnosisKey(code)) ?? numbered;
}

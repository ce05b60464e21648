// Encounter → claim: finds what it refers to and works out what is not written (charges, coverages, frequency).
import type { DateRange } from '../syntax/superbill/values';
import type { Claim, ClaimCoverage, ClaimService } from './claim';
import type { Coverage, Encounter, Patient, Practice, Service } from './definitions';
import { diagnosisLetter } from './diagnosis-codes';
import { times } from './money';
import type { Reference, Value } from './value';
import { type Kind, type Workspace, fold } from './workspace';

/** Never fails: what cannot be found is undefined. */
export function resolveClaim(encounter: Encounter, workspace: Workspace): Claim {
  const refer = <K extends Kind>(kind: K, at: Value<string> | undefined) => at && { at, target: workspace.find(kind, at.value) };
  const patient = refer('patient', encounter.patient);
  const { coverages, unknown } = resolveCoverages(encounter, patient, workspace);
  const original = encounter.voids ?? encounter.replaces;
  const letters = pointerPositions(encounter);
  return {
    kind: 'claim',
    origin: 'encounter',
    source: encounter.source,
    span: encounter.span,
    head: encounter.head,
    encounter,
    id: encounter.id,
    form: encounter.form,
    billing: findBilling(encounter, workspace),
    patient,
    coverages,
    unknownCoverages: unknown,
    date: encounter.date,
    place: encounter.place,
    rendering: refer('provider', encounter.rendering),
    referring: refer('provider', encounter.referring),
    ordering: refer('provider', encounter.ordering),
    supervising: refer('provider', encounter.supervising),
    facility: refer('facility', encounter.facility),
    authorization: encounter.authorization,
    referral: encounter.referral,
    accident: encounter.accident,
    casualtyClaim: encounter.casualtyClaim,
    transport: encounter.transport,
    pickUp: encounter.pickUp,
    dropOff: encounter.dropOff,
    admitted: encounter.admitted,
    discharged: encounter.discharged,
    onset: encounter.onset,
    lastSeen: encounter.lastSeen,
    lmp: encounter.lmp,
    assignment: encounter.assignment,
    delayReason: encounter.delayReason,
    claimNote: encounter.claimNote,
    frequency: encounter.voids ? '8' : encounter.replaces ? '7' : '1',
    ...(original && { original }),
    diagnoses: encounter.diagnoses,
    services: encounter.services.map((service) => resolveService(service, encounter.date?.value, letters, workspace)),
    payments: encounter.payments,
    adjudicated: encounter.adjudicated,
    day: encounter.date?.value.from ?? encounter.services.find((service) => service.date)?.date?.value.from,
  };
}

/** The practice named, or the only one there is. */
function findBilling(encounter: Encounter, workspace: Workspace): Reference<Practice> | undefined {
  if (encounter.practice) return { at: encounter.practice, target: workspace.find('practice', encounter.practice.value) };
  const practices = workspace.list('practice');
  return practices.length === 1 ? { at: encounter.head, target: practices[0] } : undefined;
}

function resolveCoverages(
  encounter: Encounter,
  patient: Reference<Patient> | undefined,
  workspace: Workspace,
): { coverages: ClaimCoverage[]; unknown: Value<string>[] } {
  const unknown: Value<string>[] = [];
  const found: { at: Value<string>; coverage: Coverage }[] = [];
  if (encounter.coverages.length > 0) {
    for (const at of encounter.coverages) {
      const coverage = workspace.coverage(patient?.target, at.value);
      if (coverage) found.push({ at, coverage });
      else unknown.push(at);
    }
  } else if (patient?.target) {
    const day = encounter.date?.value.from;
    const all = patient.target.coverages;
    // Without a word in the encounter, coverages not in force on the day stand back, unless there is no other.
    const inForce = all.filter((one) => day === undefined || ((one.effective?.value ?? '') <= day && day <= (one.ends?.value ?? '9999')));
    for (const coverage of inForce.length > 0 ? inForce : all) found.push({ at: patient.at, coverage });
  }
  const coverages = found.map(({ at, coverage }) => ({
    at,
    coverage,
    payer: coverage.payer && workspace.find('payer', coverage.payer.value),
    subscriber: isSelf(coverage) ? patient?.target : coverage.subscriber,
  }));
  return { coverages, unknown };
}

/** The patient holds the policy, also where nothing else is said. */
export function isSelf(coverage: Coverage): boolean {
  return coverage.relationship ? coverage.relationship.value === 'self' : coverage.subscriber === undefined;
}

/** Letter → position from 1. A diagnosis without a letter takes the letter of its position. */
function pointerPositions(encounter: Encounter): Map<string, number> {
  const positions = new Map<string, number>();
  for (const diagnosis of encounter.diagnoses) {
    const letter = diagnosisLetter(diagnosis);
    if (!positions.has(letter)) positions.set(letter, diagnosis.position);
  }
  return positions;
}

function resolveService(
  service: Service,
  claimDays: DateRange | undefined,
  letters: ReadonlyMap<string, number>,
  workspace: Workspace,
): ClaimService {
  const fee = service.code && feeOf(service, workspace);
  const refer = (at: Value<string> | undefined) => at && { at, target: workspace.find('provider', at.value) };
  // Written out: copying with a rest is a hundred times slower, and this runs for every line at every keystroke.
  return {
    source: service.source,
    span: service.span,
    position: service.position,
    code: service.code,
    modifiers: service.modifiers,
    pointers: service.pointers,
    units: service.units,
    minutes: service.minutes,
    charge: service.charge,
    date: service.date,
    place: service.place,
    rendering: refer(service.rendering),
    ordering: refer(service.ordering),
    ndc: service.ndc,
    note: service.note,
    emergency: service.emergency,
    line: service.line,
    unread: service.unread,
    fee,
    charged: service.charge?.value ?? (fee === undefined ? undefined : times(fee, service.units?.value ?? 1)),
    days: service.date?.value ?? claimDays,
    pointed: service.pointers.map((letter) => letters.get(letter.value) ?? 0),
  };
}

/** The fee of the code with its modifiers (`71046-26`) if there is one, else of the code. */
function feeOf(service: Service, workspace: Workspace): number | undefined {
  const code = service.code?.value ?? '';
  const exact = service.modifiers.length > 0 ? workspace.fees([code, ...service.modifiers.map((one) => one.value)].join('-')) : [];
  const fees = exact.length > 0 ? exact : workspace.fees(code);
  return fees[0]?.charge?.value;
}

/** Same id, whatever the case. */
export function sameId(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

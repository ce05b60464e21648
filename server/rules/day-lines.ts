// The services of a patient as edits of a day compare them: of a claim, and of the patient's other claims.
import type { Claim, ClaimService } from '../model/claim';
import type { Encounter, Service } from '../model/definitions';
import { sameId } from '../model/resolve';
import { REPEAT_MODIFIERS } from '../model/procedure-codes';
import { fileName } from '../model/value';
import type { Workspace } from '../model/workspace';
import { clinicianOf, dayOf } from './claim-line';

export interface DayLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly day: string;
  /** Who gave the service; a hospital is one provider, whoever works there. */
  readonly who: string;
  readonly units: number;
  /** The line of this claim; absent for those of others. */
  readonly service?: ClaimService;
  /** Where else it is billed: `encounter E7 in october.encounter`. */
  readonly elsewhere?: string;
}

/** The lines of a claim that have a code and a day. */
export function linesOf(claim: Claim): DayLine[] {
  return claim.services.flatMap((service): DayLine[] => {
    const { code, modifiers, units } = service,
      day = dayOf(service, claim);
    if (!code || day === undefined) return [];
    return [
      {
        code: code.value,
        modifiers: modifiers.map(({ value }) => value),
        day,
        who: whoOf(service, claim),
        units: units?.value ?? 1,
        service,
      },
    ];
  });
}

function whoOf(service: ClaimService, claim: Claim): string {
  if (claim.form === 'institutional') return '';
  if (claim.origin === 'encounter') return clinicianOf(service, claim);
  return (service.rendering ?? claim.rendering ?? claim.billing)?.target?.npi?.value ?? '';
}

/**
 * What the patient's other claims have on the days of these lines: other encounters, or earlier claims of the patient in a file.
 * Corrections, and what was taken back, are not among them.
 */
export function linesBeside(claim: Claim, own: readonly DayLine[], workspace: Workspace): DayLine[] {
  if (claim.frequency !== '1') return [];
  const { encounter, sent } = claim;
  const days = new Set(own.map(({ day }) => day));
  if (sent) {
    const isHospital = claim.form === 'institutional';
    return sent.beside
      .filter(({ day }) => days.has(day))
      .map((one) => ({ ...one, who: isHospital ? '' : one.who, elsewhere: `claim ${one.claim} of this file` }));
  }
  if (!encounter?.patient) return [];
  const all = workspace.encountersOf(encounter.patient.value);
  const lines: DayLine[] = [];
  for (const other of all) {
    if (isCorrection(other) || sameId(other.id.value, encounter.id.value)) continue;
    for (const line of linesIn(other)) {
      if (!days.has(line.day)) continue;
      const elsewhere = `encounter ${other.id.value}${other.source === claim.source ? '' : ` in ${fileName(other.source)}`}`;
      if (!all.some((third) => third.voids && linesIn(third).some((one) => isSameService(one, line)))) lines.push({ ...line, elsewhere });
    }
  }
  return lines;
}

function isCorrection({ replaces, voids }: Encounter): boolean {
  return replaces !== undefined || voids !== undefined;
}

const known = new WeakMap<Encounter, readonly DayLine[]>();

/** Of an encounter that has not changed they are the same. */
function linesIn(encounter: Encounter): readonly DayLine[] {
  let lines = known.get(encounter);
  if (!lines) known.set(encounter, (lines = readLines(encounter)));
  return lines;
}

function readLines(encounter: Encounter): DayLine[] {
  return encounter.services.flatMap((service: Service): DayLine[] => {
    const { code, modifiers, units } = service,
      day = (service.date ?? encounter.date)?.value.from;
    if (!code || day === undefined) return [];
    const who = (service.rendering ?? encounter.rendering)?.value ?? '';
    return [{ code: code.value, modifiers: modifiers.map(({ value }) => value), day, who, units: units?.value ?? 1 }];
  });
}

/** Were both given by the same clinician on the same day? */
export function isOfOneDay(one: DayLine, other: DayLine): boolean {
  return one.day === other.day && (one.who === other.who || sameId(one.who, other.who));
}

/** The same service, and no word that it is a repeat: the second is a duplicate, of which other rules speak. */
export function isSameService(one: DayLine, other: DayLine): boolean {
  return (
    one.code === other.code &&
    isOfOneDay(one, other) &&
    one.modifiers.length === other.modifiers.length &&
    one.modifiers.every((modifier) => !REPEAT_MODIFIERS.has(modifier) && other.modifiers.includes(modifier))
  );
}

// What a diagnosis code and its title tell by themselves: form, side, kind.
import type { Diagnosis } from './definitions';

/** Capitals, without dot and blanks: `m17.11` → `M1711`. */
export function diagnosisKey(written: string): string {
  for (let i = 0; i < written.length; i += 1) {
    const sign = written.charCodeAt(i);
    const plain = (sign >= 48 && sign <= 57) || (sign >= 65 && sign <= 90);
    if (!plain) return written.toUpperCase().replace(/[.\s]/g, '');
  }
  // As in claim files: nothing to do.
  return written;
}

/** With the dot behind the third sign: `M1711` → `M17.11`. */
export function dottedDiagnosis(key: string): string {
  return key.length > 3 ? `${key.slice(0, 3)}.${key.slice(3)}` : key;
}

// The second sign is a digit in nearly all codes; Q has begun to use letters there.
const FORM = /^(?=.*\d)[A-Z][0-9A-C][0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/i;

/** Is it written like a diagnosis code: three signs of which the first is a letter, dot or none, up to four more? */
export function looksLikeDiagnosis(written: string): boolean {
  return FORM.test(written);
}

/** Signs that no edition has at a place: another third letter, I and O, a placeholder at the end, seventh letters behind S, an injury without a seventh letter, a U but U07 and U09. */
const NEVER = /^..[D-Z]|^(?!Y93).{3,}[IO]|X$|^.{6}[T-Z]$|^S.{5}\d$|^U(?!0[79])/;

/** May some edition of ICD-10-CM have the code? Many that it has not are written like a code as well. */
export function mayBeDiagnosis(written: string): boolean {
  return looksLikeDiagnosis(written) && !NEVER.test(diagnosisKey(written));
}

/** External causes of injury, V00–Y99. */
export function isExternalCause(code: string): boolean {
  return /^[V-Y]/i.test(code);
}

/** The code with the placeholder X filled in, where its last letter may be a seventh character: `W19A` → `W19.XXXA`. */
export function placeholderForm(code: string): string | undefined {
  const key = diagnosisKey(code);
  if (key.length < 4 || key.length > 6 || !/[A-Z]$/.test(key)) return undefined;
  return dottedDiagnosis(`${key.slice(0, -1).padEnd(6, 'X')}${key.at(-1)}`);
}

// Chambers, branches and quadrants have a left and a right that are no side of the body; a dominant side is the brain's matter.
const NO_SIDE = /ventric|atri|heart|bundle|fascicular|coronary|aortic|cerebral|quadrant|dominant|sided|bilateral/i;

/** The side of the body that a title names; undefined where it names none, both, or a part such as a heart chamber. */
export function sideOf(title: string): 'right' | 'left' | undefined {
  if (NO_SIDE.test(title)) return undefined;
  const right = /\bright\b/i.test(title),
    left = /\bleft\b/i.test(title);
  return right === left ? undefined : right ? 'right' : 'left';
}

/** A manifestation of another disease, which is coded first. */
export function isManifestation(title: string): boolean {
  return /in (?:other )?(?:specified )?diseases classified elsewhere/i.test(title);
}

/** The letter by which services point at a diagnosis: the one that is written, else that of its position. */
export function diagnosisLetter({ letter, position }: Pick<Diagnosis, 'letter' | 'position'>): string {
  return letter?.value ?? String.fromCharCode(64 + position);
}

/** Where a diagnosis lands: box 21 with the letter of its position, and the HI element. */
export function diagnosisLanding(position: number): { paper: string; transaction: string } {
  return {
    paper: `21${String.fromCharCode(64 + Math.min(position, 12))}`,
    transaction: `2300 HI${String(Math.min(position, 12)).padStart(2, '0')}-2`,
  };
}

/** Do the codes below a heading differ from it in their seventh character alone, with the words that it adds? */
export function lacksOnlySeventh(title: string, below: readonly { readonly code: string; readonly title: string }[]): boolean {
  return below.length > 0 && below.every((entry) => entry.code.length === 8 && entry.title.startsWith(title));
}

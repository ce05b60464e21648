// Codes that a single word tells: a code that is written out, a medicine taken for long, an allergy, a body mass index.
import type { Statement } from '../../terms/read-note';
import { adverseCode, allergyCode, bodyMassCode, medicineCode } from './history';
import { isCauseBefore } from './cause';
import { activeCode } from './match';
import type { Place, Read } from './place';
import { groupOf } from './standing';

const BEFORE = 40;

/** Adds the codes that words of a statement tell by themselves. `allergy`: it names what is not tolerated. */
export function addNamed(statement: Statement, allergy: boolean, place: Place, read: Read): void {
  addWritten(statement, place, read);
  if (!allergy) addDrugCauses(statement, place, read);
  addNamedThings(statement, allergy, place, read);
  addBodyMass(statement, place, read);
}

/** Which statements of a sentence name what is not tolerated: those under the heading, and all of a list behind `allergic to`. */
export function allergiesIn(statements: readonly Statement[]): readonly boolean[] {
  let inList = false;
  return statements.map(({ heading, words, joint }) => {
    inList = ALLERGIC.test(words.map((word) => word.low).join(' ')) || (inList && joint !== '');
    return inList || heading?.part === 'allergies';
  });
}

const ALLERGIC = /\b(allergic to|allerg(y|ies) to|(drug|food|medication|med) allerg(y|ies))\b/;

/** A code that is written out. */
function addWritten(statement: Statement, place: Place, read: Read): void {
  for (const word of statement.words) {
    if (!/^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/i.test(word.raw)) continue;
    const entry = activeCode(word.raw, place.date, place.codes);
    if (entry && statement.standing !== 'denied')
      read.found.push({ entry, group: groupOf(entry, statement), order: word.start, words: [word], why: '' });
  }
}

/** Medicines that are taken for long, and what is not tolerated. */
function addNamedThings(statement: Statement, isAllergy: boolean, { text, date, codes }: Place, read: Read): void {
  const now = ['current', 'listed'].includes(statement.standing);
  for (const word of statement.words) {
    // What was is one thing, what is taken since is another: hx of PE, on warfarin.
    const before = text.slice(Math.max(0, word.start - BEFORE), word.start);
    if (!now && !STILL_TAKEN.test(before)) continue;
    const isTaken = takes(statement, text) || (word.low === 'insulin' && !/^ pump/i.test(text.slice(word.end)));
    const code = isAllergy ? allergyCode(word.low) : isTaken ? medicineCode(word.low) : undefined;
    const isCourse = code !== undefined && SHORT_COURSES.test(code) && JUST_BEGUN.test(before);
    const entry = code === undefined || isCourse ? undefined : activeCode(code, date, codes);
    if (entry)
      read.found.push({
        entry,
        group: isAllergy ? 'personal' : 'medicine',
        order: word.start,
        words: [word],
        why: isAllergy ? '' : 'if it is taken for long',
      });
  }
}

/** Medicines that have caused what is there, taken as they should be: hypokalemia due to HCTZ, statin-induced myalgia. */
function addDrugCauses(statement: Statement, { text, date, codes }: Place, read: Read): void {
  if (!['current', 'listed'].includes(statement.standing)) return;
  for (const word of statement.words) {
    const [name] = word.low.split('-');
    const code = adverseCode(name.replace(/s$/, '')) ?? adverseCode(name);
    const isCause =
      code !== undefined &&
      (isCauseBefore(text.slice(Math.max(0, word.start - BEFORE), word.start)) || /^\w*[- ]induced\b/i.test(text.slice(word.start)));
    const entry = isCause ? activeCode(code, date, codes) : undefined;
    if (entry)
      read.found.push({ entry, group: 'cause', order: word.start, words: [word], why: 'the medicine that caused it, taken as ordered' });
  }
}

/** Steroids, antibiotics and pain relievers that are begun today are rather taken for days; insulin is not. */
const SHORT_COURSES = /^Z79\.(1$|2$|52)/;
const JUST_BEGUN = /\b(?:start(?:ed|ing)?|begin|began|begun|initiated?|prescribed|given|gave)\s+(?:on\s+|an?\s+)?$/i;
const STILL_TAKEN = /[,;]\s*(?:now |currently |still )?on\s+(?:\w+ and )?$/i;

/** The code of a body mass index, which stands beside a diagnosis of weight. */
function addBodyMass(statement: Statement, { date, codes }: Place, read: Read): void {
  const at = statement.words.findIndex((word) => word.low === 'bmi');
  const number = at < 0 ? undefined : statement.words.slice(at + 1, at + 4).find((word) => /^\d\d(\.\d+)?$/.test(word.raw));
  const entry = number && activeCode(bodyMassCode(Math.floor(Number(number.raw))), date, codes);
  if (entry)
    read.found.push({
      entry,
      group: 'personal',
      order: number.start,
      words: [statement.words[at], number],
      why: 'of an adult, beside a diagnosis of weight',
    });
}

/** Does the text say that a medicine is taken, rather than that it was given once? */
function takes({ heading, start, end }: Statement, text: string): boolean {
  if (heading?.part === 'medicines') return true;
  return /\b(on|takes?|taking|uses?|using|continues?|continued|daily|bid|qd|chronic|long[- ]term|maintained|with)\b/i.test(
    text.slice(Math.max(0, start - BEFORE / 2), end + BEFORE / 2),
  );
}

// For a code that is none: the nearest beginning that is one, and what may follow it.
import { keyOf } from '../../../codesets/rows';
import type { Card } from '../card';
import { findCard } from './explain';
import { beginningCard } from './procedure';
import { LENGTH, isProcedureCode } from '../procedure-axes';
import type { Codes } from '../world';

/** What was asked is not known as a code, and the card of what begins like it. */
export interface Nearest {
  readonly said: string;
  readonly card: Card;
}

const DIAGNOSIS = /^[A-Z]\d[0-9A-Z]\.?[0-9A-Z]{1,4}$/;
/** Shorter beginnings are shared by too much to help. */
const SHORTEST = 3;

/** The nearest code, for text that has the form of a diagnosis or of an inpatient procedure; undefined for all else. */
export function nearestCode(asked: string, date: string, codes: Codes): Nearest | undefined {
  const code = asked.trim().toUpperCase();
  const diagnosis = DIAGNOSIS.test(code) ? longest(keyOf(code), (begun) => findCard('icd-10-cm', begun, date, codes)) : undefined;
  if (diagnosis) {
    const { status, unsure } = { unsure: false, ...codes.find('icd-10-cm', code, date) };
    const isStarterOnly = status === 'unknown' && unsure;
    const said = isStarterOnly
      ? 'is not in the list of diagnoses on this machine, which has not all codes'
      : `is no diagnosis code on ${date}`;
    return { said: `${code} ${said}. The nearest is:`, card: diagnosis };
  }
  if (code.length !== LENGTH || !isProcedureCode(code)) return undefined;
  const procedure = longest(code, (begun) => beginningCard(begun, date, codes));
  return procedure && { said: `${code} is no inpatient procedure on ${date}. As far as it goes:`, card: procedure };
}

function longest(code: string, find: (begun: string) => Card | undefined): Card | undefined {
  for (let length = code.length - 1; length >= SHORTEST; length--) {
    const card = find(code.slice(0, length));
    if (card) return card;
  }
  return undefined;
}

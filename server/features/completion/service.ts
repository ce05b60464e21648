// Offers what follows the code on a service line: pointers, units, charge, and the words that a line may have.
import { formatMoney, times } from '../../model/money';
import { type Draft, type ItemDraft, type Offer, wordEnd } from './item';
import type { Claim } from '../../model/claim';
import { diagnosisLetter } from '../../model/diagnosis-codes';
import { isAnesthesia } from '../../model/procedure-codes';
import { draftsFor } from './slots';
import { claimAt } from '../locate';
import { WORDS_OF_A_SERVICE } from '../service-words';

export function offerServiceWords(draft: Draft): Offer {
  const words = draft.typed.split(/\s+/);
  const word = words.at(-1) ?? '';
  const before = words.at(-2)?.toLowerCase() ?? '';
  const span = { start: draft.offset - word.length, end: wordEnd(draft) };
  const offer = (drafts: readonly ItemDraft[]): Offer => ({ drafts, span, incomplete: true });
  if ((draft.typed.split('"').length - 1) % 2 === 1) return offer([]);
  const done = words.slice(1, -1);
  switch (before) {
    case 'place':
      return offer(draftsFor(draft, 'place', word));
    case 'rendering':
    case 'ordering':
      return offer(draftsFor(draft, 'provider', word));
    case 'date':
      return offer(draftsFor(draft, 'date', word));
    case 'ndc':
    case 'line':
    case 'note':
      return offer([]);
  }
  if (words.at(-3)?.toLowerCase() === 'ndc') return offer(drugUnits(draft));
  const claim = claimAt(draft.document, draft.offset, draft.world);
  const service = claim?.services.find((one) => one.span.start === draft.start);
  const drafts: ItemDraft[] = done.length === 0 ? pointers(claim, word) : [];
  const units = service?.units?.value ?? 1;
  if (service?.fee !== undefined && !done.some((one) => /^\$?[\d,]*\.\d\d$/.test(one))) {
    const amount = formatMoney(times(service.fee, units));
    drafts.push({ label: amount, detail: units === 1 ? 'fee' : `fee × ${units}`, text: amount, kind: 'value' });
  }
  if (!done.some((one) => /^(x|min)\d/i.test(one))) {
    const anesthesia = service?.code !== undefined && isAnesthesia(service.code.value);
    drafts.push(anesthesia ? counted(draft, 'min', '30', 'minutes of anesthesia') : counted(draft, 'x', '2', 'two units'));
  }
  const written = new Set(done.map((one) => one.toLowerCase()));
  for (const [label, detail] of WORDS_OF_A_SERVICE) {
    if (written.has(label)) continue;
    const hasList = ['place', 'rendering', 'ordering', 'date'].includes(label);
    drafts.push({ label, detail, text: label === 'emergency' ? label : `${label} `, kind: 'keyword', retrigger: hasList });
  }
  return offer(drafts);
}

/** A word with a number to type over. */
function counted({ snippets }: Draft, word: string, number: string, detail: string): ItemDraft {
  const label = word + number;
  return { label, detail, text: snippets ? `${word}\${1:${number}}` : label, snippet: snippets, kind: 'value' };
}

/** Each letter that is not typed yet, behind what is; before anything is typed all of them together, too. */
function pointers(claim: Claim | undefined, word: string): ItemDraft[] {
  const typed = word.toUpperCase();
  if (!/^[A-L]{0,4}$/.test(typed)) return [];
  const letters = (claim?.diagnoses ?? []).map((one) => ({
    letter: diagnosisLetter(one),
    words: one.description?.value ?? one.code?.value ?? '',
  }));
  const item = (label: string, detail: string): ItemDraft => ({
    label,
    detail,
    text: `${label}  `,
    filter: word || label,
    kind: 'value',
    retrigger: true,
  });
  const left = typed.length < MOST_POINTERS ? letters.filter(({ letter }) => !typed.includes(letter)) : [];
  const drafts = left.map(({ letter, words }) => item(typed + letter, words));
  if (typed === '' && letters.length > 1) {
    const all = letters
      .slice(0, MOST_POINTERS)
      .map((one) => one.letter)
      .join('');
    drafts.push(item(all, letters.length > MOST_POINTERS ? 'the first four diagnoses' : 'all diagnoses'));
  }
  return drafts;
}

/** A service line points at no more diagnoses. */
const MOST_POINTERS = 4;

const DRUG_UNITS: readonly (readonly [unit: string, words: string])[] = [
  ['ML', 'milliliters'],
  ['UN', 'units, vials, tablets'],
  ['GR', 'grams'],
  ['ME', 'milligrams'],
  ['F2', 'international units'],
];

function drugUnits(draft: Draft): ItemDraft[] {
  return DRUG_UNITS.map(([unit, words]) => counted(draft, unit, '1', words));
}

// Offers what follows the code on a service line: pointers, units, charge, and the words that a line may have.
import { formatMoney, times } from '../model/money';
import type { Draft, ItemDraft, Offer } from './completion-item';
import { draftsFor } from './completion-slots';
import { claimAt } from './hover';

const WORDS: readonly (readonly [word: string, detail: string])[] = [
  ['date', 'a day of its own'], ['place', 'a place of service of its own'], ['rendering', 'another provider gave it'], ['ordering', 'who ordered it'],
  ['ndc', 'drug code, unit and quantity'], ['note', 'a note in quotes'], ['emergency', 'it was an emergency'], ['line', 'an id for the line'],
];

export function offerServiceWords(draft: Draft): Offer {
  const words = draft.typed.split(/\s+/);
  const word = words.at(-1) ?? '';
  const before = words.at(-2)?.toLowerCase() ?? '';
  const span = { start: draft.offset - word.length, end: draft.offset };
  if (before === 'place') return { drafts: draftsFor(draft, 'place', word), span };
  if (before === 'rendering' || before === 'ordering') return { drafts: draftsFor(draft, 'provider', word), span };
  if (before === 'date') return { drafts: draftsFor(draft, 'date', word), span };
  const claim = claimAt(draft.document, draft.offset, draft.world);
  const service = claim?.services.find((one) => one.span.start === draft.start);
  const done = words.slice(1, -1);
  const drafts: ItemDraft[] = [];
  const letters = (claim?.diagnoses ?? []).map((one) => ({ letter: one.letter?.value ?? String.fromCharCode(64 + one.position), words: one.description?.value ?? one.code?.value ?? '' }));
  if (!done.some((one) => /^[A-L]+$/.test(one)) && done.length === 0) {
    const typed = word.toUpperCase();
    if (typed === '' || /^[A-L]{1,4}$/.test(typed)) {
      for (const { letter, words: title } of letters) {
        if (!typed.includes(letter)) drafts.push({ label: typed + letter, detail: title, text: `${typed}${letter}  `, filter: word || letter, kind: 'value', retrigger: true });
      }
      if (typed === '' && letters.length > 1) {
        const all = letters.slice(0, 4).map((one) => one.letter).join('');
        drafts.push({ label: all, detail: letters.length > 4 ? 'the first four diagnoses' : 'all diagnoses', text: `${all}  `, kind: 'value', retrigger: true });
      }
    }
  }
  const units = service?.units?.value ?? 1;
  if (service?.fee !== undefined && !done.some((one) => /\d\.\d\d$/.test(one))) {
    const amount = formatMoney(times(service.fee, units));
    drafts.push({ label: amount, detail: units === 1 ? 'fee' : `fee × ${units}`, text: amount, kind: 'value' });
  }
  if (!done.some((one) => /^x\d/i.test(one))) drafts.push({ label: 'x2', detail: 'two units', text: draft.snippets ? 'x${1:2}' : 'x2', snippet: draft.snippets, kind: 'value' });
  for (const [label, detail] of WORDS) {
    if (!done.includes(label)) drafts.push({ label, detail, text: label === 'emergency' ? label : `${label} `, kind: 'keyword', retrigger: ['place', 'rendering', 'ordering', 'date'].includes(label) });
  }
  return { drafts, span };
}

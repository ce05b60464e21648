// Offers what may stand behind a keyword, word by word: patients, providers, codes of small sets, fixed words, dates.
import type { CodeSetId } from '../../codesets/code-set';
import { formatMoney } from '../model/money';
import { PAYMENT_KINDS, PAYMENT_METHODS } from '../syntax/superbill/items';
import { ACCIDENTS, ENCOUNTER, EXCHANGES, RELATIONSHIPS, SEXES } from '../syntax/superbill/grammar';
import type { Slot } from '../syntax/superbill/nodes';
import type { Draft, ItemDraft, Offer } from './completion-item';
import { dayOf } from './hover';
import { matchSmallList } from './small-list';
import { STATES } from './states';

/** `behind`: what is typed behind the keyword. The last slot repeats. */
export function offerSlot(draft: Draft, slots: readonly Slot[], behind: string): Offer {
  const words = behind.trimStart().split(/\s+/);
  const word = words.at(-1) ?? '';
  const slot = slots[Math.min(words.length, slots.length) - 1];
  const span = { start: draft.offset - word.length, end: draft.offset };
  return { drafts: slot ? draftsFor(draft, slot, word) : [], span, incomplete: slot === 'taxonomy' || slot === 'procedure' || slot === 'diagnosis' };
}

/** What fits a slot and a word begun. */
export function draftsFor(draft: Draft, slot: Slot, word: string): ItemDraft[] {
  const { world } = draft;
  const { workspace } = world;
  const named = (list: readonly { id: { value: string }; name?: { value: { text: string } }; born?: { value: string } }[]) =>
    matchSmallList(word, list, (one) => [one.id.value, one.name?.value.text ?? '']).map((one): ItemDraft => ({
      label: one.id.value, detail: [one.name?.value.text, one.born && `born ${one.born.value}`].filter(Boolean).join(', '), kind: 'reference', text: one.id.value,
      filter: word || one.id.value,
    }));
  const fixed = (list: readonly (string | readonly [string, string])[]) => list.map((one): ItemDraft =>
    typeof one === 'string' ? { label: one, text: one, kind: 'value' } : { label: one[0], detail: one[1], text: one[0], kind: 'value', filter: `${one[0]} ${one[1]}` });
  switch (slot) {
    case 'practice': return named(workspace.list('practice'));
    case 'provider': return named(workspace.list('provider'));
    case 'facility': return named(workspace.list('facility'));
    case 'payer': return named(workspace.list('payer'));
    case 'patient': return named(workspace.list('patient'));
    case 'coverage': return coverages(draft);
    case 'place': return codes(draft, 'place-of-service', word);
    case 'filing': return codes(draft, 'filing-indicator', word);
    case 'taxonomy': return codes(draft, 'taxonomy', word);
    case 'adjustment': return codes(draft, 'carc', word.replace(/^[A-Z]{2}-/i, '')).map((one) => ({ ...one, label: `CO-${one.label}`, text: `CO-${one.text}`, filter: word || `CO-${one.label}` }));
    case 'relationship': return fixed(RELATIONSHIPS);
    case 'sex': return fixed(SEXES);
    case 'exchange': return fixed(EXCHANGES);
    case 'accident': return fixed(ACCIDENTS);
    case 'state': return fixed(STATES);
    case 'payment-kind': return fixed(PAYMENT_KINDS);
    case 'payment-method': return fixed(PAYMENT_METHODS);
    case 'yes-no': return fixed(['yes', 'no', 'lab-only']);
    case 'tax-id': return fixed([['ein', 'an employer’s number'], ['ssn', 'a person’s number']]);
    case 'date': return dates(draft);
    case 'procedure': return matchSmallList(word, workspace.allFees(), (fee) => [fee.code.value, fee.description?.value ?? '']).map((fee) => ({
      label: fee.code.value, detail: fee.description?.value ?? '', kind: 'code', text: fee.code.value, filter: word || fee.code.value,
      data: { set: 'service', code: fee.code.value, date: world.today },
    }));
    case 'money': return copay(draft);
    default: return [];
  }
}

function codes(draft: Draft, set: CodeSetId, word: string): ItemDraft[] {
  const date = dayOf(draft.document, draft.offset, draft.world);
  return matchSmallList(word, draft.world.codes.list(set, date), (one) => [one.code, one.title]).slice(0, 200).map((one) => ({
    label: one.code, detail: one.title, kind: 'value', text: one.code, filter: word || `${one.code} ${one.title}`, data: { set, code: one.code, date },
  }));
}

/** The coverages of the encounter's patient. */
function coverages(draft: Draft): ItemDraft[] {
  const patient = encounterAround(draft)?.patient;
  const found = patient && draft.world.workspace.find('patient', patient.value);
  return (found?.coverages ?? []).map((one) => ({
    label: one.id.value, detail: [one.payer?.value, one.member?.value].filter(Boolean).join(' '), kind: 'reference', text: one.id.value,
  }));
}

function encounterAround(draft: Draft) {
  let block = draft.parent;
  while (block?.parent) block = block.parent;
  if (block?.spec !== ENCOUNTER) return undefined;
  return draft.document.definitions.encounters.find((one) => one.span.start === block.span.start);
}

function dates(draft: Draft): ItemDraft[] {
  const { world } = draft;
  const visit = encounterAround(draft)?.date?.value.from;
  const drafts: ItemDraft[] = [{ label: world.today, detail: 'today', text: world.today, kind: 'value' }];
  if (visit && visit !== world.today) drafts.unshift({ label: visit, detail: 'the visit', text: visit, kind: 'value' });
  return drafts;
}

/** Amounts that are known: the copay of the patient's coverages. */
function copay(draft: Draft): ItemDraft[] {
  const patient = encounterAround(draft)?.patient;
  const found = patient && draft.world.workspace.find('patient', patient.value);
  const amounts = new Set((found?.coverages ?? []).flatMap((one) => (one.copay ? [one.copay.value] : [])));
  return [...amounts].map((cents) => ({ label: formatMoney(cents), detail: 'copay', text: formatMoney(cents), kind: 'value' }));
}

// Offers what may stand behind a keyword, word by word: patients, providers, codes of small sets, fixed words, dates.
import type { CodeSetId } from '../../../codesets/code-set';
import { formatMoney } from '../../model/money';
import { ACCIDENTS, PAYMENT_KINDS, PAYMENT_METHODS, TRANSPORT_REASONS } from '../../syntax/superbill/items';
import { DENY, ENCOUNTER, EXCHANGES, FEES, FORMS, RELATIONSHIPS, SEXES } from '../../syntax/superbill/grammar';
import type { Slot, Spec } from '../../syntax/superbill/nodes';
import { type Draft, type ItemDraft, type Offer, wordEnd } from './item';
import { dayOf } from '../locate';
import { matchSmallList } from '../small-list';
import { STATES } from '../../syntax/superbill/states';
import { usedCodes } from '../used-codes';

/** What may be repeated up to the end of a line. */
const REPEATED: ReadonlySet<Slot> = new Set(['coverage', 'procedure', 'adjustment']);
/** What is found by several words: an accepted item takes the place of all of them. */
const NAMED: ReadonlySet<Slot> = new Set(['practice', 'provider', 'facility', 'payer', 'patient', 'place', 'taxonomy', 'filing', 'state']);

/** `behind`: what is typed behind the keyword. */
export function offerSlot(draft: Draft, spec: Spec, behind: string): Offer {
  const { slots } = spec;
  const words = behind.trimStart().split(/\s+/);
  const last = Math.min(words.length, slots.length) - 1;
  const slot = slots[last];
  const whole = NAMED.has(slot) && last === slots.length - 1;
  const word = whole ? words.slice(last).join(' ') : (words.at(-1) ?? '');
  const start = draft.offset - (whole ? wordsLength(behind, last) : word.length);
  const offer = (drafts: readonly ItemDraft[]): Offer => ({ drafts, span: { start, end: wordEnd(draft) }, incomplete: true });
  if (!slot || (words.length > slots.length && !REPEATED.has(slot) && !whole)) return offer([]);
  const literal = LITERALS.get(spec.keyword);
  if (spec === ENCOUNTER && words.length === 2) return offer(FORMS.map((one) => ({ label: one, text: one, kind: 'value' })));
  if (slot === 'free') {
    const isNext = literal !== undefined && words.length === literal.at;
    return offer(isNext ? [{ label: literal.word, text: `${literal.word} `, kind: 'keyword', retrigger: true }] : []);
  }
  if (spec === DENY && words.length > 2) return offer(codes(draft, 'rarc', word));
  const present = new Set(words.slice(0, -1).map((one) => one.toUpperCase()));
  const written = word.trim().toUpperCase();
  const drafts = draftsFor(draft, slot, word.trim()).filter((one) => !present.has(one.label.toUpperCase()));
  // A blank behind an id or a code that is there says that the word is done.
  return offer(word !== word.trimEnd() && drafts.some((one) => one.label.toUpperCase() === written) ? [] : drafts);
}

/** Words that stand between two values. `at`: counted from 1. */
const LITERALS: ReadonlyMap<string, { readonly word: string; readonly at: number }> = new Map([
  ['adjudicated', { word: 'paid', at: 3 }],
  ['bundle', { word: 'into', at: 2 }],
]);

/** Length of a text from its n-th word on. */
function wordsLength(behind: string, n: number): number {
  let rest = behind.trimStart();
  for (let at = 0; at < n; at += 1) rest = rest.replace(/^\S*\s*/, '');
  return rest.length;
}

/** What fits a slot and a word begun. */
export function draftsFor(draft: Draft, slot: Slot, word: string): ItemDraft[] {
  const { world } = draft;
  const { workspace } = world;
  const named = (list: readonly { id: { value: string }; name?: { value: { text: string } }; born?: { value: string } }[]) =>
    matchSmallList(word, list, (one) => [one.id.value, one.name?.value.text ?? '']).map(
      (one): ItemDraft => ({
        label: one.id.value,
        detail: [one.name?.value.text, one.born && `born ${one.born.value}`].filter(Boolean).join(', '),
        kind: 'reference',
        text: one.id.value,
        filter: word || one.id.value,
      }),
    );
  const fixed = (list: readonly (string | readonly [string, string])[]) =>
    list.map((one): ItemDraft => {
      if (typeof one === 'string') return { label: one, text: one, kind: 'value' };
      const [label, detail] = one;
      return { label, detail, text: label, kind: 'value', filter: `${label} ${detail}` };
    });
  switch (slot) {
    case 'practice':
      return named(workspace.list('practice'));
    case 'provider':
      return named(workspace.list('provider'));
    case 'facility':
      return named(workspace.list('facility'));
    case 'payer':
      return named(workspace.list('payer'));
    case 'patient':
      return named(workspace.list('patient'));
    case 'coverage':
      return coverages(draft);
    case 'place': {
      const { places } = usedCodes(workspace);
      return codes(draft, 'place-of-service', word).sort((a, b) => (places.get(b.label) ?? 0) - (places.get(a.label) ?? 0));
    }
    case 'filing':
      return codes(draft, 'filing-indicator', word);
    case 'taxonomy':
      return codes(draft, 'taxonomy', word);
    case 'adjustment':
      return codes(draft, 'carc', word.replace(/^[A-Z]{2}-/i, '')).map((one) => ({
        ...one,
        label: `CO-${one.label}`,
        text: `CO-${one.text}`,
        filter: word || `CO-${one.label}`,
      }));
    case 'relationship':
      return fixed(RELATIONSHIPS);
    case 'sex':
      return fixed(SEXES);
    case 'exchange':
      return fixed(EXCHANGES);
    case 'accident':
      return fixed(ACCIDENTS);
    case 'transport':
      return fixed(TRANSPORT_REASONS);
    case 'state':
      return fixed(STATES);
    case 'payment-kind':
      return fixed(PAYMENT_KINDS);
    case 'payment-method':
      return fixed(PAYMENT_METHODS);
    case 'yes-no':
      return fixed(['yes', 'no', 'lab-only']);
    case 'tax-id':
      return fixed([
        ['ein', 'an employer’s number'],
        ['ssn', 'a person’s number'],
      ]);
    case 'date':
      return dates(draft);
    case 'new-id':
      return [];
    case 'procedure':
      return procedures(draft, word);
    case 'money':
      return copay(draft);
    default:
      return [];
  }
}

function codes(draft: Draft, set: CodeSetId, word: string): ItemDraft[] {
  const date = dayOf(draft.document, draft.offset, draft.world);
  return matchSmallList(word, draft.world.codes.list(set, date), (one) => [one.code, one.title])
    .slice(0, 200)
    .map((one) => ({
      label: one.code,
      detail: one.title,
      kind: 'value',
      text: one.code,
      filter: word || `${one.code} ${one.title}`,
      data: { set, code: one.code, date },
    }));
}

/** Services of the charge master, then all others; in the charge master itself those that it lacks. */
function procedures({ world, parent }: Draft, word: string): ItemDraft[] {
  const date = world.today;
  const fees = world.workspace.allFees();
  const known = new Set(fees.map((fee) => fee.code.value));
  const listed = parent?.spec === FEES ? [] : matchSmallList(word, fees, (fee) => [fee.code.value, fee.description?.value ?? '']);
  const found = word === '' ? [] : world.codes.search(word, { sets: ['hcpcs', 'cpt'], date, limit: 50 });
  const item = (code: string, detail: string): ItemDraft => ({
    label: code,
    detail,
    kind: 'code',
    text: code,
    filter: word || code,
    data: { set: 'service', code, date },
  });
  return [
    ...listed.map((fee) => item(fee.code.value, fee.description?.value ?? '')),
    ...found.filter(({ code }) => !known.has(code)).map(({ code, title }) => item(code, title)),
  ];
}

/** The coverages of the encounter's patient. */
function coverages(draft: Draft): ItemDraft[] {
  const patient = encounterAround(draft)?.patient;
  const found = patient && draft.world.workspace.find('patient', patient.value);
  return (found?.coverages ?? []).map((one) => ({
    label: one.id.value,
    detail: [one.payer?.value, one.member?.value].filter(Boolean).join(' '),
    kind: 'reference',
    text: one.id.value,
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

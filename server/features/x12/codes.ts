// Codes in X12 files whose meaning is kept in a code set: which set an element takes its codes from, and what a code means.
import type { CodeSetId } from '../../../codesets/code-set';
import type { ElementDescription } from '../../syntax/x12/describe';
import { findCard, serviceCard } from '../explain/explain';
import type { World } from '../world';

/** Lists that guides name. */
const LISTS: Readonly<Record<string, CodeSetId>> = {
  pos: 'place-of-service',
  reason: 'carc',
  remark_code: 'rarc',
  claim_status: 'claim-status',
  claim_status_cat: 'claim-status-category',
  taxonomy: 'taxonomy',
};

/** What stands before a code says what it is. */
const QUALIFIERS: Readonly<Record<string, CodeSetId | 'service'>> = {
  ABK: 'icd-10-cm',
  ABF: 'icd-10-cm',
  ABJ: 'icd-10-cm',
  APR: 'icd-10-cm',
  ABN: 'icd-10-cm',
  BBR: 'icd-10-pcs',
  BBQ: 'icd-10-pcs',
  HC: 'service',
  NU: 'revenue',
  PXC: 'taxonomy',
  HE: 'rarc',
  BH: 'occurrence',
  BI: 'occurrence',
  BG: 'condition',
  BE: 'value-code',
};

/** Elements whose codes stand elsewhere also where the guide does not say so. */
const NAMES: Readonly<Record<string, CodeSetId>> = {
  'revenue code': 'revenue',
  'facility type': 'type-of-bill',
  'status category': 'claim-status-category',
  status: 'claim-status',
};

type CodedElement = Pick<ElementDescription, 'list' | 'qualifier' | 'name' | 'reference' | 'data'>;

/** The set that an element takes its codes from; undefined where the guide itself lists them, or where it is free. */
export function setOf({ list, qualifier, name, reference, data }: CodedElement): CodeSetId | 'service' | undefined {
  if (/modifier/i.test(name)) return 'modifiers';
  if (data === '1332') return 'place-of-service';
  if (data === '1325') return 'claim-frequency';
  const named = NAMES[name];
  // In a remittance a facility is a place of service for doctors and a type of bill for hospitals.
  if (named) return named === 'type-of-bill' && reference.startsWith('TS3') ? undefined : named;
  return QUALIFIERS[qualifier ?? ''] ?? LISTS[list ?? ''];
}

/** What a code of an outside list means, from the code sets, in a few words. */
export function codeMeaning(
  element: CodedElement & Pick<ElementDescription, 'value'>,
  world: Pick<World, 'codes' | 'today' | 'workspace'>,
): string | undefined {
  const { value } = element;
  const set = setOf(element);
  if (value === '' || !set) return undefined;
  const card = set === 'service' ? serviceCard(value, world.today, world) : findCard(set, value, world.today, world.codes);
  return card?.title.replace(/^\S+ — /, '');
}

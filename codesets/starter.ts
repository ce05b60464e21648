// The starter lists that ship, as people edit them: every set's manifest and codes. The build packs them; programs read `shipped.ts`.
import type { CodeSetId, Manifest } from './code-set';
import carcManifest from './carc/set.json';
import carcCodes from './carc/codes.tsv';
import claimFrequencyManifest from './claim-frequency/set.json';
import claimFrequencyCodes from './claim-frequency/codes.tsv';
import claimStatusManifest from './claim-status/set.json';
import claimStatusCodes from './claim-status/codes.tsv';
import claimStatusCategoryManifest from './claim-status-category/set.json';
import claimStatusCategoryCodes from './claim-status-category/codes.tsv';
import conditionManifest from './condition/set.json';
import conditionCodes from './condition/codes.tsv';
import filingIndicatorManifest from './filing-indicator/set.json';
import filingIndicatorCodes from './filing-indicator/codes.tsv';
import hcpcsManifest from './hcpcs/set.json';
import hcpcsCodes from './hcpcs/codes.tsv';
import icd10cmManifest from './icd-10-cm/set.json';
import icd10cmCodes from './icd-10-cm/codes.tsv';
import icd10cmBlocks from './icd-10-cm/blocks.tsv';
import modifiersManifest from './modifiers/set.json';
import modifiersCodes from './modifiers/codes.tsv';
import occurrenceManifest from './occurrence/set.json';
import occurrenceCodes from './occurrence/codes.tsv';
import placeOfServiceManifest from './place-of-service/set.json';
import placeOfServiceCodes from './place-of-service/codes.tsv';
import rarcManifest from './rarc/set.json';
import rarcCodes from './rarc/codes.tsv';
import revenueManifest from './revenue/set.json';
import revenueCodes from './revenue/codes.tsv';
import taxonomyManifest from './taxonomy/set.json';
import taxonomyCodes from './taxonomy/codes.tsv';
import typeOfBillManifest from './type-of-bill/set.json';
import typeOfBillCodes from './type-of-bill/codes.tsv';
import valueCodeManifest from './value-code/set.json';
import valueCodeCodes from './value-code/codes.tsv';

/** One shipped list: its manifest as written in `set.json`, and its codes as text. */
export interface StarterList {
  readonly manifest: Manifest;
  readonly codes: string;
  readonly blocks?: string;
}

/** All lists that ship, in the order of their ids. */
export const starterLists: readonly StarterList[] = [
  list('carc', carcManifest, carcCodes),
  list('claim-frequency', claimFrequencyManifest, claimFrequencyCodes),
  list('claim-status', claimStatusManifest, claimStatusCodes),
  list('claim-status-category', claimStatusCategoryManifest, claimStatusCategoryCodes),
  list('condition', conditionManifest, conditionCodes),
  list('filing-indicator', filingIndicatorManifest, filingIndicatorCodes),
  list('hcpcs', hcpcsManifest, hcpcsCodes),
  list('icd-10-cm', icd10cmManifest, icd10cmCodes, icd10cmBlocks),
  list('modifiers', modifiersManifest, modifiersCodes),
  list('occurrence', occurrenceManifest, occurrenceCodes),
  list('place-of-service', placeOfServiceManifest, placeOfServiceCodes),
  list('rarc', rarcManifest, rarcCodes),
  list('revenue', revenueManifest, revenueCodes),
  list('taxonomy', taxonomyManifest, taxonomyCodes),
  list('type-of-bill', typeOfBillManifest, typeOfBillCodes),
  list('value-code', valueCodeManifest, valueCodeCodes),
];

/** A manifest as JSON gives its id only as some text; the folder says which set it is. */
function list(id: CodeSetId, manifest: Omit<Manifest, 'id'>, codes: string, blocks?: string): StarterList {
  return { manifest: { ...manifest, id }, codes, ...(blocks ? { blocks } : {}) };
}

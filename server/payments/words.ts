// Codes of the acknowledgements in plain words, and the place of an encounter that a reason speaks of.
import type { CodeSetId, CodeSets } from '../../codesets/code-set';
import type { ClaimPlace, PlaceKind } from '../model/claim-place';

/** A code explained: what it is, what it means, what to do. */
export interface Explained {
  readonly title: string;
  readonly meaning: string;
  readonly next: string;
  /** The code set's word for the place; '' where it has none. */
  readonly field: string;
}

/** What a code set says of a code; undefined where it does not know it. */
export function explain(codes: CodeSets, set: CodeSetId, code: string, date: string): Explained | undefined {
  const found = codes.find(set, code, date);
  if (found.status === 'unknown') return undefined;
  const { title, more } = found.entry;
  return { title, meaning: more['meaning'] || title, next: more['next'] ?? '', field: more['field'] ?? '' };
}

/** The code sets' word for a place → the place itself, on the line where there is one. */
export function placeOf(field: string, line: Pick<ClaimPlace, 'n' | 'code' | 'line'> | undefined): ClaimPlace {
  const kind = FIELDS[field];
  if (line?.n === undefined) return { kind: kind === undefined || LINE_ONLY.has(kind) ? 'claim' : kind };
  if (kind === undefined) return { ...line, kind: 'procedure' };
  // A line's diagnosis is the one that it points at.
  return LINE_TOO.has(kind) ? { ...line, kind: kind === 'diagnosis' ? 'pointer' : kind } : { kind };
}

const FIELDS: Readonly<Record<string, PlaceKind>> = {
  authorization: 'authorization',
  billing: 'billing-npi',
  charge: 'charge',
  coverage: 'coverage',
  date: 'date',
  diagnosis: 'diagnosis',
  member: 'member',
  modifier: 'modifier',
  'patient-born': 'patient-born',
  'patient-name': 'patient-name',
  'patient-sex': 'patient-sex',
  'patient-share': 'charge',
  payer: 'payer-id',
  place: 'place',
  procedure: 'procedure',
  referring: 'referring',
  relationship: 'relationship',
  rendering: 'rendering',
  units: 'units',
  facility: 'facility',
  'original-number': 'original-number',
  original: 'original-number',
  accident: 'accident',
  ndc: 'ndc',
  taxonomy: 'billing-taxonomy',
  'tax-id': 'tax-id',
  address: 'billing-address',
  supervising: 'supervising',
  ordering: 'ordering',
  group: 'group',
  frequency: 'frequency',
  clia: 'clia',
  admitted: 'admitted',
  discharged: 'discharged',
  onset: 'onset',
  note: 'note',
  pointer: 'pointer',
  emergency: 'emergency',
};

/** Places that belong to a line alone, and those that a line may have besides the claim. */
const LINE_ONLY = new Set<PlaceKind>(['charge', 'procedure', 'modifier', 'units', 'ndc', 'pointer', 'note', 'emergency', 'service']);
const LINE_TOO = new Set<PlaceKind>([...LINE_ONLY, 'diagnosis', 'date', 'place', 'rendering', 'ordering', 'authorization', 'clia']);

/** Statuses that name their place by themselves, or together with who is meant. */
export function statusPlace(status: string, entity: string): PlaceKind | undefined {
  const own = STATUSES[status];
  if (own) return own;
  const about = ABOUT[status];
  if (about === undefined) return undefined;
  return ENTITIES[entity]?.[about] ?? ENTITIES[entity]?.id;
}

const STATUSES: Readonly<Record<string, PlaceKind>> = {
  33: 'member',
  34: 'member',
  54: 'claim',
  88: 'coverage',
  97: 'patient',
  116: 'payer-id',
  171: 'other-coverage',
  178: 'charge',
  187: 'date',
  188: 'date',
  234: 'relationship',
  249: 'place',
  254: 'diagnosis',
  255: 'diagnosis',
  400: 'claim',
  453: 'modifier',
  454: 'procedure',
  464: 'original-number',
  476: 'units',
  477: 'pointer',
  478: 'frequency',
  507: 'procedure',
  535: 'frequency',
  48: 'authorization',
  84: 'authorization',
  252: 'authorization',
};

type About = 'name' | 'id' | 'born' | 'sex' | 'address' | 'taxonomy' | 'tax';
const ABOUT: Readonly<Record<string, About>> = {
  125: 'name',
  126: 'address',
  128: 'tax',
  145: 'taxonomy',
  153: 'id',
  157: 'sex',
  158: 'born',
  164: 'id',
  500: 'address',
  503: 'address',
  562: 'id',
  21: 'id',
  24: 'id',
  26: 'id',
  93: 'id',
  132: 'id',
  134: 'id',
};
const ENTITIES: Readonly<Record<string, Partial<Record<About, PlaceKind>> & { readonly id: PlaceKind }>> = {
  IL: { id: 'member', name: 'subscriber-name', born: 'patient-born', sex: 'patient-sex', address: 'patient-address' },
  QC: { id: 'patient', name: 'patient-name', born: 'patient-born', sex: 'patient-sex', address: 'patient-address' },
  85: { id: 'billing-npi', name: 'billing-name', address: 'billing-address', taxonomy: 'billing-taxonomy', tax: 'tax-id' },
  82: { id: 'rendering' },
  DN: { id: 'referring' },
  DK: { id: 'ordering' },
  DQ: { id: 'supervising' },
  77: { id: 'facility' },
  PR: { id: 'payer-id' },
  41: { id: 'submitter' },
  40: { id: 'payer-id' },
  87: { id: 'billing-address' },
  GB: { id: 'other-coverage' },
};

/** TA105. */
export const INTERCHANGE_CODES: Readonly<Record<string, string>> = {
  '000': 'nothing is wrong',
  '001': 'the control numbers at its beginning and end differ',
  '002': 'the receiver does not know this standard',
  '003': 'the receiver does not take this version',
  '004': 'the segment terminator is not allowed',
  '005': 'the kind of sender id is not known',
  '006': 'the sender id is not known',
  '007': 'the kind of receiver id is not known',
  '008': 'the receiver id is not theirs',
  '009': 'the receiver id is not known',
  '010': 'the kind of authorization is wrong',
  '011': 'the authorization is wrong',
  '012': 'the kind of password is wrong',
  '013': 'the password is wrong',
  '014': 'the date is not valid',
  '015': 'the time is not valid',
  '016': 'the standard is not valid',
  '017': 'the version is not valid',
  '018': 'the control number is not valid',
  '019': 'the request for an acknowledgement is not valid',
  '020': 'test or production is not marked properly',
  '021': 'the number of groups is not what is inside',
  '022': 'its structure is not valid',
  '023': 'the file ends too early',
  '024': 'its content is not valid',
  '025': 'the same control number came before',
  '026': 'the element separator is not allowed',
  '027': 'the component separator is not allowed',
  '028': 'the delivery date is not valid',
  '029': 'the delivery time is not valid',
  '030': 'the delivery time code is not valid',
  '031': 'its kind of transaction is not taken',
};

/** IK304. */
export const SEGMENT_CODES: Readonly<Record<string, string>> = {
  1: 'is not a segment that the receiver knows',
  2: 'was not expected here',
  3: 'is required and missing',
  4: 'begins a loop that occurs too often',
  5: 'occurs too often',
  6: 'does not belong to this transaction',
  7: 'stands in the wrong order',
  8: 'has elements that are wrong',
  I4: 'is not used here',
  I6: 'is missing though something else calls for it',
  I7: 'begins a loop that occurs too seldom',
  I8: 'occurs too seldom',
  I9: 'must not stand here, as nothing calls for it',
};

/** IK403. */
export const ELEMENT_CODES: Readonly<Record<string, string>> = {
  1: 'is required and missing',
  2: 'is missing though another element calls for it',
  3: 'is one element too many',
  4: 'is too short',
  5: 'is too long',
  6: 'has a character that is not allowed',
  7: 'is not one of the codes allowed',
  8: 'is not a valid date',
  9: 'is not a valid time',
  10: 'must not stand together with another element',
  12: 'is repeated too often',
  13: 'has too many components',
  I6: 'is a code that is not used here',
  I9: 'is missing though something else calls for it',
  I10: 'must stay empty',
  I11: 'is repeated too seldom',
  I12: 'does not have the right form',
  I13: 'must stay empty, as nothing calls for it',
};

/** IK502. */
export const TRANSACTION_CODES: Readonly<Record<string, string>> = {
  1: 'this kind of transaction is not taken',
  2: 'its end (SE) is missing',
  3: 'the control numbers at its beginning and end differ',
  4: 'the number of segments at its end is not right',
  5: 'segments in it are wrong',
  6: 'its kind is not valid',
  7: 'its control number is missing or used twice',
  23: 'its control number is used twice',
  I5: 'segments in it do not keep to the guide',
  I6: 'the receiver does not take this guide',
};

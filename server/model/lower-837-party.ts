// Names and addresses of an X12 file in the shape that rules know.
import type { Address, Name } from '../syntax/superbill/values';
import type { Span } from '../syntax/tree';
import type { Coverage, Defined, Party } from './definitions';
import type { Source, Value } from './value';
import type { X12Row } from './x12-row';

/** A party whose segments are still being read. */
export type OpenParty = { -readonly [K in keyof Party]: Party[K] } & {
  street?: Value<string>;
  second?: Value<string>;
  /** Lives outside of the United States: American rules about addresses do not hold. */
  foreign?: boolean;
  /** What definitions have besides, where the party is taken for one. */
  kind?: Defined['kind'];
  span?: Span;
  id?: Value<string>;
  coverages?: readonly Coverage[];
};

/** The party of an NM1. */
export function partyOf(row: X12Row, source: Source): OpenParty {
  const name = nameOf(row);
  const head = name ? { value: name.value.text, span: row.at(3).span, source } : { ...row.at(3), value: row.text(1) };
  // All fields at once: objects of one shape are quicker.
  return {
    source,
    head,
    name,
    npi: row.text(8) === 'XX' ? row.value(9) : undefined,
    taxId: undefined,
    taxonomy: undefined,
    address: undefined,
    phone: undefined,
    born: undefined,
    sex: undefined,
    street: undefined,
    second: undefined,
    foreign: undefined,
    kind: undefined,
    span: undefined,
    id: undefined,
    coverages: undefined,
  };
}

/** The party with what definitions have besides. Written out: a party keeps its shape. */
export function asDefined(party: OpenParty, kind: Defined['kind']): OpenParty {
  party.kind = kind;
  party.span = party.head.span;
  party.id = party.head;
  return party;
}

export function nameOf(row: X12Row): Value<Name> | undefined {
  const at = row.at(3);
  if (at.value === '') return undefined;
  const first = row.text(4),
    person = row.text(2) === '1';
  return {
    source: at.source,
    span: at.span,
    value: {
      text: person && first !== '' ? `${at.value}, ${first}` : at.value,
      person,
      last: at.value,
      first: first || undefined,
      middle: row.text(5) || undefined,
      suffix: row.text(7) || undefined,
    },
  };
}

/** The address of an N4 behind its N3. Undefined outside of the United States. */
export function addressOf(party: OpenParty, row: X12Row): Value<Address> | undefined {
  const country = row.text(4);
  if (country !== '' && country !== 'US' && country !== 'USA') {
    party.foreign = true;
    return undefined;
  }
  const city = row.at(1),
    state = row.at(2),
    zip = row.at(3),
    street = party.street ?? { ...city, value: '' };
  return {
    source: city.source,
    span: { start: city.span.start, end: zip.span.end },
    value: {
      text: `${street.value}, ${city.value} ${state.value} ${zip.value}`,
      street: street.value,
      second: party.second?.value,
      city: city.value,
      state: state.value,
      zip: { value: zip.value, span: zip.span },
      streetSpan: street.span,
    },
  };
}

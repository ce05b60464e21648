// Segments that many loops share: names, addresses, dates, references. Texts are cut where that is harmless, ids never.
import { cleanData, type SegmentValue } from '../syntax/x12/write';
import type { Address, DateRange, Name } from '../syntax/superbill/values';
import { compactDate } from '../model/dates';
import type { Party, Provider } from '../model/definitions';

/** A text that may be cut to the length that its element takes. */
export function cut(text: string, length: number): string {
  // Cleaning makes a character outside of ASCII into three at most, and others never longer.
  if (text.length * 3 <= length || (text.length <= length && /^[ -~]*$/.test(text))) return text;
  return cleanData(text).slice(0, length).trimEnd();
}

/** A name as NM103 to NM107. */
export function nameElements(
  name: Name | undefined,
): [type: string, last: string, first: string, middle: string, prefix: string, suffix: string] {
  if (!name) return ['2', '', '', '', '', ''];
  if (!name.person) return ['2', cut(name.last, 60), '', '', '', ''];
  return ['1', cut(name.last, 60), cut(name.first ?? '', 35), cut(name.middle ?? '', 25), '', cut(name.suffix ?? '', 10)];
}

/** NM1 of anyone with an id; without an id its qualifier stays away too. */
export function nm1(role: string, name: Name | undefined, qualifier = '', id = '', type?: '1' | '2'): SegmentValue {
  const [found, ...parts] = nameElements(name);
  return ['NM1', role, type ?? found, ...parts, id ? qualifier : '', id];
}

/** NM1 of a clinician; who has no first name on file is still a person. */
export function clinician(role: string, provider: Provider): SegmentValue {
  return nm1(role, provider.name?.value, 'XX', provider.npi?.value, role === '82' ? undefined : '1');
}

export function taxonomy(role: 'BI' | 'PE', party: Party): SegmentValue[] {
  return party.taxonomy ? [['PRV', role, 'PXC', party.taxonomy.value]] : [];
}

/** N3 and N4. */
export function addressSegments(address: Address | undefined): SegmentValue[] {
  if (!address) return [];
  return [
    ['N3', cut(address.street, 55), cut(address.second ?? '', 55)],
    ['N4', cut(address.city, 30), address.state, address.zip.value],
  ];
}

export function demographics(party: Party): SegmentValue[] {
  if (!party.born) return [];
  return [['DMG', 'D8', compactDate(party.born.value), party.sex?.value ?? 'U']];
}

/** PER with the telephone, else the e-mail; nothing without either. */
export function contact(name: string | undefined, phone: string | undefined, email: string | undefined): SegmentValue[] {
  const [, main = '', extension] = /^(.*?)(?:\s*(?:x|ext\.?|extension)\s*(\d+))?$/i.exec(phone?.trim() ?? '') ?? [];
  const digits = main.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  // The basic character set has no @: an e-mail address goes out only where there is no telephone.
  const ways = digits ? ['TE', digits, ...(extension ? ['EX', extension] : [])] : email ? ['EM', email] : [];
  return ways.length > 0 ? [['PER', 'IC', cut(name ?? '', 60), ...ways]] : [];
}

export function dateSegment(qualifier: string, iso: string | undefined): SegmentValue[] {
  return iso ? [['DTP', qualifier, 'D8', compactDate(iso)]] : [];
}

export function rangeSegment(qualifier: string, days: DateRange | undefined): SegmentValue[] {
  if (!days) return [];
  if (days.from === days.to) return dateSegment(qualifier, days.from);
  return [['DTP', qualifier, 'RD8', `${compactDate(days.from)}-${compactDate(days.to)}`]];
}

export function reference(qualifier: string, id: string | undefined): SegmentValue[] {
  return id ? [['REF', qualifier, id]] : [];
}

/** A number as X12 wants it: no trailing zeros. */
export function quantity(value: number): string {
  return String(Number(value.toFixed(3)));
}

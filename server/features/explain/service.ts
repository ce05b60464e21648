// What payers are known to check and pay for a service: relative values, follow-up days, units a day, what it is added to.
import { formatMoney } from '../../model/money';
import type { Card } from '../card';
import type { Codes } from '../world';

const STATUS: Readonly<Record<string, string>> = {
  B: 'never paid apart: part of other services',
  C: 'priced by the regional contractor',
  E: 'priced outside of the fee schedule',
  I: 'not valid for Medicare: another code is wanted',
  J: 'anesthesia: paid by base units and time',
  M: 'counted for quality only',
  N: 'not covered',
  P: 'never paid apart',
  R: 'covered in some cases only',
  T: 'paid only where nothing else is billed that day',
  X: 'not in the fee schedule',
};
const GLOBAL: Readonly<Record<string, string>> = {
  '000': 'The visit of the same day is included',
  '010': '10 days of follow-up are included',
  '090': '90 days of follow-up and the day before are included',
  MMM: 'Maternity care: the usual follow-up days do not count',
  ZZZ: 'Added to another service, with its follow-up days',
  YYY: 'The contractor sets the follow-up days',
};
const BILATERAL: Readonly<Record<string, string>> = {
  1: 'Both sides: modifier 50 pays 150 %',
  2: 'Covers both sides already',
  3: 'Both sides: each is paid in full',
};
const SHOWN_PRIMARIES = 5;

/** Lines about a service; empty where nothing was imported. */
export function serviceLines(code: string, date: string, codes: Codes): string[] {
  return [...payLines(code, date, codes), ...limitLines(code, date, codes), addOnLine(code, date, codes)].filter(Boolean);
}

/** From the fee schedule of the day; where that is not here, from the newest before it, which is named. */
function payLines(code: string, date: string, codes: Codes): string[] {
  const values = codes.fact('hcpcs', 'relative-values', code, date);
  if (values) return valueLines(values);
  const before = codes
    .editions()
    .filter(({ layer, effective: { to } }) => layer === 'relative-values' && to !== undefined && to < date)
    .sort((a, b) => (a.effective.from < b.effective.from ? 1 : -1))[0];
  const old = before?.effective.to && codes.fact('hcpcs', 'relative-values', code, before.effective.to);
  return old ? [...valueLines(old), `By the fee schedule of ${before.edition}: none for ${date} is on this machine`] : [];
}

/** Said of a service that nobody here has words for. */
export const NO_WORDS = 'Its words are the AMA’s: import your CPT file, or write them into fees';

/** What a range of CPT codes is for, in words of our own; the first that holds a code counts. */
const SECTIONS: readonly (readonly [first: number, last: number, what: string])[] = [
  [100, 1999, 'anesthesia'],
  [10004, 19499, 'surgery of skin, tissue below it, and breast'],
  [20100, 29999, 'surgery of bones, joints and muscles'],
  [30000, 32999, 'surgery of nose, throat and lungs'],
  [33016, 37799, 'surgery of heart and vessels'],
  [38100, 38999, 'surgery of spleen and lymph nodes'],
  [39000, 39599, 'surgery between the lungs, and of the diaphragm'],
  [40490, 49999, 'surgery of the digestive organs'],
  [50010, 53899, 'surgery of kidneys and bladder'],
  [54000, 55980, 'surgery of the male organs'],
  [56405, 58999, 'surgery of the female organs'],
  [59000, 59899, 'pregnancy and birth'],
  [60000, 60699, 'surgery of thyroid and other glands'],
  [61000, 64999, 'surgery of brain, spine and nerves'],
  [65091, 68899, 'surgery of the eye'],
  [69000, 69990, 'surgery of the ear'],
  [70010, 79999, 'imaging and radiation'],
  [80047, 89398, 'laboratory and tissue tests'],
  [99202, 99215, 'visits in the office or clinic'],
  [99217, 99239, 'care of hospital patients'],
  [99242, 99255, 'consultations'],
  [99281, 99288, 'emergency department visits'],
  [99291, 99292, 'critical care'],
  [99304, 99350, 'visits in nursing facilities and at home'],
  [99381, 99429, 'preventive visits and counseling'],
  [99441, 99499, 'other visits and the management of care'],
  [90281, 99607, 'vaccines, tests, therapies and other services'],
];
const LETTERS: Readonly<Record<string, string>> = {
  F: 'tracking of quality, not paid',
  T: 'new technology',
  U: 'laboratory tests of one maker',
};

/** The card of a CPT code of which nothing but its place in the book is known; undefined for what cannot be one. */
export function cptCard(written: string): Card | undefined {
  const code = written.toUpperCase();
  const number = /^\d{5}$/.test(code) ? Number(code) : 0;
  const section = SECTIONS.find(([first, last]) => first <= number && number <= last)?.[2];
  const what = section ?? (/^\d{4}[FTU]$/.test(code) ? LETTERS[code[4]] : undefined);
  return what === undefined ? undefined : { title: code, lines: [`Has the form of a CPT code; this range is for ${what}`, NO_WORDS] };
}

/** A line for each table of units that is here; one that says the same as that of clinicians is not said again. */
function limitLines(code: string, date: string, codes: Codes): string[] {
  const tables = [
    ['units', 'At most'],
    ['hospital-units', 'Hospital outpatients: at most'],
    ['supplier-units', 'Equipment suppliers: at most'],
  ] as const;
  const seen = new Set<string>();
  return tables.flatMap(([table, begins]) => {
    const limit = codes.fact('hcpcs', table, code, date);
    if (!limit) return [];
    const { units, indicator, rationale } = limit;
    const most = `${units} ${units === '1' ? 'unit' : 'units'} ${indicator === '1' ? 'a line' : 'a day'}`;
    return seen.size === seen.add(most).size ? [] : [`${begins} ${most} (MUE${rationale ? `, ${rationale}` : ''})`];
  });
}

function valueLines(values: Readonly<Record<string, string>>): string[] {
  const [work, office, facility, malpractice, conversion] = ['work', 'office', 'facility', 'malpractice', 'conversion'].map((name) =>
    Number(values[name] ?? NaN),
  );
  const pay = (expense: number) => formatMoney(Math.round((work + expense + malpractice) * conversion * 100));
  const units = `${(work + office + malpractice).toFixed(2)} relative units, ${values.work} for the work`;
  const elsewhere = office === facility ? '' : `, ${pay(facility)} in a facility`;
  const isPriced = Number.isFinite(conversion) && work + office + facility + malpractice > 0;
  const paid = isPriced ? `Medicare, before the region: about ${pay(office)} in the office${elsewhere} (${units})` : '';
  const status = STATUS[values.status ?? ''];
  return [paid, status ? `Medicare: ${status}` : '', GLOBAL[values.global ?? ''] ?? '', BILATERAL[values.bilateral ?? ''] ?? ''];
}

function addOnLine(code: string, date: string, codes: Codes): string {
  const listed = codes.fact('hcpcs', 'add-ons', code, date);
  if (!listed) return '';
  const primaries = (listed.primaries ?? '').split('\n').filter(Boolean);
  if (primaries.length === 0) return 'Added to another service, never alone';
  const more = primaries.length - SHOWN_PRIMARIES;
  return `Added to ${primaries.slice(0, SHOWN_PRIMARIES).join(', ')}${more > 0 ? ` or one of ${more} others` : ''}, never alone`;
}

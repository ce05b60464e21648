// What payers are known to check and pay for a service: relative values, follow-up days, units a day, what it is added to.
import { formatMoney } from '../model/money';
import type { Codes } from './world';

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
  const values = codes.fact('hcpcs', 'relative-values', code, date);
  return [...(values ? valueLines(values) : []), ...limitLines(code, date, codes), addOnLine(code, date, codes)].filter(Boolean);
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

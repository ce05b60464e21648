// Calendar arithmetic on ISO dates. Dates are text everywhere; only here they become day numbers.

import { isDay } from '../syntax/superbill/values';

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

export function addDays(iso: string, days: number): string {
  return new Date((dayNumber(iso) + days) * DAY).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Nobody is older: the year of birth is a slip. */
export const OLDEST = 125;

/** Whole years of age on a day. */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** `2026-11-02` → `20261102`. */
export function compactDate(iso: string): string {
  return iso.replaceAll('-', '');
}

/** `20261102` → `2026-11-02`; undefined for anything else. */
export function expandDate(compact: string): string | undefined {
  if (!/^\d{8}$/.test(compact)) return undefined;
  const year = compact.slice(0, 4),
    month = compact.slice(4, 6),
    day = compact.slice(6);
  return isDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : undefined;
}

/** Before version 5010 of claims was in force, 2012-01-01: addresses had other rules then. */
export function isBefore5010(day: string | undefined): boolean {
  return day !== undefined && day < '2012-01-01';
}

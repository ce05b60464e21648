// The catalogue of publishers' releases: read from JSON that people may correct, and what of it is current on a day.
import type { CodeSetId, Layer } from './code-set';

/** Terms that a person accepts before a release is fetched, in our own words, and where the full text stands. */
export interface Licence {
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

export interface Address {
  readonly url: string;
  readonly basis: 'seen' | 'pattern';
  /** Holds for this edition alone. */
  readonly only?: string;
}

/** When editions begin, and with that which one is current on a day. */
export type Calendar = 'fiscal-year' | 'quarter' | 'half-year';

/** One line of business of a publisher: the same kind of file, year after year. */
export interface Release {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly set: CodeSetId;
  readonly layer?: Layer;
  readonly calendar: Calendar;
  /** Fetched where nobody says what. */
  readonly usual?: boolean;
  readonly addresses: readonly Address[];
  /** Of so many files, `{part}` in the address. */
  readonly parts?: number;
  /** Which file of an archive is meant: a regular expression for its name. */
  readonly inside?: string;
  /** The file does not say its edition: the calendar does. */
  readonly tellEdition?: boolean;
  readonly megabytes?: number;
  /** The id of a licence. */
  readonly licence?: string;
  /** Hash by file name. */
  readonly sha256?: Readonly<Record<string, string>>;
  /** The page where a person finds the file. */
  readonly byHand: string;
}

export interface Catalogue {
  readonly licences: Readonly<Record<string, Licence>>;
  readonly releases: readonly Release[];
}

/** What a release offers on a day. */
export interface Offer {
  readonly release: Release;
  /** `FY2027`, `2026-10`, `261`. */
  readonly edition: string;
  /** Its first day. */
  readonly from: string;
  readonly files: readonly OfferedFile[];
  readonly licence?: Licence & { readonly id: string };
}

export interface OfferedFile {
  /** Addresses in the order in which they are tried. */
  readonly urls: readonly string[];
  /** Its number, where there are several. */
  readonly part?: number;
}

const MONTHS = ['january', 'april', 'july', 'october'];
const CALENDARS: readonly Calendar[] = ['fiscal-year', 'quarter', 'half-year'];

/** What a release offers on a day. */
export function offerOn({ licences }: Catalogue, release: Release, day: string): Offer {
  const [year, month] = day.split('-').map(Number);
  const quarter = Math.ceil(month / 3),
    half = month > 6 ? 1 : 0;
  const fiscal = month > 9 ? year + 1 : year;
  const { edition, from } = {
    'fiscal-year': { edition: `FY${fiscal}`, from: `${fiscal - 1}-10-01` },
    quarter: { edition: `${year}-${twoDigits(quarter * 3 - 2)}`, from: `${year}-${twoDigits(quarter * 3 - 2)}-01` },
    'half-year': { edition: `${twoDigits(year % 100)}${half}`, from: `${year}-${half ? '07' : '01'}-01` },
  }[release.calendar];
  const words: Record<string, string | number> = {
    fy: fiscal,
    year,
    yy: twoDigits(year % 100),
    quarter,
    month: MONTHS[quarter - 1],
    letter: 'abcd'[quarter - 1],
    half,
    ncci: (year - 1994) * 10 + quarter - 1,
  };
  const fill = (url: string, part: number) =>
    url.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(name === 'part' ? part : (words[name] ?? whole)));
  const addresses = release.addresses.filter(({ only }) => only === undefined || only === edition);
  const files = Array.from(
    { length: release.parts ?? 1 },
    (_, i): OfferedFile => ({ urls: addresses.map(({ url }) => fill(url, i + 1)), ...(release.parts ? { part: i + 1 } : {}) }),
  );
  const licence = release.licence === undefined ? undefined : licences[release.licence];
  return { release, edition, from, files, ...(licence && release.licence ? { licence: { id: release.licence, ...licence } } : {}) };
}

/** The name of the file at an address. */
export function nameOf(url: string): string {
  return decodeURIComponent(/([^/?#]*)(?:[?#].*)?$/.exec(url)?.[1] ?? '') || 'release';
}

/** The hash that a release gives for the file at an address. */
export function hashOf({ sha256 }: Release, url: string): string | undefined {
  return sha256 && Object.hasOwn(sha256, nameOf(url)) ? sha256[nameOf(url)].toLowerCase() : undefined;
}

/** A catalogue with a person's corrections: what has the same id takes the other's place. */
export function corrected(catalogue: Catalogue, corrections: Catalogue): Catalogue {
  const byId = new Map(catalogue.releases.map((release) => [release.id, release]));
  for (const release of corrections.releases) byId.set(release.id, release);
  return { licences: { ...catalogue.licences, ...corrections.licences }, releases: [...byId.values()] };
}

/** Reads a catalogue, or says in a sentence what is wrong with it. `known`: licences that stand elsewhere. */
export function readCatalogue(text: string, known: Catalogue['licences'] = {}): Catalogue | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  if (!isTable(json) || !Array.isArray(json.releases)) return 'it has no list “releases”';
  const licences = isTable(json.licences) ? json.licences : {};
  for (const [id, licence] of Object.entries(licences)) {
    const missing = isTable(licence) ? ['title', 'text', 'link'].find((name) => typeof licence[name] !== 'string') : 'title';
    if (missing) return `the licence ${id} has no “${missing}”`;
  }
  for (const [i, release] of json.releases.entries()) {
    const problem = problemOf(release, { ...known, ...licences });
    if (problem) return `${isTable(release) && typeof release.id === 'string' ? release.id : `release ${i + 1}`} ${problem}`;
  }
  return { licences: licences as Record<string, Licence>, releases: json.releases as Release[] };
}

function problemOf(release: unknown, licences: Readonly<Record<string, unknown>>): string | undefined {
  if (!isTable(release)) return 'is not a release';
  const missing = ['id', 'title', 'publisher', 'set', 'byHand'].find((name) => typeof release[name] !== 'string' || release[name] === '');
  if (missing) return `has no “${missing}”`;
  if (!CALENDARS.some((one) => one === release.calendar)) return `has a “calendar” that is none of ${CALENDARS.join(', ')}`;
  if (!Array.isArray(release.addresses) || release.addresses.length === 0) return 'has no “addresses”';
  if (!release.addresses.every((one) => isTable(one) && typeof one.url === 'string' && URL.canParse(one.url)))
    return 'has an address without a “url”';
  if (release.parts !== undefined && !(Number.isInteger(release.parts) && Number(release.parts) > 0 && Number(release.parts) < 100))
    return 'has “parts” that are no number';
  if (release.licence !== undefined && !(typeof release.licence === 'string' && Object.hasOwn(licences, release.licence)))
    return 'has a “licence” that stands nowhere';
  if (
    release.sha256 !== undefined &&
    !(isTable(release.sha256) && Object.values(release.sha256).every((hash) => /^[0-9a-f]{64}$/i.test(String(hash))))
  )
    return 'has a “sha256” that is no table of hashes';
  if (release.inside !== undefined && !isPattern(release.inside)) return 'has an “inside” that is no regular expression';
  return undefined;
}

function isPattern(value: unknown): boolean {
  try {
    return typeof value === 'string' && new RegExp(value).source !== '';
  } catch {
    return false;
  }
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

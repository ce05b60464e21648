// What this machine remembers of updates: the catalogue's corrections, which terms were accepted, and what was fetched.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Catalogue, type Licence, corrected, readCatalogue } from '../../codesets/catalogue';
import shipped from '../../codesets/catalogue.json';
import { clearDrafts, replaceFile } from '../ledger/folder';
import type { Version } from './download';
import { reason } from './reason';

/** A catalogue that cannot be used, in a sentence. */
export class CatalogueProblem extends Error {}

/** A file as it was fetched, and the editions that came of it, by the hash that they carry. */
export interface Fetched {
  readonly url: string;
  readonly sha256: string;
  readonly version: Version;
}

interface Records {
  /** By the licence's id. `wording` tells whether its text is still the one that was accepted. */
  readonly licences: Readonly<
    Record<string, { readonly title: string; readonly link: string; readonly accepted: string; readonly wording: string }>
  >;
  /** By release, edition and part. */
  readonly fetched: Readonly<Record<string, Fetched>>;
}

/**
 * The catalogue that ships, with the corrections of `named`, or else of catalogue.json in the data folder. Never from a
 * workspace: it says whence files come. Throws a `CatalogueProblem`.
 */
export function readCatalogueHere(folder: string, named?: string): Catalogue {
  const ours = readCatalogue(JSON.stringify(shipped));
  if (typeof ours === 'string') throw new CatalogueProblem(`Superbill's own catalogue cannot be used: ${ours}.`);
  const file = named ?? path.join(folder, 'catalogue.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (named === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return ours;
    throw new CatalogueProblem(`The catalogue ${file} could not be read: ${reason(error)}.`);
  }
  const corrections = readCatalogue(text.replace(/^\uFEFF/, ''), ours.licences);
  if (typeof corrections === 'string') throw new CatalogueProblem(`The catalogue ${file} cannot be used: ${corrections}.`);
  return corrected(ours, corrections);
}

/** The day on which these very words were accepted. */
export function acceptedOn(folder: string, licence: Licence & { readonly id: string }): string | undefined {
  const { licences } = readRecords(folder);
  const found = Object.hasOwn(licences, licence.id) ? licences[licence.id] : undefined;
  return found?.wording === wordingOf(licence) ? found.accepted : undefined;
}

export function recordAcceptance(folder: string, licence: Licence & { readonly id: string }, day: string): void {
  change(folder, (records) => ({
    ...records,
    licences: {
      ...records.licences,
      [licence.id]: { title: licence.title, link: licence.link, accepted: day, wording: wordingOf(licence) },
    },
  }));
}

export function fetchedBefore(folder: string, key: string): Fetched | undefined {
  const { fetched } = readRecords(folder);
  return Object.hasOwn(fetched, key) ? fetched[key] : undefined;
}

export function recordFetched(folder: string, key: string, what: Fetched): void {
  change(folder, (records) => ({ ...records, fetched: { ...records.fetched, [key]: what } }));
}

function wordingOf({ title, text, link }: Licence): string {
  return createHash('sha256').update([title, text, link].join('\n')).digest('hex');
}

function fileOf(folder: string): string {
  return path.join(folder, 'updates.json');
}

function readRecords(folder: string): Records {
  try {
    const { licences, fetched } = JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Partial<Records>;
    return { licences: licences ?? {}, fetched: fetched ?? {} };
  } catch {
    // Nothing was recorded, or it cannot be read: then terms are shown again and files fetched again.
    return { licences: {}, fetched: {} };
  }
}

/** The file is whole at any moment. */
function change(folder: string, edit: (records: Records) => Records): void {
  mkdirSync(folder, { recursive: true });
  clearDrafts(folder);
  replaceFile(fileOf(folder), `${JSON.stringify(edit(readRecords(folder)), null, 2)}\n`);
}

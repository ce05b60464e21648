// Brings releases of code sets to this machine: fetched, checked, imported, and the download removed.
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Catalogue, type Offer, type OfferedFile, hashOf, nameOf, offerOn } from '../../codesets/catalogue';
import type { Manifest } from '../../codesets/code-set';
import { isRunning } from '../ledger/folder';
import { type Patience, download, forget } from './download';
import { editionsOf, storedEditions } from './editions';
import { decode, firstBytes } from './files';
import type { ImportJob, Imported } from './import-files';
import type { ProxySettings } from './protocol';
import { reason } from './reason';
import { fetchedBefore, recordFetched } from './update-records';

/** What came of one release. */
export interface Updated {
  readonly id: string;
  readonly title: string;
  /** The catalogue's. */
  readonly edition: string;
  /** `current`: it was here already. */
  readonly state: 'updated' | 'current' | 'failed' | 'cancelled';
  /** A plain sentence. */
  readonly message: string;
  readonly editions: readonly Manifest[];
}

export interface UpdateOptions {
  readonly signal: AbortSignal;
  readonly patience: Patience;
  /** Where a release stands. Without numbers it is being imported, or waits to be tried again. */
  tell(offer: Offer, doing: string, received?: number, total?: number): void;
  import(job: ImportJob, signal: AbortSignal): Promise<Imported | string>;
  /** What a person can do where a release cannot be fetched. */
  advice(offer: Offer): string;
  /** Superbill's data folder. */
  readonly folder: string;
  /** The way to the internet, as an editor's settings have it. */
  readonly proxy?: ProxySettings;
}

/** What is offered on a day, and which of it is here. */
export interface Standing {
  readonly offer: Offer;
  /** The offered edition, if it is here. */
  readonly here: readonly Manifest[];
  /** All imported editions of the same kind, the newest first. */
  readonly imported: readonly Manifest[];
}

export function standings(catalogue: Catalogue, day: string, folder: string): Standing[] {
  const stored = editionsIn(folder);
  return catalogue.releases.map((release) => {
    const offer = offerOn(catalogue, release, day);
    const imported = stored
      .filter((one) => one.id === release.set && one.layer === release.layer)
      .sort((a, b) =>
        b.effective.from === a.effective.from ? b.edition.localeCompare(a.edition) : b.effective.from.localeCompare(a.effective.from),
      );
    return {
      offer,
      imported,
      here: imported.filter(
        (one) => one.edition === offer.edition || (release.calendar !== 'half-year' && one.effective.from === offer.from),
      ),
    };
  });
}

/** A release whose terms were not accepted. `how`: what a person can do. */
export function unaccepted({ release, edition }: Offer, how = ''): Updated {
  const message = `${release.title} ${edition}: not fetched, its terms were not accepted.${how}`;
  return { id: release.id, title: release.title, edition, state: 'failed', message, editions: [] };
}

/** `fetching 0.5 of 2.2 MB` */
export function progressWords(doing: string, received?: number, total?: number): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  if (received === undefined) return doing;
  return `${doing} ${megabytes(received)}${total === undefined ? '' : ` of ${megabytes(total)}`} MB`;
}

/** Brings one release. Never throws: what goes wrong is said. */
export async function updateRelease(offer: Offer, options: UpdateOptions): Promise<Updated> {
  const { release, edition } = offer;
  const result = (state: Updated['state'], message: string, editions: readonly Manifest[] = []): Updated => ({
    id: release.id,
    title: release.title,
    edition,
    state,
    message: `${release.title} ${edition}: ${message}`,
    editions,
  });
  const downloads = path.join(options.folder, 'downloads');
  const lock = path.join(downloads, `${fileName(`${release.id} ${edition}`)}.lock`);
  let locked = false;
  try {
    locked = takeLock(lock);
    if (!locked) return result('failed', 'another window or program is fetching it at this moment.');
    const editions: Manifest[] = [];
    let news = 0;
    for (const file of offer.files) {
      const outcome = await updateFile(offer, file, downloads, options);
      if (outcome.state === 'failed' || outcome.state === 'cancelled') {
        const kept =
          outcome.state === 'cancelled'
            ? 'stopped. What has come is kept; the next time goes on from there.'
            : `${outcome.reason} ${unharmed(editions)}`;
        return result(outcome.state, kept, editions);
      }
      if (outcome.state === 'updated') news += 1;
      editions.push(...outcome.editions);
    }
    if (news === 0) return result('current', 'up to date.', editions);
    const count = editions.filter((one) => one.id === release.set && one.layer === release.layer).reduce((sum, one) => sum + one.count, 0);
    return result('updated', `imported, ${count.toLocaleString('en-US')} entries, in use from ${offer.from}.`, editions);
  } catch (error) {
    return result('failed', `it could not be kept in ${options.folder}: ${reason(error)}. ${unharmed([])}`);
  } finally {
    if (locked) rmSync(lock, { force: true });
  }
}

function unharmed(imported: readonly Manifest[]): string {
  return imported.length > 0 ? 'What was imported before that is in use.' : 'The editions in use are as they were.';
}

type FileOutcome =
  | { readonly state: 'updated' | 'current'; readonly editions: readonly Manifest[] }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'cancelled' };

async function updateFile(offer: Offer, { urls, part }: OfferedFile, downloads: string, options: UpdateOptions): Promise<FileOutcome> {
  const { release, edition } = offer;
  const { signal, patience, tell, folder, proxy } = options;
  const key = [release.id, edition, part].filter((word) => word !== undefined).join(' ');
  const file = path.join(downloads, `${fileName(key)}.part`);
  const what = part === undefined ? 'fetching' : `fetching part ${part} of ${offer.files.length}`;
  const before = fetchedBefore(folder, key);
  const failed = (reason: string): FileOutcome => ({ state: 'failed', reason: `${reason} ${options.advice(offer)}` });
  const reasons: string[] = [];
  for (const url of urls) {
    const expected = hashOf(release, url);
    const same = expected ? withHash(offer, expected, folder) : [];
    if (same.length > 0) return { state: 'current', editions: same };
    const here = before?.url === url ? withHash(offer, before.sha256, folder) : [];
    const got = await download(url, file, {
      signal,
      patience,
      ...(proxy && { proxy }),
      ...(here.length > 0 && before ? { known: before.version } : {}),
      progress: (received, total) => tell(offer, what, received, total),
      again: (reason, milliseconds) => tell(offer, `${reason}; trying again in ${inSeconds(milliseconds)}`),
    });
    if (got.kind === 'cancelled') return { state: 'cancelled' };
    if (got.kind === 'unchanged') return { state: 'current', editions: here };
    if (got.kind === 'failed') return failed(`${url} could not be fetched: ${got.reason}.`);
    if (got.kind === 'gone') {
      reasons.push(`${url}: ${got.reason}.`);
      continue;
    }
    const { sha256, version } = got;
    if (expected && sha256 !== expected) {
      forget(file);
      return failed(`${url} is not the file that the catalogue knows: its hash is ${sha256}, not ${expected}.`);
    }
    if (isWebPage(file)) {
      forget(file);
      reasons.push(`${url}: it gives a web page, not the file.`);
      continue;
    }
    const already = withHash(offer, sha256, folder);
    const imported = already.length > 0 ? already : await importDownload(offer, url, file, options);
    if (imported === 'cancelled') return { state: 'cancelled' };
    forget(file);
    if (typeof imported === 'string') return failed(`${url} is refused: ${imported}.`);
    recordFetched(folder, key, { url, sha256, version });
    return { state: already.length > 0 ? 'current' : 'updated', editions: imported };
  }
  return failed(reasons.length === 1 ? reasons[0] : `It is at none of these addresses. ${reasons.join(' ')}`);
}

async function importDownload(
  offer: Offer,
  url: string,
  file: string,
  { tell, signal, folder, ...options }: UpdateOptions,
): Promise<Imported | string> {
  const { release, edition, from } = offer;
  tell(offer, 'importing');
  try {
    return await options.import(
      {
        files: [{ file, name: nameOf(url) }],
        source: url,
        folder: editionsOf(folder),
        ...(release.tellEdition ? { edition } : {}),
        ...(release.inside ? { inside: release.inside } : {}),
        promise: {
          set: release.set,
          ...(release.layer ? { layer: release.layer } : {}),
          edition,
          ...(release.calendar === 'half-year' ? {} : { from }),
        },
      },
      signal,
    );
  } catch (error) {
    if (signal.aborted) return 'cancelled';
    throw error;
  }
}

/** Whole seconds, for a person. */
function inSeconds(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}

/** Editions on this machine that came of the file with this hash, if what the release is for is among them. */
function withHash({ release }: Offer, sha256: string, folder: string): Manifest[] {
  const found = editionsIn(folder).filter((one) => one.sha256 === sha256);
  return found.some((one) => one.id === release.set && one.layer === release.layer) ? found : [];
}

function editionsIn(folder: string): Manifest[] {
  return storedEditions(() => undefined, editionsOf(folder)).map(({ manifest }) => manifest);
}

/** A page that asks for a licence, or says that there is nothing, comes as a file, too. */
function isWebPage(file: string): boolean {
  return /^\s*<(!doctype html|html|head)\b/i.test(decode(firstBytes(file, 512)));
}

function fileName(words: string): string {
  return words.replaceAll(/[^\w-]+/g, '.');
}

/** Two programs that fetch the same would spoil each other's file. What an ended program left behind counts for nothing. */
function takeLock(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true });
  removeStale(path.dirname(file));
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isHeld(file)) return false;
      rmSync(file, { force: true });
    }
  }
  return false;
}

/** Nobody fetches for so long; the number of a program that ended may then be another's. */
const LONGEST_HELD = 6 * 60 * 60 * 1000;

function isHeld(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs < LONGEST_HELD && isRunning(Number(readFileSync(file, 'utf8')));
  } catch {
    // It was given back in this moment.
    return false;
  }
}

const STALE = 30 * 24 * 60 * 60 * 1000;

/** Pieces of releases that nobody went on with for a month. */
function removeStale(downloads: string): void {
  for (const name of readdirSync(downloads)) {
    const file = path.join(downloads, name);
    if (Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > STALE) rmSync(file, { force: true });
  }
}

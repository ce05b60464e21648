// Fetches one file over HTTP into a folder: in pieces, going on where it was cut off, trying again with growing waits.
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import path from 'node:path';
import { setTimeout as waitFor } from 'node:timers/promises';
import type { ProxySettings } from './protocol';
import { ProxyProblem, connectThrough, isHere, proxyFor } from './proxy';
import { reason } from './reason';

/** What the server says a file's state is; with it, it can say later that nothing has changed. */
export interface Version {
  readonly etag?: string;
  readonly modified?: string;
}

export type Download =
  | { readonly kind: 'fetched'; readonly file: string; readonly sha256: string; readonly version: Version }
  /** It is as it was when `known` was noted. */
  | { readonly kind: 'unchanged' }
  /** Not to be had at this address: another one may have it. */
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }
  /** What came so far is kept for the next time. */
  | { readonly kind: 'cancelled' };

/** How long to wait, how often to try again, how much to take. */
export interface Patience {
  /** Milliseconds before each further try; as many tries as there are waits. */
  readonly waits: readonly number[];
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds without a sign of life after which a connection counts as broken. */
  readonly silence: number;
  readonly mostBytes: number;
}

export const PATIENCE: Patience = {
  waits: [1_000, 3_000, 9_000, 20_000],
  wait: async (milliseconds, signal) => {
    await waitFor(milliseconds, undefined, { signal });
  },
  silence: 30_000,
  mostBytes: 300_000_000,
};

export interface DownloadOptions {
  readonly signal: AbortSignal;
  /** Bytes so far, and of how many where the server tells. */
  progress(received: number, total: number | undefined): void;
  /** Why it is tried again, and in how many milliseconds. */
  again(reason: string, milliseconds: number): void;
  readonly patience: Patience;
  /** What the server said of the file that is here already. */
  readonly known?: Version;
  /** The way to the internet, as an editor's settings have it. */
  readonly proxy?: ProxySettings;
}

/** No server gets to say how long people wait. */
const LONGEST_WAIT = 120_000;
const MOST_REDIRECTS = 5;

type Attempt = Download | { readonly kind: 'again'; readonly reason: string; readonly after?: number };

/** Fetches an address into `file`, which others leave alone. What was begun there before, and is still the same, is gone on with. */
export async function download(url: string, file: string, options: DownloadOptions): Promise<Download> {
  const { signal, patience, again } = options;
  let failures = 0,
    farthest = sizeOf(file);
  for (;;) {
    if (signal.aborted) return { kind: 'cancelled' };
    const attempt = await tryOnce(url, file, options).catch((error: unknown) => judge(error, signal, sizeOf(file) > 0));
    if (attempt.kind !== 'again') return attempt;
    // Who gets farther than ever before has all tries again.
    if (sizeOf(file) > farthest) failures = 0;
    farthest = Math.max(farthest, sizeOf(file));
    if (failures >= patience.waits.length) return { kind: 'gone', reason: attempt.reason };
    const milliseconds = Math.min(LONGEST_WAIT, Math.max(attempt.after ?? 0, patience.waits[failures]));
    failures += 1;
    again(attempt.reason, milliseconds);
    try {
      await patience.wait(milliseconds, signal);
    } catch {
      // Somebody has enough of waiting.
      return { kind: 'cancelled' };
    }
  }
}

/** Removes what a download left in a folder. */
export function forget(file: string): void {
  rmSync(file, { force: true });
  rmSync(noteOf(file), { force: true });
}

/** A problem of this machine's disk, which no further try cures. */
class DiskProblem extends Error {}

/** `begun`: something has come before, so that there was a connection and it may come back. */
function judge(error: unknown, signal: AbortSignal, begun: boolean): Attempt {
  if (signal.aborted) return { kind: 'cancelled' };
  if (error instanceof DiskProblem) return { kind: 'failed', reason: error.message };
  if (error instanceof ProxyProblem) return { kind: error.passing ? 'again' : 'gone', reason: error.message };
  const { code = '', message } = error as NodeJS.ErrnoException;
  const words: Record<string, string> = {
    ENOTFOUND: 'its server is not found (is this machine on the internet?)',
    EAI_AGAIN: 'its server is not found (is this machine on the internet?)',
    ECONNREFUSED: 'nobody answers there',
    ECONNRESET: 'the connection ended early',
    ETIMEDOUT: 'the server does not answer',
    EPIPE: 'the connection ended early',
  };
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code))
    return {
      kind: 'gone',
      reason: `the connection is not safe (${code}): a program on the way looks into it, or this machine’s clock is wrong`,
    };
  if (['ENOTFOUND', 'EAI_AGAIN'].includes(code) && !begun) return { kind: 'gone', reason: words[code] };
  return { kind: 'again', reason: words[code] ?? message };
}

async function tryOnce(url: string, file: string, options: DownloadOptions): Promise<Attempt> {
  const begun = begunBefore(file, url);
  const answer = await ask(
    url,
    {
      'user-agent': 'superbill',
      'accept-encoding': 'identity',
      accept: '*/*',
      ...(begun ? { range: `bytes=${begun.size}-`, 'if-range': begun.mark } : known(options.known)),
    },
    options,
  );
  if (typeof answer === 'string') return { kind: 'gone', reason: answer };
  const { statusCode: status = 0, headers } = answer;
  // Some servers go on with the file that they have now, whatever the piece here is a piece of.
  const isSame = !headers.etag || !begun?.version.etag || headers.etag === begun.version.etag;
  const total =
    begun && status === 206 ? (isSame ? rangeOf(headers['content-range'], begun.size) : undefined) : lengthOf(headers['content-length']);
  if (status === 200 || (status === 206 && begun && total !== undefined)) {
    if (headers['content-encoding'] && headers['content-encoding'] !== 'identity')
      return drop(answer, { kind: 'failed', reason: 'the server packs the file in a way that was not asked for' });
    if (total !== undefined && total > options.patience.mostBytes) return drop(answer, tooLarge(options));
    const from = status === 206 && begun ? begun.size : 0;
    const version = from > 0 && begun ? begun.version : versionOf(headers);
    return take(answer, { url, file, from, total, version }, options);
  }
  drop(answer, undefined);
  if (status === 304 && !begun) return { kind: 'unchanged' };
  if (begun && status === 416 && headers['content-range'] === `bytes */${begun.size}`) return complete(file, begun.version);
  if (begun && (status === 416 || status === 206)) {
    forget(file);
    return { kind: 'again', reason: 'the server has another file now', after: 0 };
  }
  if (status >= 500 || [408, 425, 429].includes(status))
    return { kind: 'again', reason: `the server says to try later (${status})`, ...after(headers['retry-after']) };
  if (status === 404 || status === 410) return { kind: 'gone', reason: `the file is not there (${status})` };
  return { kind: 'gone', reason: `the server does not give it (${status})` };
}

/** Follows redirects; a sentence where one leads where nothing may be fetched. */
async function ask(
  url: string,
  headers: http.OutgoingHttpHeaders,
  { signal, patience, proxy: settings }: DownloadOptions,
): Promise<http.IncomingMessage | string> {
  let at = new URL(url);
  for (let redirects = 0; ; redirects += 1) {
    if (!isSafe(at)) return `${at.protocol}//${at.host} is not a safe address: it must begin with https`;
    const proxy = proxyFor(at, settings);
    const connection = proxy && (await connectThrough(proxy, at, { signal, silence: patience.silence }));
    const way = connection ? { createConnection: () => connection } : { agent: false };
    const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const { request } = at.protocol === 'https:' ? https : http;
      const asked = request(at, { headers, signal, timeout: patience.silence, ...way }, resolve);
      asked.on('timeout', () => asked.destroy(Object.assign(new Error('the server does not answer'), { code: 'ETIMEDOUT' })));
      asked.on('error', reject);
      asked.end();
    });
    const {
      statusCode = 0,
      headers: { location },
    } = answer;
    if (![301, 302, 303, 307, 308].includes(statusCode)) return answer;
    drop(answer, undefined);
    if (!location || !URL.canParse(location, at.href)) return 'the server sends us elsewhere, but not where';
    if (redirects >= MOST_REDIRECTS) return 'the server sends us in circles';
    at = new URL(location, at);
  }
}

/** Encrypted, or on this machine. */
function isSafe(at: URL): boolean {
  return at.protocol === 'https:' || (at.protocol === 'http:' && isHere(at));
}

interface Piece {
  readonly url: string;
  readonly file: string;
  /** Where the server begins. */
  readonly from: number;
  readonly total: number | undefined;
  readonly version: Version;
}

async function take(answer: http.IncomingMessage, { url, file, from, total, version }: Piece, options: DownloadOptions): Promise<Attempt> {
  const { patience, progress } = options;
  let received = from;
  const target = await onDisk(file, async () => {
    mkdirSync(path.dirname(file), { recursive: true });
    const opened = await open(file, from > 0 ? 'a' : 'w');
    if (from === 0) writeFileSync(noteOf(file), JSON.stringify({ url, ...version }));
    return opened;
  });
  try {
    progress(received, total);
    for await (const chunk of answer as AsyncIterable<Uint8Array>) {
      if (received + chunk.length > patience.mostBytes) {
        forget(file);
        return tooLarge(options);
      }
      await onDisk(file, () => writeAll(target, chunk));
      received += chunk.length;
      progress(received, total);
    }
  } finally {
    await onDisk(file, () => target.close());
    answer.destroy();
  }
  if (total !== undefined && received !== total) {
    // More than promised is no better than less.
    if (received > total) forget(file);
    return { kind: 'again', reason: 'the connection ended early' };
  }
  return complete(file, version);
}

async function complete(file: string, version: Version): Promise<Download> {
  const hash = createHash('sha256');
  await onDisk(file, async () => {
    for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) hash.update(chunk);
  });
  return { kind: 'fetched', file, sha256: hash.digest('hex'), version };
}

async function writeAll(target: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await target.write(bytes, at)).bytesWritten;
}

async function onDisk<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new DiskProblem(`${path.dirname(file)} could not be written to: ${reason(error)}`);
  }
}

/** What is here of a file, if the server can tell whether it is still the same. */
function begunBefore(file: string, url: string): { size: number; mark: string; version: Version } | undefined {
  const size = sizeOf(file);
  if (size === 0) return undefined;
  try {
    const note = JSON.parse(readFileSync(noteOf(file), 'utf8')) as Version & { url?: string };
    const mark = note.etag && !note.etag.startsWith('W/') ? note.etag : note.modified;
    return note.url === url && mark
      ? { size, mark, version: { ...(note.etag && { etag: note.etag }), ...(note.modified && { modified: note.modified }) } }
      : undefined;
  } catch {
    // Without the note nobody knows what the piece is a piece of: it is fetched again.
    return undefined;
  }
}

function noteOf(file: string): string {
  return `${file}.json`;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function known(version: Version | undefined): http.OutgoingHttpHeaders {
  return { ...(version?.etag && { 'if-none-match': version.etag }), ...(version?.modified && { 'if-modified-since': version.modified }) };
}

function versionOf({ etag, 'last-modified': modified }: http.IncomingHttpHeaders): Version {
  return { ...(etag && { etag }), ...(modified && { modified }) };
}

/** The length of the whole file, if the piece begins where it should. */
function rangeOf(written: string | undefined, from: number): number | undefined {
  const match = /^bytes (\d+)-\d+\/(\d+)$/.exec(written ?? '');
  return match && Number(match[1]) === from ? Number(match[2]) : undefined;
}

function lengthOf(written: string | undefined): number | undefined {
  return written !== undefined && /^\d+$/.test(written) ? Number(written) : undefined;
}

function after(written: string | undefined): { after?: number } {
  if (written === undefined) return {};
  const milliseconds = /^\d+$/.test(written) ? Number(written) * 1000 : Date.parse(written) - Date.now();
  return Number.isFinite(milliseconds) ? { after: milliseconds } : {};
}

function tooLarge({ patience }: DownloadOptions): Download {
  return { kind: 'failed', reason: `it is larger than ${Math.round(patience.mostBytes / 1e6)} MB, and no release is` };
}

/** The rest of an answer is not wanted. */
function drop<T>(answer: http.IncomingMessage, result: T): T {
  // That it ends early is what was asked for.
  answer.on('error', () => undefined);
  answer.destroy();
  return result;
}

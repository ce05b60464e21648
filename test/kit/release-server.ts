// A publisher on this machine: serves releases over HTTP, also cut off, slow, moved, changed or not at all.
import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { resolve as fullPath } from 'node:path';

/** The certificate of publisher.example. */
export const PUBLISHER = fullPath('test/kit/publisher.pem');

export interface Served {
  readonly bytes?: Uint8Array;
  /** Absent: the server cannot tell whether the file has changed. */
  readonly etag?: string;
  /** False: every answer is the whole file. */
  readonly ranges?: boolean;
  /** It goes on with the file that it has now, although another was begun. */
  readonly careless?: boolean;
  /** Statuses of the first answers, before the file is given. */
  readonly first?: readonly number[];
  readonly headers?: Readonly<Record<string, string>>;
  /** So many bytes of the first answer, and then the connection breaks. */
  readonly cutAt?: number;
  /** So many bytes, and then nothing more comes, in every answer until `release` is called. */
  readonly holdAt?: number;
  /** A hundred bytes at a time, and never the last ones. */
  readonly drips?: boolean;
  /** The length of the file is not told. */
  readonly unsized?: boolean;
  readonly location?: string;
}

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly status: number;
}

export class ReleaseServer {
  readonly asked: Asked[] = [];
  private readonly files = new Map<string, Served>();
  private readonly waiting: { path: string; times: number; resolve: () => void }[] = [];
  private readonly server: Server;

  /** `name`: of an encrypted server, which only a proxy finds; programs trust it that are told to trust `PUBLISHER`. */
  constructor(private readonly name?: 'publisher.example') {
    const answer = (request: IncomingMessage, response: ServerResponse) => this.answer(request, response);
    const pem = name && readFileSync(PUBLISHER);
    this.server = pem ? createSecureServer({ key: pem, cert: pem }, answer) : createServer(answer);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
    return this;
  }

  get origin(): string {
    const { port } = this.server.address() as AddressInfo;
    return this.name ? `https://${this.name}:${port}` : `http://127.0.0.1:${port}`;
  }

  /** Puts a file at a path; its address. */
  serve(path: string, served: Served): string {
    this.files.set(path, served);
    return this.origin + path;
  }

  /** The publisher moves the file away. */
  remove(path: string): void {
    this.files.delete(path);
  }

  /** Waits until a path was asked for so many times. */
  heard(path: string, times = 1): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ path, times, resolve });
      this.wake();
    });
  }

  statuses(path: string): number[] {
    return this.asked.filter((one) => one.path === path).map((one) => one.status);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    const served = this.files.get(path);
    const times = this.asked.filter((one) => one.path === path).length;
    const { status, headers, body } = this.decide(request, served, times);
    this.asked.push({ path, headers: request.headers, status });
    // Whoever waits for it may end us: that the connection breaks is then as it should be.
    response.on('error', () => undefined);
    response.writeHead(status, headers);
    if (served?.drips && status < 300) drip(response, body);
    else if (served?.holdAt !== undefined && status < 300) response.write(body.subarray(0, served.holdAt));
    else if (served?.cutAt !== undefined && status < 300 && times === (served.first?.length ?? 0)) {
      response.write(body.subarray(0, served.cutAt), () => response.destroy());
    } else response.end(body);
    this.wake();
  }

  private decide(
    request: IncomingMessage,
    served: Served | undefined,
    times: number,
  ): { status: number; headers: Record<string, string>; body: Uint8Array } {
    const nothing = new Uint8Array();
    if (!served) return { status: 404, headers: {}, body: nothing };
    const early = served.first?.[times];
    if (early !== undefined) return { status: early, headers: { ...served.headers }, body: nothing };
    if (served.location !== undefined) return { status: 302, headers: { location: served.location }, body: nothing };
    const bytes = served.bytes ?? nothing;
    const headers: Record<string, string> = { ...(served.etag && { etag: served.etag }), ...served.headers };
    if (served.etag && request.headers['if-none-match'] === served.etag) return { status: 304, headers, body: nothing };
    const from = served.ranges === false ? undefined : /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
    const mark = request.headers['if-range'];
    if (from !== undefined && (mark === served.etag || served.careless)) {
      const at = Number(from);
      if (at >= bytes.length) return { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes.length}` }, body: nothing };
      const body = bytes.subarray(at);
      return {
        status: 206,
        headers: { ...headers, 'content-range': `bytes ${at}-${bytes.length - 1}/${bytes.length}`, 'content-length': String(body.length) },
        body,
      };
    }
    return { status: 200, headers: { ...headers, ...(served.unsized ? {} : { 'content-length': String(bytes.length) }) }, body: bytes };
  }

  private wake(): void {
    for (const one of [...this.waiting]) {
      if (this.asked.filter(({ path }) => path === one.path).length < one.times) continue;
      this.waiting.splice(this.waiting.indexOf(one), 1);
      one.resolve();
    }
  }
}

function drip(response: ServerResponse, body: Uint8Array): void {
  let at = 0;
  const next = () => {
    if (at + 100 >= body.length || response.destroyed) return;
    response.write(body.subarray(at, (at += 100)), next);
  };
  next();
}

/** An order file of ICD-10-CM with a few codes, as its publisher lays it out. */
export function orderFile(title = 'Cholera, unspecified'): string {
  const rows: readonly (readonly [string, 0 | 1, string])[] = [
    ['A00', 0, 'Cholera'],
    ['A009', 1, title],
    ['Z99', 0, 'Dependence'],
    ['Z998', 1, 'Other dependence'],
  ];
  return rows
    .map(
      ([code, billable, words], i) =>
        `${String(i + 1).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${words.slice(0, 60).padEnd(60)} ${words}`,
    )
    .join('\r\n');
}

/** Files in an archive. A picture beside them that nobody reads makes it as large as wished. */
export function archive(files: Readonly<Record<string, string>>, padding = 400_000): Uint8Array {
  const texts = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return zipSync({ ...Object.fromEntries(texts), 'notes.pdf': new Uint8Array(randomBytes(padding)) });
}

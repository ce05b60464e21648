// The proxy that a hospital puts between its machines and the internet: which one is on the way to an address, and the way through it.
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';
import type { ProxySettings } from './protocol';

/** Why there is no way through the proxy, for a person. It names the proxy's host, never its password. */
export class ProxyProblem extends Error {
  /** `passing`: a further try may do better. */
  constructor(
    message: string,
    readonly passing: boolean,
  ) {
    super(message);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy on the way to an address: as the editor's settings say, else as the environment does. This machine needs none. */
export function proxyFor(to: URL, settings: ProxySettings = {}, environment: Environment = process.env): URL | undefined {
  const named = (...names: readonly string[]) =>
    names.flatMap((name) => [environment[name], environment[name.toLowerCase()]]).find(Boolean);
  const address = settings.proxy || named(to.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY', 'ALL_PROXY', 'HTTP_PROXY');
  const direct = settings.noProxy?.length ? settings.noProxy : (named('NO_PROXY') ?? '').split(/[\s,]+/);
  if (!address || isHere(to) || direct.some((pattern) => fits(to, pattern))) return undefined;
  // Many leave out what it begins with.
  const written = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  const proxy = URL.canParse(written) ? new URL(written) : undefined;
  if (proxy && ['http:', 'https:'].includes(proxy.protocol) && proxy.hostname !== '') return proxy;
  throw new ProxyProblem('the address of the proxy is not understood: it is written http://HOST:PORT', false);
}

/** Is it this machine? */
export function isHere({ hostname }: URL): boolean {
  return ['localhost', '[::1]'].includes(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** `example.org` stands for what is below it, too, as `.example.org` and `*.example.org` do; `*` for everything; a port may follow. */
function fits(to: URL, pattern: string): boolean {
  const [, host, port] = /^(.*?)(?::(\d+))?$/.exec(pattern.trim().toLowerCase()) ?? [];
  if (!host || (port !== undefined && port !== portOf(to))) return false;
  const name = host.replace(/^\*?\.?/, '');
  return host === '*' || (name !== '' && (to.hostname === name || to.hostname.endsWith(`.${name}`)));
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

/** An encrypted connection through the proxy, which sees where it leads, and nothing of what is said. Rejects with a `ProxyProblem`. */
export async function connectThrough(proxy: URL, to: URL, { signal, silence }: { signal: AbortSignal; silence: number }): Promise<Duplex> {
  const socket = await tunnel(proxy, `${to.hostname}:${portOf(to)}`, signal, silence);
  const host = to.hostname.replace(/^\[(.*)\]$/, '$1');
  return tls.connect({ socket, host, ...(isIP(host) === 0 && { servername: host }) });
}

function tunnel(proxy: URL, target: string, signal: AbortSignal, silence: number): Promise<Duplex> {
  const { request } = proxy.protocol === 'https:' ? https : http;
  const login = [proxy.username, proxy.password].map(decoded).join(':');
  const headers = { host: target, ...(login !== ':' && { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }) };
  return new Promise((resolve, reject) => {
    const { protocol, hostname, port } = proxy;
    const asked = request({
      protocol,
      hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      method: 'CONNECT',
      path: target,
      headers,
      signal,
      timeout: silence,
      agent: false,
    });
    asked.on('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode >= 200 && statusCode < 300) {
        socket.setTimeout(0);
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(refusal(proxy, statusCode));
    });
    asked.on('timeout', () => asked.destroy(new ProxyProblem(`the proxy ${proxy.host} does not answer`, true)));
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (error instanceof ProxyProblem || signal.aborted) reject(error);
      else if (['ENOTFOUND', 'EAI_AGAIN'].includes(error.code ?? ''))
        reject(new ProxyProblem(`the proxy ${proxy.host} is not found`, false));
      else reject(new ProxyProblem(`the proxy ${proxy.host} cannot be reached (${error.code ?? 'unknown reason'})`, true));
    });
    asked.end();
  });
}

/** A sign that says how another one is written may be meant as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function refusal({ host }: URL, status: number): ProxyProblem {
  if (status === 407)
    return new ProxyProblem(
      `the proxy ${host} wants a name and a password: put them into its address, http://NAME:PASSWORD@${host}`,
      false,
    );
  return new ProxyProblem(`the proxy ${host} does not let it through (${status})`, status >= 500);
}

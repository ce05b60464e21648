// A hospital's proxy on this machine: leads encrypted connections to a publisher on this machine, whatever name was asked for.
import { type IncomingMessage, type Server, createServer } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';

export interface Connected {
  /** What was asked for: `publisher.example:443`. */
  readonly target: string;
  readonly login: string | undefined;
  readonly status: number;
}

export class ProxyServer {
  readonly connected: Connected[] = [];
  /** The answer to every question; nothing is said where it is 0. */
  status = 200;
  /** A name and a password that are wanted. */
  login: string | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor() {
    // What comes without encryption is not let through, and counted like the rest.
    this.server = createServer((request, response) => {
      this.note(request, 403);
      response.writeHead(403).end();
    });
    this.server.on('connect', (request: IncomingMessage, socket: Socket) => this.lead(request, socket));
    this.server.on('connection', (socket: Socket) => this.keep(socket));
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
    return this;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private lead(request: IncomingMessage, socket: Socket): void {
    const status = this.login !== undefined && loginOf(request) !== this.login ? 407 : this.status;
    this.note(request, status);
    if (status === 0) return;
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    const port = Number(request.url?.split(':').at(-1));
    const publisher = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      publisher.pipe(socket);
      socket.pipe(publisher);
    });
    this.keep(publisher);
    publisher.on('close', () => socket.destroy());
    socket.on('close', () => publisher.destroy());
  }

  private note(request: IncomingMessage, status: number): void {
    this.connected.push({ target: request.url ?? '', login: loginOf(request), status });
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    // Whoever is led may end us.
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }
}

function loginOf({ headers }: IncomingMessage): string | undefined {
  const [, written] = /^Basic (.+)$/.exec(headers['proxy-authorization'] ?? '') ?? [];
  return written && Buffer.from(written, 'base64').toString('utf8');
}

// A small editor for tests: starts the built server as a program of its own and speaks the protocol over its standard streams.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CancellationToken,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';

export interface ClientOptions {
  /** The program and its words; the language server of the command line where absent. */
  readonly program?: readonly string[];
  /** A folder to open. */
  readonly folder?: string;
  readonly capabilities?: object;
  readonly initializationOptions?: object;
  /** Answers of `workspace/configuration`. */
  readonly settings?: object | null;
  /** Where set, applyEdit is refused. */
  readonly readOnly?: boolean;
  /** Added to the server's environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Does not begin by itself: the test says `initialize` or something else. */
  readonly silent?: boolean;
  /** Methods of the server's requests to which this editor never answers. */
  readonly deafTo?: readonly string[];
}

export const SUPERBILL = ['dist/superbill.js', 'lsp', '--stdio'] as const;
export const SERVER = ['dist/server.js', '--stdio'] as const;

/** What VS Code says of itself, as far as the server looks at it. */
export const VS_CODE = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
    diagnostic: {},
    publishDiagnostics: {},
  },
} as const;

export const TODAY = '2026-11-21';

/** An editor with one server. */
export class Client {
  /** What the server wrote into the editor's log, and on its error stream. */
  readonly log: string[] = [];
  readonly initialized: Promise<{ capabilities: Record<string, unknown> }>;
  readonly exit: Promise<number | null>;
  readonly registered: unknown[] = [];
  private readonly process: ChildProcess;
  private readonly connection: MessageConnection;
  private readonly texts = new Map<string, TextDocument>();
  private readonly published = new Map<string, Diagnostic[]>();
  private readonly pulled = new Map<string, { readonly items: Diagnostic[]; readonly resultId: string }>();
  private readonly waiting = new Set<() => void>();
  private readonly counts = new Map<string, number>();
  private readonly notified: { readonly method: string; readonly params: unknown }[] = [];

  constructor(private readonly options: ClientOptions = {}) {
    const [file, ...words] = options.program ?? SUPERBILL;
    assert.ok(existsSync(file), `${file} is not built: run node esbuild.mjs`);
    this.process = spawn(process.execPath, [path.resolve(file), ...words], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...options.environment },
    });
    const { stdin, stdout, stderr } = this.process;
    assert.ok(stdin && stdout && stderr);
    stderr.setEncoding('utf8').on('data', (text: string) => this.log.push(text));
    stdin.on('error', () => this.log.push('the server no longer reads'));
    // With the pipes closed: one that stays open would keep the tests from ending.
    this.exit = new Promise((resolve) => {
      this.process.once('close', (code) => resolve(code));
    });
    const reader = new StreamMessageReader(stdout);
    // A server that ends in the middle of a message would leave the reader waiting for the rest, every ten seconds anew, for ever.
    reader.partialMessageTimeout = 0;
    this.connection = createMessageConnection(reader, new StreamMessageWriter(stdin));
    this.connection.onNotification((method, params) => this.take(method, params));
    this.connection.onRequest((method, params) => this.answer(method, params));
    this.connection.onError(([error]) => this.log.push(error.message));
    this.connection.listen();
    this.initialized = options.silent ? Promise.resolve({ capabilities: {} }) : this.initialize();
  }

  /** What the editor says of itself at the start. */
  get hello(): object {
    const { folder, capabilities, initializationOptions } = this.options;
    const uri = folder === undefined ? null : pathToFileURL(folder).href;
    return {
      processId: process.pid,
      rootUri: uri,
      capabilities: capabilities ?? VS_CODE,
      ...(uri && { workspaceFolders: [{ uri, name: 'practice' }] }),
      initializationOptions: { today: TODAY, trusted: true, ...initializationOptions },
    };
  }

  private async initialize(): Promise<{ capabilities: Record<string, unknown> }> {
    const result = await this.connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', this.hello);
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  /** The answer to a request; an error answer is thrown. `token` cancels it. */
  async ask<R>(method: string, params: unknown = {}, token?: CancellationToken): Promise<R> {
    await this.initialized;
    return token ? this.connection.sendRequest<R>(method, params, token) : this.connection.sendRequest<R>(method, params);
  }

  /** A request about a place of an open document. */
  at<R>(method: string, uri: string, place: Position | string, more: object = {}): Promise<R> {
    return this.ask<R>(method, { textDocument: { uri }, position: typeof place === 'string' ? this.find(uri, place) : place, ...more });
  }

  async notify(method: string, params: unknown): Promise<void> {
    await this.initialized;
    await this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string, languageId = 'superbill'): Promise<void> {
    this.texts.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Incremental changes, one after another; each place is one of the text before it. */
  async edit(uri: string, ...changes: readonly { readonly range: Range; readonly text: string }[]): Promise<void> {
    const document = this.document(uri);
    this.texts.set(uri, TextDocument.update(document, [...changes], document.version + 1));
    await this.notify('textDocument/didChange', { textDocument: { uri, version: this.document(uri).version }, contentChanges: changes });
  }

  /** Exchanges the first place of some words. */
  async exchange(uri: string, words: string, by: string): Promise<void> {
    const document = this.document(uri);
    const at = document.getText().indexOf(words);
    assert.notEqual(at, -1, `“${words}” is not in the document`);
    await this.edit(uri, { range: { start: document.positionAt(at), end: document.positionAt(at + words.length) }, text: by });
  }

  async close(uri: string): Promise<void> {
    this.texts.delete(uri);
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** The text of an open document. */
  text(uri: string): string {
    return this.document(uri).getText();
  }

  /** The place of the first sign of some words, or of `<|>` in them. */
  find(uri: string, words: string): Position {
    const document = this.document(uri);
    const cursor = words.indexOf('<|>');
    const at = document.getText().indexOf(words.replace('<|>', ''));
    assert.notEqual(at, -1, `“${words}” is not in the document`);
    return document.positionAt(at + Math.max(0, cursor));
  }

  /** The findings of a document by request: those of before where the server says that they have not changed. */
  async pull(uri: string): Promise<Diagnostic[]> {
    const before = this.pulled.get(uri);
    const params = { textDocument: { uri }, ...(before && { previousResultId: before.resultId }) };
    const report = await this.ask<{ kind: string; items: Diagnostic[]; resultId: string }>('textDocument/diagnostic', params);
    if (before && report.kind === 'unchanged') return before.items;
    this.pulled.set(uri, report);
    return report.items;
  }

  /** The findings that the server sent by itself, as soon as they are as wanted. */
  async pushed(uri: string, wanted: (found: readonly Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    for (;;) {
      const found = this.published.get(uri);
      if (found && wanted(found)) return found;
      await this.next();
    }
  }

  /** Waits until a notification or request of the server has come so many times. */
  async heard(method: string, times = 1): Promise<void> {
    while ((this.counts.get(method) ?? 0) < times) await this.next();
  }

  /** What the server told with a notification, each time. */
  told<P>(method: string): readonly P[] {
    return this.notified.filter((one) => one.method === method).map((one) => one.params as P);
  }

  times(method: string): number {
    return this.counts.get(method) ?? 0;
  }

  /** Says good-bye as an editor does; the exit code. */
  async stop(): Promise<number | null> {
    await this.ask('shutdown');
    await this.connection.sendNotification('exit');
    return this.exit;
  }

  /** Ends the server without a word, also one that is still starting. What it was about to say is not read any more. */
  kill(): void {
    this.connection.dispose();
    this.process.kill('SIGKILL');
    for (const stream of this.process.stdio) stream?.destroy();
  }

  /** Closes the server's input, as an editor that crashes does. */
  hangUp(): void {
    this.process.stdin?.end();
  }

  private document(uri: string): TextDocument {
    const document = this.texts.get(uri);
    assert.ok(document, `${uri} is not open`);
    return document;
  }

  private take(method: string, params: unknown): void {
    this.count(method);
    this.notified.push({ method, params });
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      this.published.set(uri, diagnostics);
    }
    if (method === 'window/logMessage') this.log.push((params as { message: string }).message);
    this.wake();
  }

  private answer(method: string, params: unknown): unknown {
    this.count(method);
    this.wake();
    if (this.options.deafTo?.includes(method)) return new Promise(() => undefined);
    switch (method) {
      case 'workspace/configuration':
        return (params as { items: unknown[] }).items.map(() => this.options.settings ?? null);
      case 'workspace/applyEdit':
        return this.applyEdit((params as { edit: WorkspaceEdit }).edit);
      case 'client/registerCapability':
        this.registered.push(params);
        return null;
      default:
        return null;
    }
  }

  /** Edits of open documents go in as an editor's own. */
  private applyEdit({ changes }: WorkspaceEdit): { applied: boolean } {
    if (this.options.readOnly) return { applied: false };
    for (const [uri, edits] of Object.entries(changes ?? {})) {
      const last = [...edits].sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
      void this.edit(uri, ...last.map(({ range, newText }) => ({ range, text: newText })));
    }
    return { applied: true };
  }

  private count(method: string): void {
    this.counts.set(method, this.times(method) + 1);
  }

  private next(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.add(resolve);
    });
  }

  private wake(): void {
    const all = [...this.waiting];
    this.waiting.clear();
    for (const resolve of all) resolve();
  }
}

const folders: string[] = [];
const clients: Client[] = [];

/** Starts a server; `stopAll` ends it. */
export function startClient(options: ClientOptions = {}): Client {
  const client = new Client(options);
  clients.push(client);
  return client;
}

/** An empty folder that is removed at the end. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'superbill-wire-')));
  folders.push(folder);
  return folder;
}

/** A copy of the sample practice that is removed at the end. */
export function practiceFolder(name = 'practice'): string {
  const folder = path.join(emptyFolder(), name);
  cpSync('examples', folder, { recursive: true });
  return folder;
}

/** Ends every server and removes every folder of a suite. */
export async function stopAll(): Promise<void> {
  for (const client of clients.splice(0)) {
    client.kill();
    await client.exit;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The address of a file of a folder, as VS Code writes it. */
export function addressIn(folder: string, name: string): string {
  const escaped = (part: string) =>
    encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `file://${path.join(folder, name).split(path.sep).map(escaped).join('/')}`;
}

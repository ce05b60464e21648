// The wire: what the server can do, and one line per request. Everything it answers comes from features/ and the desk.
import {
  CodeLensRefreshRequest, DidChangeWatchedFilesNotification, type CodeAction, type CompletionItem, type Connection, type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind, type DocumentSymbol, type FoldingRange, type InitializeParams, type InitializeResult,
  type Location, LSPErrorCodes, ResponseError, ErrorCodes, type SemanticTokens, TextDocumentSyncKind, type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { codeActions, textEdits } from '../features/code-actions';
import { codeLenses } from '../features/code-lens';
import { completions } from '../features/completion';
import { resolveCompletion } from '../features/completion-resolve';
import { diagnostic, diagnostics } from '../features/diagnostics';
import { documentLinks } from '../features/document-links';
import { foldingRanges } from '../features/folding';
import { formatEdit } from '../features/formatting';
import { prepareHierarchy, subtypes, supertypes } from '../features/hierarchy';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay-hints';
import { Project, type ProjectDocument, type SuperbillDocument, type X12File } from '../features/project';
import { definitions, references, rename, renameSpan } from '../features/references';
import { semanticTokens, TOKEN_TYPES } from '../features/semantic-tokens';
import { documentSymbols, workspaceSymbols } from '../features/symbols';
import type { World } from '../features/world';
import * as x12Actions from '../features/x12-actions';
import * as x12Completion from '../features/x12-completion';
import * as x12Definitions from '../features/x12-definitions';
import { oneSegmentALine } from '../features/x12-format';
import { shownFindings, x12FindingsSteps } from '../features/x12-findings';
import * as x12Hints from '../features/x12-hints';
import * as x12Hover from '../features/x12-hover';
import * as x12Outline from '../features/x12-outline';
import * as x12References from '../features/x12-references';
import * as x12Rename from '../features/x12-rename';
import * as x12Tokens from '../features/x12-tokens';
import { LineIndex } from '../features/positions';
import type { Source } from '../model/value';
import { prepareLoops } from '../syntax/x12/describe';
import type { Span } from '../syntax/tree';
import { clockDay } from './clock';
import { Desk } from './desk';
import { Documents } from './documents';
import { watchedCodeSets } from './editions';
import type { CodeSetRequests } from './code-set-requests';
import {
  CLAIMS_CHANGED, type ChosenCodes, DEFAULT_SETTINGS, type EncounterAt, type ImportCodeSets, type InitializationOptions, type NotePart, type Outcome, REQUESTS, type Settings, type UpdateCodeSets, type X12At,
} from './protocol';
import { fileOf, languageOf, plainUri } from './files';
import { patiently } from './patience';
import { rulePages } from './rule-page';
import { sentFiles } from './sent-files';
import { chosenCodes, codeChoices } from './note-choices';
import { explanation, inFile, isView, readable, viewedFile } from './x12-views';

/** Starts to listen. Returns at once. */
export function startServer(connection: Connection): void {
  const log = (message: string) => connection.console.error(message);
  const project = new Project();
  const documents = new Documents(project, log);
  const codes = watchedCodeSets(log, () => {
    project.judgeAnew();
    refresh();
  });
  const client = { snippets: false, pull: false, refresh: false, configuration: false, watch: false, lensRefresh: false, folders: false };
  let settings: Settings = DEFAULT_SETTINGS;
  let started: InitializationOptions = {};
  const today = () => settings.today || started.today || clockDay();
  const desk = new Desk({ project, codes, today, log, trusted: () => started.trusted !== false, settings: () => ({ rules: settings.rules, payers: settings.payerRules }) });
  const rulePage = rulePages(__dirname);
  const sent = sentFiles(() => desk.book()?.all() ?? [], log);
  const world = (): World => ({ ...desk.world(), rulePage, sent });
  // Until the folders are read, every reference looks broken: what judges or counts waits for them.
  let markRead = () => {};
  const read = new Promise<void>((resolve) => { markRead = resolve; });
  let isRead = false;

  connection.onInitialize((params) => {
    started = (params.initializationOptions ?? {}) as InitializationOptions;
    readCapabilities(params, client);
    documents.folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).flatMap(({ uri }) => fileOf(uri) ?? []);
    desk.root = documents.folders[0];
    return answer(client);
  });

  connection.onInitialized(async () => {
    try {
      if (client.folders) connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => void changeFolders(added, removed));
      if (client.watch) await watch(connection);
      await loadSettings();
      await documents.loadFolders();
      desk.refresh();
    } finally {
      isRead = true;
      markRead();
      refresh();
    }
  });

  async function changeFolders(added: readonly { uri: string }[], removed: readonly { uri: string }[]): Promise<void> {
    const paths = (folders: readonly { uri: string }[]) => folders.flatMap(({ uri }) => fileOf(uri) ?? []);
    await documents.changeFolders(paths(added), paths(removed));
    desk.root = documents.folders[0];
    desk.refresh();
    refresh();
  }

  async function loadSettings(): Promise<void> {
    if (!client.configuration) return;
    const found = (await connection.workspace.getConfiguration('superbill')) as Partial<Settings> | null;
    settings = readSettings(found);
  }

  /** Everything drawn from findings is drawn again. */
  function refresh(): void {
    if (client.pull && client.refresh) void connection.languages.diagnostics.refresh();
    if (!client.pull) for (const document of documents.open.all()) publish(document.uri);
    if (client.lensRefresh) void connection.sendRequest(CodeLensRefreshRequest.type);
    void connection.sendNotification(CLAIMS_CHANGED);
  }

  function publish(uri: string): void {
    void problems(uri, () => false).then((found) => found && connection.sendDiagnostics({ uri, diagnostics: found }));
  }

  /** What is wrong in a document. X12 files may be large: others are served meanwhile. Undefined once the text has changed or `stop` says so. */
  async function problems(uri: string, stop: () => boolean): Promise<Diagnostic[] | undefined> {
    const document = documents.get(uri);
    if (!document || isView(uri)) return [];
    if (document.language !== 'x12') return diagnostics(document, world());
    const judged = world();
    const findings = await patiently(x12FindingsSteps(document, judged), () => stop() || documents.get(uri) !== document);
    return findings && shownFindings(findings).map((finding) => diagnostic(document, finding, judged));
  }

  // What one document says, others stand on: a patient's member id, say. They are drawn again when the typing rests.
  let rest: NodeJS.Timeout | undefined;
  documents.listen(connection, (uri) => {
    if (!client.pull && isRead) publish(uri);
    if (documents.open.all().length < 2 || !defines(documents.get(uri))) return;
    clearTimeout(rest);
    rest = setTimeout(refresh, TYPING_RESTS);
  }, (uri) => {
    if (!client.pull) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onDidChangeConfiguration(async ({ settings: pushed }) => {
    if (client.configuration) await loadSettings();
    else settings = readSettings((pushed as { superbill?: Partial<Settings> } | null | undefined)?.superbill);
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) documents.takeFile(uri);
    if (changes.some(({ uri }) => languageOf(uri) !== 'superbill')) desk.refresh();
    refresh();
  });

  /** Answers about a superbill document, or about an X12 one where the feature has it; nothing where the document is not known. */
  const on = <P extends { textDocument: { uri: string } }, R>(superbill: (document: SuperbillDocument, params: P) => R, edi?: (document: X12File, params: P) => R) => (params: P): R | null => {
    const document = documents.get(params.textDocument.uri);
    if (document?.language === 'superbill') return superbill(document, params);
    return document && edi ? edi(document, params) : null;
  };
  const at = (document: ProjectDocument, params: { position: { line: number; character: number } }) => document.lines.offset(params.position);
  const location = ({ source, span }: { source: Source; span: Span }): Location[] => {
    // Claim files that were sent are not among the documents: they are shown as they are on disk.
    const lines = documents.get(source.uri)?.lines ?? new LineIndex(source.text);
    return [{ uri: source.uri, range: lines.range(span) }];
  };


  /** What needs all loops of an X12 file lets others pass while they are worked out, and is given up once the text has changed. */
  const withLoops = <T>(make: (document: X12File) => T[]) => async (document: X12File): Promise<T[]> => {
    const isStale = () => documents.get(document.uri) !== document;
    await patiently(prepareLoops(document.x12), isStale);
    if (isStale()) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed');
    return make(document);
  };

  const onceRead = <P, R>(handle: (params: P) => R) => async (params: P): Promise<Awaited<R>> => {
    await read;
    return await handle(params);
  };

  /** What leads nowhere in a readable view leads to the same place of its file. */
  const x12Definition = (document: X12File, params: { position: { line: number; character: number } }): Location[] => {
    const places = x12Definitions.definitions(document, at(document, params), world()).flatMap(location);
    if (places.length > 0 || !isView(document.uri)) return places;
    const uri = viewedFile(document.uri), position = inFile({ uri, position: params.position }, documents);
    return [{ uri, range: { start: position, end: position } }];
  };

  connection.onCompletion(on((document, params) => {
    // These letters ask for codes in X12 files only.
    if (X12_TRIGGERS.includes(params.context?.triggerCharacter ?? '')) return null;
    const { items, incomplete } = completions(document, at(document, params), world(), client.snippets);
    return { items, isIncomplete: incomplete };
  }, (document, params) => {
    const { items, incomplete } = x12Completion.completions(document, at(document, params), world(), client.snippets);
    return { items, isIncomplete: incomplete };
  }));
  connection.onCompletionResolve((item): CompletionItem => resolveCompletion(item, world()));
  connection.onHover(on((document, params) => hover(document, at(document, params), world()) ?? null, (document, params) => x12Hover.hover(document, at(document, params), world()) ?? null));
  connection.onCodeAction(onceRead(on(
    (document, params): CodeAction[] | Promise<CodeAction[]> => codeActions(document, document.lines.span(params.range), params.context.only, world(), started.findsCodes === true),
    async (document, params) => {
      // Fixes stand on findings: those of a large file are not waited for in one go.
      const stale = () => documents.get(params.textDocument.uri) !== document;
      if (isView(document.uri) || !await patiently(x12FindingsSteps(document, world()), stale)) return [];
      return x12Actions.codeActions(document, document.lines.span(params.range), params.context.only, world());
    },
  )));
  connection.onCodeLens(onceRead(on((document) => codeLenses(document, world()))));
  connection.onDocumentSymbol(on((document): DocumentSymbol[] | Promise<DocumentSymbol[]> => documentSymbols(document), withLoops(x12Outline.documentSymbols)));
  connection.onWorkspaceSymbol(onceRead(({ query }) => workspaceSymbols(query, world())));
  connection.onDefinition(onceRead(on((document, params) => definitions(document, at(document, params), world()).flatMap(location), (document, params) => x12Definition(document, params))));
  connection.onReferences(onceRead(on(
    (document, params) => references(document, at(document, params), world(), params.context.includeDeclaration).flatMap(location),
    (document, params) => x12References.references(document, at(document, params), world(), params.context.includeDeclaration).flatMap(location),
  )));
  connection.onPrepareRename(on((document, params) => {
    const span = renameSpan(document, at(document, params));
    return span ? document.lines.range(span) : null;
  }, (document, params) => {
    const span = x12Rename.renameSpan(document, at(document, params));
    return span ? document.lines.range(span) : null;
  }));
  connection.onRenameRequest(onceRead(on((document, params): WorkspaceEdit => {
    try {
      const changes: WorkspaceEdit['changes'] = {};
      for (const [uri, edits] of rename(document, at(document, params), params.newName, world())) {
        const other = documents.get(uri);
        if (other) changes[uri] = textEdits(other, edits);
      }
      return { changes };
    } catch (error) {
      throw cannotRename(error);
    }
  }, (document, params): WorkspaceEdit => {
    try {
      return { changes: { [document.uri]: textEdits(document, x12Rename.rename(document, at(document, params), params.newName)) } };
    } catch (error) {
      throw cannotRename(error);
    }
  })));
  connection.onFoldingRanges(on((document): FoldingRange[] | Promise<FoldingRange[]> => foldingRanges(document), withLoops(x12Outline.foldingRanges)));
  connection.onDocumentLinks(onceRead(on((document) => documentLinks(document, world()))));
  connection.onDocumentFormatting(on((document) => {
    const edit = formatEdit(document.tree);
    return edit ? textEdits(document, [edit]) : [];
  }, (document) => textEdits(document, oneSegmentALine(document))));
  // No answer for a large file: then the editor keeps to the colours of what it shows.
  connection.languages.semanticTokens.on((params) => on(semanticTokens, (document) => x12Tokens.allTokens(document) ?? null)(params) as SemanticTokens);
  connection.languages.semanticTokens.onRange((params) => on(
    (document) => semanticTokens(document),
    (document, { range }: typeof params) => x12Tokens.semanticTokens(document, document.lines.span(range)),
  )(params) ?? { data: [] });
  connection.languages.inlayHint.on(onceRead((params) => on(
    (document, { range }: typeof params) => inlayHints(document, document.lines.span(range), world()),
    (document, { range }) => x12Hints.inlayHints(document, document.lines.span(range), world(), isView(document.uri)),
  )(params) ?? []));
  connection.languages.typeHierarchy.onPrepare(on((document, params) => prepareHierarchy(document, at(document, params), world())));
  connection.languages.typeHierarchy.onSupertypes(({ item }) => supertypes(item, world()));
  connection.languages.typeHierarchy.onSubtypes(({ item }) => subtypes(item, world()));
  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    await read;
    const items = await problems(params.textDocument.uri, () => token.isCancellationRequested);
    if (!items) throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The text has changed', { retriggerRequest: !token.isCancellationRequested });
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  const known = (params: EncounterAt): EncounterAt => ({ ...params, uri: plainUri(params.uri ?? '') });
  const command = <P>(name: string, run: (params: P) => Outcome | Promise<Outcome>) => connection.onRequest(name, async (params: P): Promise<Outcome> => {
    await read;
    const result = await run(params);
    desk.refresh();
    refresh();
    return result;
  });
  command(REQUESTS.generate, (params: EncounterAt) => desk.generate(known(params)));
  command(REQUESTS.submit, (params: EncounterAt) => desk.submit(known(params)));
  command(REQUESTS.receive, () => desk.receive());
  command(REQUESTS.resubmit, async (at: EncounterAt) => {
    const params = known(at);
    const correction = desk.correction(params);
    const document = correction && documents.get(correction.uri);
    if (correction && document) {
      const { applied } = await connection.workspace.applyEdit({ changes: { [correction.uri]: textEdits(document, correction.edits) } });
      if (!applied) return { ok: false, message: 'The encounter could not be changed. Is it open and writable?' };
      // Some editors tell of the change only after they have answered.
      if (desk.correction(params)) await documents.nextChange();
    }
    const outcome = await desk.resubmit(params);
    const number = /\S+$/.exec(correction?.edits[0]?.text.trim() ?? '')?.[0];
    return number && outcome.ok ? { ...outcome, message: `${outcome.message} The line “replaces ${number}” says which claim it corrects.` } : outcome;
  });
  connection.onRequest(REQUESTS.claims, onceRead(async () => (await patiently(desk.claims(), () => false)) ?? []));
  connection.onRequest(REQUESTS.history, onceRead((params: EncounterAt) => desk.history(known(params))));
  connection.onRequest(REQUESTS.readable, (params: X12At) => readable(params, documents));
  connection.onRequest(REQUESTS.inFile, (params: X12At) => inFile(params, documents));
  connection.onRequest(REQUESTS.explainFile, onceRead((params: X12At) => explanation(params, documents, world())));
  connection.onRequest(REQUESTS.findCodes, onceRead((params: NotePart) => codeChoices(params, documents, world())));
  command(REQUESTS.addCodes, async (params: ChosenCodes) => {
    const added = chosenCodes(params, documents, world());
    if (!added.edit) return added.outcome;
    const { applied } = await connection.workspace.applyEdit({ label: 'Add diagnoses', edit: { changes: { [added.uri]: added.edit } } });
    return applied ? added.outcome : { ok: false, message: 'The encounter could not be changed. Is it open and writable?' };
  });
  connection.onRequest(REQUESTS.newEncounter, onceRead(() => desk.newEncounter()));
  // What fetches and imports is loaded when somebody wants it: few do, once a year.
  let codeSets: Promise<CodeSetRequests> | undefined;
  const codeSetDesk = () => (codeSets ??= import('./code-set-requests').then((module) => module.codeSetRequests(connection, __filename, today)));
  connection.onRequest(REQUESTS.codeSets, async () => (await codeSetDesk()).offers());
  connection.onRequest(REQUESTS.updateCodeSets, async (params: UpdateCodeSets, token) => (await codeSetDesk()).update(params, token));
  connection.onRequest(REQUESTS.importCodeSets, async (params: ImportCodeSets, token) => (await codeSetDesk()).import(params, token));
  connection.listen();
}

/** Separators of X12 files, as good as all of them use these. */
const X12_TRIGGERS = ['*', ':', '~', '^'];

/** Service codes are mostly digits, and at these VS Code does not ask by itself. */
const DIGITS = [...'0123456789'];

function cannotRename(error: unknown): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, error instanceof Error ? error.message : 'This cannot be renamed');
}

/** Milliseconds after the last key. */
const TYPING_RESTS = 300;

/** Does the document say something that other documents may stand on? */
function defines(document: ProjectDocument | undefined): boolean {
  if (document?.language !== 'superbill') return false;
  const { practices, providers, facilities, payers, patients, fees } = document.definitions;
  return [practices, providers, facilities, payers, patients, fees].some((list) => list.length > 0);
}

/** What is not of the right kind counts as not set: settings files are written by hand. */
function readSettings(found: Partial<Settings> | null | undefined): Settings {
  const table = <T>(value: T | undefined, fallback: T): T => (typeof value === 'object' && value !== null ? value : fallback);
  const day = found?.today;
  return {
    rules: table(found?.rules, DEFAULT_SETTINGS.rules), payerRules: table(found?.payerRules, DEFAULT_SETTINGS.payerRules),
    today: typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : DEFAULT_SETTINGS.today,
    offerCodeSets: found?.offerCodeSets !== false,
  };
}

interface Client {
  snippets: boolean;
  pull: boolean;
  refresh: boolean;
  configuration: boolean;
  watch: boolean;
  lensRefresh: boolean;
  folders: boolean;
}

function readCapabilities({ capabilities }: InitializeParams, client: Client): void {
  client.snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false;
  client.pull = capabilities.textDocument?.diagnostic !== undefined;
  client.refresh = capabilities.workspace?.diagnostics?.refreshSupport ?? false;
  client.configuration = capabilities.workspace?.configuration ?? false;
  client.watch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
  client.folders = capabilities.workspace?.workspaceFolders ?? false;
  client.lensRefresh = capabilities.workspace?.codeLens?.refreshSupport ?? false;
}

function answer(client: Client): InitializeResult {
  return {
    serverInfo: { name: 'superbill', version: '0.1.0' },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: { resolveProvider: true, triggerCharacters: [' ', '-', '.', ...DIGITS, ...X12_TRIGGERS] },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.superbill'] },
      codeLensProvider: {},
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      foldingRangeProvider: true,
      documentLinkProvider: {},
      documentFormattingProvider: true,
      inlayHintProvider: true,
      typeHierarchyProvider: true,
      ...(client.folders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
      semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true, range: true },
      ...(client.pull && { diagnosticProvider: { identifier: 'superbill', interFileDependencies: true, workspaceDiagnostics: false } }),
    },
  };
}

async function watch(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: '**/*.{practice,patient,encounter,payer}' }, { globPattern: '**/{claims,sent,responses}/**' }],
  });
}

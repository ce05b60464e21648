// The language server: the documents of the folders, the desk, and the editor that asks about them.
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  WatchKind,
} from 'vscode-languageserver/node';
import { Project, type ProjectDocument } from '../features/project';
import type { World } from '../features/world';
import { clockDay } from './clock';
import { Desk } from './desk';
import { serveDesk } from './desk-requests';
import { serveDocuments } from './document-requests';
import { Documents } from './documents';
import { watchedCodeSets } from './editions';
import { editorOf, promises } from './editor';
import { guard } from './faults';
import { fileOf } from './files';
import { publish, serveFindings } from './findings-requests';
import { patiently } from './patience';
import { CLAIMS_CHANGED, DEFAULT_SETTINGS, type InitializationOptions, type Settings } from './protocol';
import { rulePages } from './rule-page';
import { sentFiles } from './sent-files';
import { readSettings } from './settings';
import type { Wire } from './wire';

/** Milliseconds after the last key. */
const TYPING_RESTS = 300;
/** Milliseconds that an editor has to tell its settings before everything else waits no longer. */
const SETTINGS_WAIT = 3000;

/** Answers what the editor asks, once it has said who it is to what this gives back. */
export function startServer(connection: Connection): (params: InitializeParams) => InitializeResult {
  const log = (message: string) => connection.console.error(message);
  const faults = guard(connection, log);
  const project = new Project();
  const documents = new Documents(project, log);
  const codes = watchedCodeSets(log, () => {
    project.judgeAnew();
    refresh();
  });
  let editor = editorOf({ capabilities: {} });
  let settings: Settings = DEFAULT_SETTINGS;
  let started: InitializationOptions = {};
  const today = () => settings.today || started.today || clockDay();
  const desk = new Desk({
    project,
    codes,
    today,
    log,
    trusted: () => started.trusted !== false,
    settings: () => ({ rules: settings.rules, payers: settings.payerRules }),
  });
  const rulePage = rulePages(__dirname);
  const sent = sentFiles(() => desk.book()?.all() ?? [], log);
  let isRead = false,
    markRead = () => {};
  const read = new Promise<void>((resolve) => {
    markRead = resolve;
  });
  const wire: Wire = {
    connection,
    documents,
    guard: faults,
    editor: () => editor,
    world: (): World => ({ ...desk.world(), rulePage, sent }),
    onceRead:
      <P extends readonly unknown[], R>(handle: (...params: P) => R) =>
      async (...params: P): Promise<Awaited<R>> => {
        await read;
        return await handle(...params);
      },
  };

  const begin = (params: InitializeParams): InitializeResult => {
    faults.begin();
    started = (params.initializationOptions ?? {}) as InitializationOptions;
    editor = editorOf(params);
    documents.folders = pathsOf(params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : []));
    desk.root = documents.folders[0];
    return promises(editor);
  };
  // Nobody begins twice.
  connection.onInitialize(begin);

  connection.onInitialized(async () => {
    if (editor.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => faults.quietly(changeFolders(added, removed)));
    }
    if (editor.watch) faults.quietly(watch(connection));
    try {
      const settingsRead = loadSettings().catch(() => log('superbill: the settings could not be read'));
      await patiently(documents.loadFolders(), () => false);
      desk.refresh();
      await settingsRead;
    } finally {
      isRead = true;
      markRead();
      refresh();
    }
  });

  connection.onShutdown(() => faults.end());

  async function changeFolders(added: readonly { uri: string }[], removed: readonly { uri: string }[]): Promise<void> {
    await documents.changeFolders(pathsOf(added), pathsOf(removed));
    desk.root = documents.folders[0];
    desk.refresh();
    refresh();
  }

  async function loadSettings(): Promise<void> {
    if (!editor.configuration) return;
    const asked = connection.workspace.getConfiguration('superbill').then((found: Partial<Settings> | null) => {
      settings = readSettings(found);
    });
    await Promise.race([
      asked,
      new Promise((resolve) => {
        setTimeout(resolve, SETTINGS_WAIT).unref();
      }),
    ]);
  }

  /** Everything drawn from findings is drawn again. */
  function refresh(): void {
    if (editor.pull && editor.refresh) faults.quietly(connection.languages.diagnostics.refresh());
    if (!editor.pull) for (const document of documents.open.all()) publish(wire, document.uri);
    if (editor.lensRefresh) faults.quietly(connection.sendRequest(CodeLensRefreshRequest.type));
    void connection.sendNotification(CLAIMS_CHANGED);
  }

  // What one document says, others stand on: a patient's member id, say. They are drawn again when the typing rests.
  let rest: NodeJS.Timeout | undefined;
  documents.listen(
    connection,
    (uri) => {
      if (!editor.pull && isRead) publish(wire, uri);
      if (documents.open.all().length < 2 || !defines(documents.get(uri))) return;
      clearTimeout(rest);
      rest = setTimeout(refresh, TYPING_RESTS);
    },
    (uri) => {
      if (!editor.pull) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  );

  connection.onDidChangeConfiguration(async ({ settings: pushed }) => {
    if (editor.configuration) await loadSettings().catch(() => log('superbill: the settings could not be read'));
    else settings = readSettings((pushed as { superbill?: Partial<Settings> } | null | undefined)?.superbill);
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const told = changes.map(({ uri }) => documents.takeFile(uri));
    if (told.includes('claims')) desk.refresh();
    if (told.some((one) => one !== 'nothing')) refresh();
  });

  serveDocuments(wire, () => started.findsCodes === true);
  serveFindings(wire);
  serveDesk(wire, desk, refresh, today);
  return begin;
}

function pathsOf(folders: readonly { uri: string }[]): string[] {
  return folders.flatMap(({ uri }) => fileOf(uri) ?? []);
}

/** Does the document say something that other documents may stand on? */
function defines(document: ProjectDocument | undefined): boolean {
  if (document?.language !== 'superbill') return false;
  const { practices, providers, facilities, payers, patients, fees } = document.definitions;
  return [practices, providers, facilities, payers, patients, fees].some((list) => list.length > 0);
}

/** With a folder that comes or goes only the folder itself is told of: whatever comes or goes may be one. */
async function watch(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: '**/*.{practice,patient,encounter,payer}', kind: WatchKind.Change },
      { globPattern: '**/{claims,sent,responses}/**', kind: WatchKind.Change },
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ],
  });
}

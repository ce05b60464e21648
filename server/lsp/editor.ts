// What the editor can, as it says at the start, and what it is told that the server can.
import { type InitializeParams, type InitializeResult, PositionEncodingKind, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { TOKEN_TYPES } from '../features/semantic-tokens';

export interface Editor {
  /** Tab stops in what is inserted. */
  readonly snippets: boolean;
  /** Asks for findings by itself. */
  readonly pull: boolean;
  /** Asks for findings again when told to. */
  readonly refresh: boolean;
  readonly lensRefresh: boolean;
  /** Can be asked for settings. */
  readonly configuration: boolean;
  /** Can be told which files to watch. */
  readonly watch: boolean;
  readonly folders: boolean;
  /** Changes documents when asked to. */
  readonly edits: boolean;
  /** Asks for what an action changes when it is chosen. */
  readonly asksLater: boolean;
  /** Where the colours of a whole document are refused it asks for those of what it shows. To be given none, it would show none. */
  readonly takesNoColours: boolean;
}

/** Separators of X12 files, as good as all of them use these. */
export const X12_TRIGGERS: readonly string[] = ['*', ':', '~', '^'];
/** Service codes are mostly digits, and at these VS Code does not ask by itself. */
const DIGITS = [...'0123456789'];

/** An editor that says nothing of itself can nothing of this. */
export function editorOf({ capabilities: { textDocument, workspace } }: Pick<InitializeParams, 'capabilities'>): Editor {
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport ?? false,
    lensRefresh: workspace?.codeLens?.refreshSupport ?? false,
    configuration: workspace?.configuration ?? false,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    folders: workspace?.workspaceFolders ?? false,
    edits: workspace?.applyEdit ?? false,
    takesNoColours: textDocument?.semanticTokens?.serverCancelSupport ?? false,
    asksLater: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
  };
}

export function promises(editor: Editor): InitializeResult {
  return {
    serverInfo: { name: 'superbill', version },
    capabilities: {
      // Every editor has to understand this one, whatever else it offers.
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: { resolveProvider: true, triggerCharacters: [' ', '-', '.', ...DIGITS, ...X12_TRIGGERS] },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.superbill'], resolveProvider: true },
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
      semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true, range: true },
      ...(editor.folders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
      ...(editor.pull && { diagnosticProvider: { identifier: 'superbill', interFileDependencies: true, workspaceDiagnostics: false } }),
    },
  };
}

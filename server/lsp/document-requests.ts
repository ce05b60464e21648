// What an editor asks about a document: one line a request, in superbill documents and in X12 files where they have it.
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionTriggerKind,
  type CompletionParams,
  ErrorCodes,
  LSPErrorCodes,
  type Location,
  type Position,
  type Range,
  ResponseError,
  type SemanticTokens,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { codeActions, textEdits, withEdit } from '../features/code-actions';
import { codeLenses } from '../features/code-lens';
import { completions } from '../features/completion/completion';
import { resolveCompletion } from '../features/completion/resolve';
import { documentLinks } from '../features/document-links';
import { foldingRanges } from '../features/folding';
import { formatEdit } from '../features/formatting';
import { prepareHierarchy, subtypes, supertypes } from '../features/hierarchy';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay-hints';
import { LineIndex } from '../features/positions';
import type { ProjectDocument, SuperbillDocument, X12File } from '../features/project';
import { definitions, references, rename, renameSpan } from '../features/references';
import { semanticTokens } from '../features/semantic-tokens';
import { documentSymbols, workspaceSymbols } from '../features/symbols';
import * as x12Actions from '../features/x12/actions';
import * as x12Completion from '../features/x12/completion';
import * as x12Definitions from '../features/x12/definitions';
import { x12FindingsSteps } from '../features/x12/findings';
import { oneSegmentALine } from '../features/x12/format';
import * as x12Hints from '../features/x12/hints';
import * as x12Hover from '../features/x12/hover';
import * as x12Outline from '../features/x12/outline';
import * as x12References from '../features/x12/references';
import * as x12Rename from '../features/x12/rename';
import * as x12Tokens from '../features/x12/tokens';
import type { Source } from '../model/value';
import type { Steps } from '../syntax/steps';
import type { Edit, Span } from '../syntax/tree';
import { X12_TRIGGERS } from './editor';
import { refusal } from './faults';
import { patiently } from './patience';
import type { Wire } from './wire';
import { inFile, isView, viewedFile } from './x12-views';

export type InDocument = { readonly textDocument: { readonly uri: string } };
type At = InDocument & { readonly position: Position };
type In = InDocument & { readonly range: Range };

/** `findsCodes`: the editor can list codes for a note. */
export function serveDocuments(wire: Wire, findsCodes: () => boolean): void {
  const {
    connection,
    documents,
    guard: { answer },
    onceRead,
    world,
  } = wire;
  const { languages } = connection;
  const at = (document: ProjectDocument, { position }: At) => document.lines.offset(placeIn(position));
  const within = (document: ProjectDocument, { range }: In) =>
    document.lines.span({ start: placeIn(range?.start), end: placeIn(range?.end) });
  const rangeOf = (document: ProjectDocument, span: Span | undefined) => (span ? document.lines.range(span) : null);
  const isStale = (document: ProjectDocument) => () => documents.get(document.uri) !== document;

  /** Answers about a superbill document, or about an X12 file where it has such a thing; nothing where the document is not known. */
  function on<P extends InDocument, R>(
    superbill: (document: SuperbillDocument, params: P) => R,
    x12?: (document: X12File, params: P) => R,
  ) {
    return (params: P): R | null => {
      const document = documents.get(addressIn(params));
      if (document?.language === 'superbill') return superbill(document, params);
      return document && x12 ? x12(document, params) : null;
    };
  }

  /** The same as an answer to the editor; nothing after a fault of ours. */
  const about = <P extends InDocument, R>(
    superbill: (document: SuperbillDocument, params: P) => R | Promise<R>,
    x12?: (document: X12File, params: P) => R | Promise<R>,
  ) => answer<P, R | null>(on(superbill, x12), null);

  /** As `about`, once the folders are read: for answers that stand on other documents, too. */
  const amongAll = <P extends InDocument, R>(
    superbill: (document: SuperbillDocument, params: P) => R | Promise<R>,
    x12?: (document: X12File, params: P) => R | Promise<R>,
  ) => answer<P, R | null>(onceRead(on(superbill, x12)), null);

  const location = ({ source, span }: { source: Source; span: Span }): Location[] => {
    // Claim files that were sent are not among the documents: they are shown as they are on disk.
    const lines = documents.get(source.uri)?.lines ?? new LineIndex(source.text);
    return [{ uri: source.uri, range: lines.range(span) }];
  };

  /** What is worked out from the whole of an X12 file lets others pass meanwhile, and is given up once the text has changed. */
  const inSteps =
    <T>(make: (document: X12File) => Steps<T[]>) =>
    async (document: X12File): Promise<T[]> => {
      const made = await patiently(make(document), isStale(document));
      if (made) return made;
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed');
    };

  /** What leads nowhere in a readable view leads to the same place of its file. */
  function x12Definition(document: X12File, params: At): Location[] {
    const places = x12Definitions.definitions(document, at(document, params), world()).flatMap(location);
    if (places.length > 0 || !isView(document.uri)) return places;
    const uri = viewedFile(document.uri),
      position = inFile({ uri, position: params.position }, documents);
    return [{ uri, range: { start: position, end: position } }];
  }

  /** Fixes stand on findings: those of a large file are not waited for in one go. */
  async function x12CodeActions(document: X12File, params: In & { context?: Partial<CodeActionContext> }): Promise<CodeAction[]> {
    if (isView(document.uri) || !(await patiently(x12FindingsSteps(document, world()), isStale(document)))) return [];
    const asking = { unasked: params.context?.triggerKind === CodeActionTriggerKind.Automatic, later: wire.editor().asksLater };
    return x12Actions.codeActions(document, within(document, params), params.context?.only, world(), asking);
  }

  const complete = (document: ProjectDocument, params: CompletionParams) => {
    // At the separators of X12 files nothing else is offered.
    if (document.language !== 'x12' && X12_TRIGGERS.includes(params.context?.triggerCharacter ?? '')) return null;
    const { snippets } = wire.editor();
    const { items, incomplete } =
      document.language === 'x12'
        ? x12Completion.completions(document, at(document, params), world(), snippets)
        : completions(document, at(document, params), world(), snippets);
    return { items, isIncomplete: incomplete };
  };

  connection.onCompletion(about(complete, complete));
  connection.onCompletionResolve((item, token) => answer(() => resolveCompletion(item, world()), item)(item, token));
  connection.onHover(
    about(
      (document, params) => hover(document, at(document, params), world()) ?? null,
      (document, params) => x12Hover.hover(document, at(document, params), world()) ?? null,
    ),
  );
  connection.onCodeAction(
    amongAll(
      (document, params) =>
        codeActions(document, within(document, params), params.context?.only, world(), {
          canList: findsCodes(),
          later: wire.editor().asksLater,
        }),
      x12CodeActions,
    ),
  );
  connection.onCodeActionResolve((action, token) =>
    answer(() => {
      const { uri } = (action.data ?? {}) as { readonly uri?: unknown };
      const document = typeof uri === 'string' ? documents.get(uri) : undefined;
      if (!document) return action;
      return document.language === 'x12' ? x12Actions.withEdit(document, action) : withEdit(document, action, world());
    }, action)(action, token),
  );
  connection.onCodeLens(amongAll((document) => codeLenses(document, world())));
  connection.onDocumentSymbol(about(documentSymbols, inSteps(x12Outline.documentSymbolSteps)));
  connection.onWorkspaceSymbol(
    answer(
      onceRead(({ query }) => workspaceSymbols(query, world())),
      null,
    ),
  );
  connection.onDefinition(
    amongAll((document, params) => definitions(document, at(document, params), world()).flatMap(location), x12Definition),
  );
  connection.onReferences(
    amongAll(
      (document, params) => {
        const offset = at(document, params);
        const named = references(document, offset, world(), params.context?.includeDeclaration);
        return [...named, ...x12References.claimsOf(document, offset, world())].flatMap(location);
      },
      (document, params) =>
        x12References.references(document, at(document, params), world(), params.context?.includeDeclaration ?? true).flatMap(location),
    ),
  );
  connection.onPrepareRename(
    about(
      (document, params) => rangeOf(document, renameSpan(document, at(document, params))),
      (document, params) => rangeOf(document, x12Rename.renameSpan(document, at(document, params))),
    ),
  );
  connection.onRenameRequest(
    amongAll(
      (document, params) => renamed(() => rename(document, at(document, params), String(params.newName ?? ''), world())),
      (document, params) =>
        renamed(() => new Map([[document.uri, x12Rename.rename(document, at(document, params), String(params.newName ?? ''))]])),
    ),
  );
  connection.onFoldingRanges(about(foldingRanges, inSteps(x12Outline.foldingRangeSteps)));
  connection.onDocumentLinks(amongAll((document) => documentLinks(document, world())));
  connection.onDocumentFormatting(
    about(
      (document) => {
        const edit = formatEdit(document.tree);
        return edit ? textEdits(document, [edit]) : [];
      },
      (document) => textEdits(document, oneSegmentALine(document)),
    ),
  );
  languages.semanticTokens.on(
    answer<InDocument, SemanticTokens>(
      on(semanticTokens, (document) => x12Tokens.allTokens(document) ?? noColours()) as (params: InDocument) => SemanticTokens,
      NO_COLOURS,
    ),
  );
  languages.semanticTokens.onRange(
    answer(
      (params: In) =>
        on<In, SemanticTokens>(semanticTokens, (document) => x12Tokens.semanticTokens(document, within(document, params)))(params) ??
        NO_COLOURS,
      NO_COLOURS,
    ),
  );
  languages.inlayHint.on(
    amongAll(
      (document, params) => inlayHints(document, within(document, params), world()),
      (document, params) => x12Hints.inlayHints(document, within(document, params), world(), isView(document.uri)),
    ),
  );
  languages.typeHierarchy.onPrepare(about((document, params) => prepareHierarchy(document, at(document, params), world())));
  languages.typeHierarchy.onSupertypes(answer(({ item }) => supertypes(item, world()), null));
  languages.typeHierarchy.onSubtypes(answer(({ item }) => subtypes(item, world()), null));

  /** Of a large file only what is shown is coloured. */
  function noColours(): null {
    if (wire.editor().takesNoColours) throw new ResponseError(LSPErrorCodes.ServerCancelled, 'Only what is shown is coloured');
    return null;
  }

  function renamed(work: () => ReadonlyMap<string, readonly Edit[]>): WorkspaceEdit {
    try {
      const edits = [...work()].flatMap(([uri, list]) => {
        const document = documents.get(uri);
        return document ? [[uri, textEdits(document, list)] as const] : [];
      });
      return { changes: Object.fromEntries(edits) };
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      // What cannot be renamed says why.
      throw new ResponseError(ErrorCodes.InvalidRequest, error instanceof Error ? error.message : 'This cannot be renamed');
    }
  }
}

/** The document that a request is about. */
export function addressIn(params: InDocument): string {
  const uri: unknown = params.textDocument?.uri;
  if (typeof uri === 'string') return uri;
  throw refusal('The request names no document');
}

function placeIn(position: Position | undefined): Position {
  if (typeof position?.line === 'number' && typeof position.character === 'number') return position;
  throw refusal('The request names no place in the document');
}

const NO_COLOURS: SemanticTokens = { data: [] };

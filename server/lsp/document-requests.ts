// What an editor asks about a document: one line a request, in superbill documents and in X12 files where they have it.
import {
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  CodeActionTriggerKind,
  type CompletionParams,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type DocumentSymbol,
  ErrorCodes,
  type FoldingRange,
  LSPErrorCodes,
  type Location,
  type Position,
  type Range,
  ResponseError,
  type SemanticTokens,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { codeActions, textEdits } from '../features/code-actions';
import { codeLenses } from '../features/code-lens';
import { completions } from '../features/completion/completion';
import { resolveCompletion } from '../features/completion/resolve';
import { diagnostics, drawn } from '../features/diagnostics';
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
import { shownFindings, x12FindingsSteps } from '../features/x12/findings';
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
import { reports } from './reports';
import type { Wire } from './wire';
import { inFile, isView, viewedFile } from './x12-views';

type InDocument = { readonly textDocument: { readonly uri: string } };
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

  connection.onCompletion(answer(on(complete, complete), null));
  connection.onCompletionResolve((item, token) => answer(() => resolveCompletion(item, world()), item)(item, token));
  connection.onHover(
    answer(
      on(
        (document, params) => hover(document, at(document, params), world()) ?? null,
        (document, params) => x12Hover.hover(document, at(document, params), world()) ?? null,
      ),
      null,
    ),
  );
  connection.onCodeAction(
    answer(
      onceRead(
        on(
          (document, params): CodeAction[] | Promise<CodeAction[]> =>
            codeActions(document, within(document, params), params.context?.only, world(), findsCodes()),
          x12CodeActions,
        ),
      ),
      null,
    ),
  );
  connection.onCodeActionResolve((action, token) =>
    answer(() => {
      const { uri } = (action.data ?? {}) as { readonly uri?: unknown };
      const document = typeof uri === 'string' ? documents.get(uri) : undefined;
      return document?.language === 'x12' ? x12Actions.withEdit(document, action) : action;
    }, action)(action, token),
  );
  connection.onCodeLens(answer(onceRead(on((document) => codeLenses(document, world()))), null));
  connection.onDocumentSymbol(
    answer(
      on((document): DocumentSymbol[] | Promise<DocumentSymbol[]> => documentSymbols(document), inSteps(x12Outline.documentSymbolSteps)),
      null,
    ),
  );
  connection.onWorkspaceSymbol(
    answer(
      onceRead(({ query }) => workspaceSymbols(query, world())),
      null,
    ),
  );
  connection.onDefinition(
    answer(onceRead(on((document, params) => definitions(document, at(document, params), world()).flatMap(location), x12Definition)), null),
  );
  connection.onReferences(
    answer(
      onceRead(
        on(
          (document, params) => {
            const offset = at(document, params);
            const named = references(document, offset, world(), params.context?.includeDeclaration);
            return [...named, ...x12References.claimsOf(document, offset, world())].flatMap(location);
          },
          (document, params) =>
            x12References.references(document, at(document, params), world(), params.context?.includeDeclaration ?? true).flatMap(location),
        ),
      ),
      null,
    ),
  );
  connection.onPrepareRename(
    answer(
      on(
        (document, params) => rangeOf(document, renameSpan(document, at(document, params))),
        (document, params) => rangeOf(document, x12Rename.renameSpan(document, at(document, params))),
      ),
      null,
    ),
  );
  connection.onRenameRequest(
    answer(
      onceRead(
        on(
          (document, params) => renamed(() => rename(document, at(document, params), String(params.newName ?? ''), world())),
          (document, params) =>
            renamed(() => new Map([[document.uri, x12Rename.rename(document, at(document, params), String(params.newName ?? ''))]])),
        ),
      ),
      null,
    ),
  );
  connection.onFoldingRanges(
    answer(
      on((document): FoldingRange[] | Promise<FoldingRange[]> => foldingRanges(document), inSteps(x12Outline.foldingRangeSteps)),
      null,
    ),
  );
  connection.onDocumentLinks(answer(onceRead(on((document) => documentLinks(document, world()))), null));
  connection.onDocumentFormatting(
    answer(
      on(
        (document) => {
          const edit = formatEdit(document.tree);
          return edit ? textEdits(document, [edit]) : [];
        },
        (document) => textEdits(document, oneSegmentALine(document)),
      ),
      null,
    ),
  );
  // No answer for a large file: then the editor keeps to the colours of what it shows.
  languages.semanticTokens.on(
    answer<InDocument, SemanticTokens>(
      on(semanticTokens, (document) => x12Tokens.allTokens(document) ?? null) as (params: InDocument) => SemanticTokens,
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
    answer(
      onceRead(
        on(
          (document, params) => inlayHints(document, within(document, params), world()),
          (document, params) => x12Hints.inlayHints(document, within(document, params), world(), isView(document.uri)),
        ),
      ),
      null,
    ),
  );
  languages.typeHierarchy.onPrepare(
    answer(
      on((document, params) => prepareHierarchy(document, at(document, params), world())),
      null,
    ),
  );
  languages.typeHierarchy.onSupertypes(answer(({ item }) => supertypes(item, world()), null));
  languages.typeHierarchy.onSubtypes(answer(({ item }) => subtypes(item, world()), null));
  const report = reports(documents);
  languages.diagnostics.on(
    answer<InDocument & { previousResultId?: string }, DocumentDiagnosticReport>(
      async (params, token) => {
        const items = await onceRead(() => problems(wire, addressIn(params), token))();
        if (items) return report(addressIn(params), items, params.previousResultId);
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The text has changed', {
          retriggerRequest: !token.isCancellationRequested,
        });
      },
      { kind: DocumentDiagnosticReportKind.Full, items: [NOT_CHECKED] },
    ),
  );

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
function addressIn(params: InDocument): string {
  const uri: unknown = params.textDocument?.uri;
  if (typeof uri === 'string') return uri;
  throw refusal('The request names no document');
}

function placeIn(position: Position | undefined): Position {
  if (typeof position?.line === 'number' && typeof position.character === 'number') return position;
  throw refusal('The request names no place in the document');
}

const NO_COLOURS: SemanticTokens = { data: [] };

/** An empty list would say that all is well. */
const NOT_CHECKED: Diagnostic = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: DiagnosticSeverity.Error,
  source: 'superbill',
  message: 'This document could not be checked, through a fault of Superbill: what is wrong in it is not shown',
};

/** Sends the findings of a document to an editor that does not ask for them. */
export function publish(wire: Wire, uri: string): void {
  const send = (diagnostics: Diagnostic[]) => void wire.connection.sendDiagnostics({ uri, diagnostics });
  wire.guard.quietly(
    problems(wire, uri).then(
      (found) => found && send(found),
      (error: unknown) => {
        send([NOT_CHECKED]);
        throw error;
      },
    ),
  );
}

/** What is wrong in a document. X12 files may be large: others are served meanwhile. Undefined once the text has changed. */
async function problems({ documents, world }: Wire, uri: string, token?: CancellationToken): Promise<Diagnostic[] | undefined> {
  const document = documents.get(uri);
  if (!document || isView(uri)) return [];
  if (document.language !== 'x12') return diagnostics(document, world());
  const judged = world();
  const isStale = () => token?.isCancellationRequested === true || documents.get(uri) !== document;
  const findings = await patiently(x12FindingsSteps(document, judged), isStale);
  return findings && shownFindings(findings).map((found) => drawn(document, found, judged));
}

// What is wrong in a document, for editors that ask for it and for those that are told.
import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { diagnostics, drawn } from '../features/diagnostics';
import { shownFindings, x12FindingsSteps } from '../features/x12/findings';
import { type InDocument, addressIn } from './document-requests';
import { patiently } from './patience';
import { reports } from './reports';
import type { Wire } from './wire';
import { isView } from './x12-views';

export function serveFindings(wire: Wire): void {
  const { connection, documents, guard, onceRead } = wire;
  const report = reports(documents);
  connection.languages.diagnostics.on(
    guard.answer<InDocument & { previousResultId?: string }, DocumentDiagnosticReport>(
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
}

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

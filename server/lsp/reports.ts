// The findings that an editor that asks for them has of each document: where they have not changed it is told that, and nothing is sent.
import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver/node';
import type { Documents } from './documents';

/** `had`: the name of the findings that the editor has. */
export type Report = (uri: string, items: Diagnostic[], had: string | undefined) => DocumentDiagnosticReport;

/** Makes the answers. What the editor has of a document is kept until that is closed. */
export function reports(documents: Documents): Report {
  const given = new Map<string, { readonly name: string; readonly items: readonly Diagnostic[] }>();
  let count = 0;
  documents.open.onDidClose(({ document }) => given.delete(document.uri));
  return (uri, items, had) => {
    const last = given.get(uri);
    if (last && last.name === had && isSame(items, last.items))
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.name };
    const name = String((count += 1));
    given.set(uri, { name, items });
    return { kind: DocumentDiagnosticReportKind.Full, resultId: name, items };
  };
}

function isSame(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, n) => {
      const other = others[n];
      return (
        one === other ||
        (one.message === other.message &&
          one.code === other.code &&
          one.severity === other.severity &&
          one.source === other.source &&
          isAt(one.range.start, other.range.start) &&
          isAt(one.range.end, other.range.end))
      );
    })
  );
}

function isAt(one: Diagnostic['range']['start'], other: Diagnostic['range']['start']): boolean {
  return one.line === other.line && one.character === other.character;
}

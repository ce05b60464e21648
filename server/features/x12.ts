// The features of X12 documents: thin, on top of what server/syntax/x12 says about a place.
import type { DocumentSymbol, FoldingRange, Hover, SemanticTokens } from 'vscode-languageserver-types';
import type { Finding } from '../rules/rule';
import type { Source } from '../model/value';
import type { Span } from '../syntax/tree';
import { validate } from '../syntax/x12/validate';
import { packTokens } from './semantic-tokens';
import type { X12File } from './project';
import type { World } from './world';

export type X12Document = X12File;

export function checkX12(document: X12File, _world: World): Finding[] {
  return validate(document.x12).map((problem) => ({
    rule: `x12/${problem.kind}`, severity: problem.severity, span: problem.span, message: problem.message, fixes: problem.fix ? [problem.fix] : [],
    transaction: [problem.loop, problem.reference].filter(Boolean).join(' '),
  }));
}

export function hover(_document: X12File, _offset: number, _world: World): Hover | undefined {
  return undefined;
}

export function documentSymbols(_document: X12File): DocumentSymbol[] {
  return [];
}

export function foldingRanges(_document: X12File): FoldingRange[] {
  return [];
}

export function semanticTokens(document: X12File): SemanticTokens {
  return packTokens(document, []);
}

export function definitions(_document: X12File, _offset: number, _world: World): { source: Source; span: Span }[] {
  return [];
}

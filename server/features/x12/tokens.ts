// Colours of X12 files by meaning. Of a large file only what is on screen is coloured.
import type { SemanticTokens } from 'vscode-languageserver-types';
import type { Span } from '../../syntax/tree';
import { type TokenKind, tokens } from '../../syntax/x12/tokens';
import type { X12File } from '../project';
import { type ColouredSpan, type TokenType, packTokens } from '../semantic-tokens';

/** From this length on a file is coloured by the part that is shown. */
export const LARGE_FILE = 300_000;

/** A page shows less: a file on one line is all on screen to the editor, and would be coloured anew with each key. */
const SHOWN = 100_000;

const COLOURS: Partial<Record<TokenKind, TokenType>> = {
  segment: 'keyword',
  envelope: 'type',
  qualifier: 'property',
  code: 'enumMember',
  amount: 'number',
  number: 'number',
  date: 'number',
  name: 'string',
  reference: 'variable',
};

/** `shown`: only the beginning of what is shown; all where undefined. */
export function semanticTokens(document: X12File, shown?: Span): SemanticTokens {
  const span = shown && { start: shown.start, end: Math.min(shown.end, shown.start + SHOWN) };
  const coloured: ColouredSpan[] = [];
  for (const token of tokens(document.x12, span)) {
    const type = COLOURS[token.kind];
    if (type) coloured.push({ span: token.span, type });
  }
  return packTokens(document, coloured);
}

/** All colours of a file, as long as it is small. */
export function allTokens(document: X12File): SemanticTokens | undefined {
  return document.text.length > LARGE_FILE ? undefined : semanticTokens(document);
}

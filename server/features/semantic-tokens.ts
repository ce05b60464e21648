// Colours by meaning, on top of the grammar's: one list of kinds for both languages.
import type { SemanticTokens } from 'vscode-languageserver-types';
import type { Span } from '../syntax/tree';
import type { Token } from '../syntax/superbill/nodes';
import { entriesOf } from './locate';
import type { ProjectDocument, SuperbillDocument } from './project';

export const TOKEN_TYPES = [
  'keyword',
  'class',
  'variable',
  'enumMember',
  'decorator',
  'parameter',
  'number',
  'string',
  'comment',
  'property',
  'type',
  'operator',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

const TYPES: Partial<Record<Token['kind'], TokenType>> = {
  keyword: 'keyword',
  definition: 'class',
  reference: 'variable',
  code: 'enumMember',
  modifier: 'decorator',
  pointer: 'parameter',
  letter: 'parameter',
  units: 'number',
  money: 'number',
  date: 'number',
  number: 'number',
  word: 'string',
};

export function semanticTokens(document: SuperbillDocument): SemanticTokens {
  const tokens: ColouredSpan[] = [];
  for (const entry of entriesOf(document.tree.blocks)) {
    for (const token of entry.tokens) {
      const type = TYPES[token.kind];
      if (type && token.span.end <= entry.line.content.end) tokens.push({ span: token.span, type });
    }
  }
  // A line in the wrong place belongs to a block further up: the tree's order is not always that of the text.
  return packTokens(
    document,
    tokens.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  );
}

export interface ColouredSpan {
  readonly span: Span;
  readonly type: TokenType;
}

/**
 * The protocol's packed form: five numbers a token, places relative to the token before. Tokens in order; overlapping ones are
 * left out, one over several lines is cut at each.
 */
export function packTokens(document: ProjectDocument, tokens: Iterable<ColouredSpan>): SemanticTokens {
  const data: number[] = [];
  let lastLine = 0,
    lastCharacter = 0,
    done = 0;
  for (const { span, type } of tokens) {
    if (span.start < done) continue;
    for (let start = span.start; start < span.end; ) {
      const { line, character } = document.lines.position(start);
      const lineEnd = document.lines.offset({ line, character: Infinity });
      const length = Math.min(span.end, lineEnd) - start;
      if (length > 0) {
        data.push(line - lastLine, line === lastLine ? character - lastCharacter : character, length, TOKEN_TYPES.indexOf(type), 0);
        [lastLine, lastCharacter] = [line, character];
      }
      start = span.end <= lineEnd ? span.end : document.lines.offset({ line: line + 1, character: 0 });
    }
    done = span.end;
  }
  return { data };
}

// The tree of a superbill document: lines, tokens and entries.
import type { Problem, Span } from '../tree';

export type TokenKind =
  | 'keyword'
  | 'definition'
  | 'reference'
  | 'code'
  | 'modifier'
  | 'pointer'
  | 'letter'
  | 'units'
  | 'money'
  | 'date'
  | 'number'
  | 'word'
  | 'text'
  | 'note'
  | 'comment';

export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
}

/** One line of text. All lines together cover the text: `span` takes in the line's end. */
export interface Line {
  /** 0-based. */
  readonly number: number;
  readonly span: Span;
  /** Columns of white space before the first sign; a tab counts to the next multiple of 2. */
  readonly indent: number;
  /** What is written, without white space around it and without the comment. Empty on a blank line. */
  readonly content: Span;
  readonly comment?: Span;
}

/** What a line may say and what may stand below it: one row of the grammar. */
export interface Spec<T = unknown> {
  /** Lower case; empty for item lines, which begin with a value. */
  readonly keyword: string;
  /** What a person reads when pointing at the keyword. */
  readonly doc: string;
  /** What the line looks like, e.g. `born 1968-03-14`. */
  readonly example: string;
  /** What completion offers word by word behind the keyword; the last slot repeats. */
  readonly slots: readonly Slot[];
  read(cursor: LineCursor): T | undefined;
  readonly children: readonly Spec[];
  /** The shape of lines below that have no keyword. */
  readonly item?: Spec;
  /** Lines below are free text. */
  readonly free?: boolean;
  /** May stand more than once in its parent. */
  readonly many?: boolean;
}

export type Slot =
  | 'practice'
  | 'provider'
  | 'facility'
  | 'payer'
  | 'patient'
  | 'coverage'
  | 'place'
  | 'taxonomy'
  | 'filing'
  | 'relationship'
  | 'sex'
  | 'exchange'
  | 'date'
  | 'money'
  | 'procedure'
  | 'diagnosis'
  | 'accident'
  | 'state'
  | 'transport'
  | 'payment-kind'
  | 'payment-method'
  | 'adjustment'
  | 'free'
  | 'new-id'
  | 'yes-no'
  | 'tax-id';

/** A line and the deeper lines that belong to it. */
export interface Entry<T = unknown> {
  /** Undefined where the keyword is not known here. */
  readonly spec: Spec<T> | undefined;
  readonly keyword: Token | undefined;
  readonly value: T | undefined;
  /** The keyword of a line of which not everything could be read, or that it probably means; empty for an item. */
  readonly unread: string | undefined;
  readonly line: Line;
  /** From the first sign of its line to the last of the lines below it. */
  readonly span: Span;
  readonly tokens: readonly Token[];
  readonly entries: readonly Entry[];
  readonly parent: Entry | undefined;
}

/**
 * A stretch of the text that is read by itself: from a line that begins a block to the next such line. What a part holds
 * knows nothing of others.
 */
export interface Part {
  readonly span: Span;
  readonly lines: readonly Line[];
  /** None where the text before the first block says nothing that is understood. */
  readonly blocks: readonly Entry[];
  readonly problems: readonly Problem[];
}

export interface SuperbillTree {
  readonly text: string;
  /** They cover the text. */
  readonly parts: readonly Part[];
  readonly lines: readonly Line[];
  readonly blocks: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** A value and where it is written. */
export interface Spanned<T> {
  readonly value: T;
  readonly span: Span;
}

/** What a reader sees of its line: words one after another, and where to report. */
export interface LineCursor {
  readonly text: string;
  /** What stands before the line's first word, or will once it stands at its depth. */
  readonly indent: string;
  /** The next word without taking it. */
  peek(): Span | undefined;
  /** Takes the next word, or a text in quotes. */
  take(kind: TokenKind): Spanned<string> | undefined;
  /** Takes all that is left. */
  rest(kind: TokenKind): Spanned<string> | undefined;
  /** The same token seen as several, e.g. a code and its modifiers. */
  mark(kind: TokenKind, span: Span): void;
  problem(problem: Problem): void;
  /** Where the line's content ends: the place for a value that is missing. */
  readonly end: Span;
}

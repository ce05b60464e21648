// What importers share: how a file is handed to them, how they answer, and how a file is refused.
import type { CodeSetId } from './code-set';
import type { Block, Row } from './rows';

/** What an importer made of a publisher's file. */
export interface Imported {
  readonly set: CodeSetId;
  /** For people: `FY2026`, `2026-10`. */
  readonly edition: string;
  readonly effective: { readonly from: string; readonly to?: string };
  readonly rows: readonly Row[];
  readonly blocks?: readonly Block[];
}

/** Why a file is refused whole. `line` counts from 1; absent where the file as a whole is the matter. */
export class Refusal extends Error {
  constructor(readonly reason: string, readonly line?: number) {
    super(line === undefined ? reason : `line ${line}: ${reason}`);
  }
}

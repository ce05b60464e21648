// A value of the model: what it is, where it is written, and in which document.
import type { Span } from '../syntax/tree';

/** A document as the model sees it. */
export interface Source {
  readonly uri: string;
  readonly text: string;
  readonly language: 'superbill' | 'x12';
}

export interface Value<T> {
  readonly value: T;
  readonly span: Span;
  readonly source: Source;
}

/** A name that stands for something defined elsewhere. `target` is undefined where nothing has that name. */
export interface Reference<T> {
  readonly at: Value<string>;
  readonly target: T | undefined;
}

/** The last part of a document's address, for messages: `jane.patient`. */
export function fileName({ uri }: Pick<Source, 'uri'>): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // Not every editor escapes what it must.
    return name;
  }
}

// What every group of requests stands on.
import type { Connection } from 'vscode-languageserver/node';
import type { World } from '../features/world';
import type { Documents } from './documents';
import type { Editor } from './editor';
import type { Guard } from './faults';

export interface Wire {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly guard: Guard;
  editor(): Editor;
  world(): World;
  /** Waits with an answer until the folders are read: before, every reference looks broken. */
  onceRead<P extends readonly unknown[], R>(handle: (...params: P) => R): (...params: P) => Promise<Awaited<R>>;
}

// What happens when a request cannot be answered: refusals in a sentence, our own faults told once, and nobody left without an answer.
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import type { Outcome } from './protocol';
import { placeOf } from './place-of';
import { reason } from './reason';

/** For a person whose request met a fault of ours. */
const OUR_FAULT =
  'Superbill could not do this, through a fault of its own. Your documents are as they were. ' +
  'If it happens again, close your editor and open it anew; the log of Superbill says where it happened.';

/** For a person in whose document something was not worked out. */
const NOT_ANSWERED =
  'Superbill could not work something out here, through a fault of its own. Your documents are as they were. ' +
  'If help or findings are missing, close your editor and open it anew; the log of Superbill says where it happened.';

/** A request that asks for what cannot be, with the sentence that says so. */
export function refusal(sentence: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, sentence);
}

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

export interface Guard {
  /** Once the editor has said who it is. Refuses to begin a second time. */
  begin(): void;
  /** The editor goes: nothing is answered any more. */
  end(): void;
  /** Answers with `otherwise` after a fault of ours, which is logged, and told once. */
  answer<P, R>(handle: Handler<P, R>, otherwise: R): (params: P, token: CancellationToken) => Promise<R>;
  /** Answers what a view or a command of the client asks: a fault of ours becomes a sentence. */
  ask<P, R>(handle: Handler<P, R>): (params: P, token: CancellationToken) => Promise<R>;
  /** Carries a command out: whatever keeps it from being done is told as its outcome. */
  carryOut<P>(handle: Handler<P, Outcome>): (params: P, token: CancellationToken) => Promise<Outcome>;
  /** For work that nobody waits for. */
  quietly(work: Promise<unknown>): void;
}

/** `log` is given no word of a document. */
export function guard(connection: Connection, log: (message: string) => void): Guard {
  let state: 'new' | 'open' | 'ended' = 'new';
  let told = false;
  const note = (error: unknown) => log(`superbill: ${placeOf(error)}`);
  const check = (token: CancellationToken) => {
    if (state === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The editor has not begun with “initialize”');
    if (state === 'ended') throw new ResponseError(ErrorCodes.InvalidRequest, 'The editor has ended with “shutdown”');
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
  };
  const guarded =
    <P, R>(handle: Handler<P, R>, fail: (error: unknown) => R) =>
    async (params: P, token: CancellationToken): Promise<R> => {
      check(token);
      try {
        return await handle(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        return fail(error);
      }
    };
  return {
    begin() {
      if (state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'The editor has begun already');
      state = 'open';
    },
    end() {
      state = 'ended';
    },
    answer: (handle, otherwise) =>
      guarded(handle, (error) => {
        note(error);
        if (!told) void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: NOT_ANSWERED });
        told = true;
        return otherwise;
      }),
    ask: (handle) =>
      guarded(handle, (error) => {
        throw new ResponseError(ErrorCodes.InternalError, sentenceFor(error));
      }),
    carryOut: (handle) => guarded(handle, (error): Outcome => ({ ok: false, message: sentenceFor(error) })),
    quietly: (work) => void work.catch(note),
  };

  function sentenceFor(error: unknown): string {
    if (isOfTheDisk(error)) return `The practice’s folder could not be read or written: ${reason(error)}.`;
    note(error);
    return OUR_FAULT;
  }
}

function isOfTheDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

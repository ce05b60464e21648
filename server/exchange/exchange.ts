// The shape of a way out and in. One driver per exchange; what is kept and when is the business of outbox and inbox.

export interface ExchangeFile {
  /** File name: `E1001-1.837`. */
  readonly name: string;
  readonly text: string;
}

/** Thrown by a driver when the file certainly did not go out, with a plain sentence why. */
export class NotSent extends Error {}

export interface Exchange {
  /** Name of its folder below sent/ and responses/. */
  readonly id: string;
  /** The other side knows a file by its name, so that to hand over the same one again does no harm. */
  readonly repeatable?: boolean;
  /** Hands the file over; returns only when the other side has it. Throws `NotSent`, or anything else where that is not known. */
  send(file: ExchangeFile): Promise<void>;
  /** What is there to fetch. `known`: names of files that were received before. */
  receive(known: ReadonlySet<string>): Promise<ExchangeFile[]>;
}

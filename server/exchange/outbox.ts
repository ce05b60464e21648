// Sends a claim file exactly once. It is written and flushed under a name that says "on its way" before it goes out, and
// gets its own name when it has arrived: after a crash it is either not there, or known to be in doubt.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { SENDING, SENT, createOnce, readIfThere, settle } from '../ledger/folder';
import { type Exchange, NotSent, type ExchangeFile } from './exchange';

/** `taken`: another program sends the same claims at this moment, and nothing went out from here. */
export type Sent = 'sent' | 'sent-before' | 'in-doubt' | 'taken';

/**
 * Throws what the exchange says where it refused: after `NotSent` the file may be tried again, after anything else it is in doubt.
 * `taken` is asked when the file is already marked as on its way: of two programs that send the same, at least one sees the other.
 */
export async function sendOnce(root: string, exchange: Exchange, file: ExchangeFile, taken: () => boolean = () => false): Promise<Sent> {
  const kept = path.join(root, SENT, exchange.id, file.name),
    marked = kept + SENDING;
  if (existsSync(kept)) return 'sent-before';
  if (createOnce(marked, file.text)) {
    if (existsSync(kept) || taken()) {
      rmSync(marked, { force: true });
      return existsSync(kept) ? 'sent-before' : 'taken';
    }
  } else if (!exchange.repeatable || readIfThere(marked) !== file.text) return existsSync(kept) ? 'sent-before' : 'in-doubt';
  try {
    await exchange.send(file);
  } catch (error) {
    // Only what certainly did not go out may be tried again.
    if (error instanceof NotSent) rmSync(marked, { force: true });
    throw error;
  }
  settle(marked, kept);
  return 'sent';
}

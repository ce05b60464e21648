// Sends a claim file exactly once. It is written and flushed under a name that says "on its way" before it goes out, and
// gets its own name when it has arrived: after a crash it is either not there, or known to be in doubt.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { SENDING, SENT, createOnce, settle } from '../ledger/folder';
import { type Exchange, NotSent, type ExchangeFile } from './exchange';

export type Sent = 'sent' | 'sent-before' | 'in-doubt';

/** Throws what the exchange says where it refused; the file is then not sent and may be tried again. */
export async function sendOnce(root: string, exchange: Exchange, file: ExchangeFile): Promise<Sent> {
  const kept = path.join(root, SENT, exchange.id, file.name);
  if (existsSync(kept)) return 'sent-before';
  if (!createOnce(kept + SENDING, file.text)) return 'in-doubt';
  try {
    await exchange.send(file);
  } catch (error) {
    // Only what certainly did not go out may be tried again.
    if (error instanceof NotSent) rmSync(kept + SENDING, { force: true });
    throw error;
  }
  settle(kept + SENDING, kept);
  return 'sent';
}

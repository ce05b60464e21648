// Fetches what an exchange has for us and files it under responses/, each file once.
import path from 'node:path';
import { RESPONSES, createOnce, flushFolder, namesIn } from '../ledger/folder';
import type { Exchange } from './exchange';

/** The files that are new, as paths. */
export async function receiveAll(root: string, exchange: Exchange): Promise<string[]> {
  const folder = path.join(root, RESPONSES, exchange.id);
  const files = await exchange.receive(new Set(namesIn(folder)));
  const filed = files
    .map((file) => path.join(folder, path.basename(file.name)))
    .filter((file, i) => createOnce(file, files[i].text, 'flush later'));
  if (filed.length > 0) flushFolder(folder);
  return filed;
}

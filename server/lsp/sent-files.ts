// The claim files of the ledger as documents, so that an answer can lead to the line it speaks of. Read when asked for, kept a while.
import { Project, type X12File } from '../features/project';
import type { SentFiles } from '../features/world';
import { read } from '../ledger/folder';
import type { LedgerClaim } from '../ledger/life-cycle';
import { uriOf } from './files';

/** So many files are kept: people look at a few at a time. */
const KEPT = 16;

/** `claims`: all claims of the ledger as it is now. What went out counts before what was only written. */
export function sentFiles(claims: () => readonly LedgerClaim[], log: (message: string) => void): SentFiles {
  let files = new Project();
  let count = 0;
  const open = (claim: LedgerClaim | undefined): X12File | undefined => {
    const file = claim && (claim.sentFile ?? claim.file);
    if (!file) return undefined;
    const uri = uriOf(file);
    const known = files.get(uri);
    if (known?.language === 'x12') return known;
    if (count >= KEPT) [files, count] = [new Project(), 0];
    count += 1;
    try {
      const document = files.set(uri, read(file), 'x12');
      return document.language === 'x12' ? document : undefined;
    } catch (error) {
      log(`A claim file could not be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}`);
      return undefined;
    }
  };
  const best = (fits: (claim: LedgerClaim) => boolean): LedgerClaim | undefined => {
    const found = claims().filter(fits);
    return found.find((one) => one.sent) ?? found[0];
  };
  return {
    withClaim: (control) => open(best((one) => one.control === control)),
    withGroup: (control) => open(best((one) => Number(one.group) === Number(control))),
    withBatch: (number) => open(best((one) => one.batch === number)),
    withInterchange: (control) => open(best((one) => Number(one.interchange) === Number(control))),
  };
}

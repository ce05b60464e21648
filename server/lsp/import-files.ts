// Files of a publisher's release to editions on this machine: all that they hold, or a sentence that says why nothing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { unpackFiles } from '../../codesets/archive';
import type { Manifest } from '../../codesets/code-set';
import { Refusal } from '../../codesets/import';
import { type CompiledEdition, type SourceFile, importRelease } from '../../codesets/importers';
import { clockDay } from './clock';
import { inStarter, saveEdition } from './editions';
import { IMPORT_THREAD } from './import-thread';
import { reason } from './reason';

/** What is to be imported, as plain data. */
export interface ImportJob {
  /** Where the files lie, and what the publisher calls them. Taken together. */
  readonly files: readonly { readonly file: string; readonly name: string }[];
  /** Where they come from, for people. */
  readonly source: string;
  /** What the user or the catalogue says the edition is. */
  readonly edition?: string;
  /** Which file of an archive is meant: a regular expression. */
  readonly inside?: string;
  /** Where editions are kept; this machine's folder where absent. */
  readonly folder?: string;
  /** What must be in it. */
  readonly promise?: Promised;
}

interface Promised {
  readonly set: string;
  readonly layer?: string;
  readonly edition: string;
  /** First day; absent where editions of the set have none. */
  readonly from?: string;
}

/** Editions as they were kept. */
export type Imported = readonly (Manifest & { readonly file: string })[];

/** Compiles and keeps what is in the files, or says why they are refused, without a full stop. Throws what the disk says. */
export async function importFiles(job: ImportJob): Promise<Imported | string> {
  const files = job.files.map(({ file, name }): SourceFile => ({ name, bytes: readFileSync(file) }));
  const result = await compileFiles(files, job);
  if (typeof result === 'string') return result.replace(/\.$/, '');
  const broken = job.promise && brokenPromise(job.promise, result);
  return broken ?? result.map((edition) => ({ ...edition.manifest, file: saveEdition(edition, job.folder) }));
}

/** Compiled editions of files, or why they are refused. */
async function compileFiles(
  files: readonly SourceFile[],
  { source, edition, inside }: Pick<ImportJob, 'source' | 'edition' | 'inside'>,
): Promise<CompiledEdition[] | string> {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  try {
    const unpacked = meant(await unpackFiles(files), inside);
    return importRelease(unpacked, { source, retrieved: clockDay(), sha256: hash.digest('hex') }, edition, inStarter());
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** Where publishers have begun to name a file otherwise, its content still tells it. */
function meant(files: readonly SourceFile[], inside: string | undefined): readonly SourceFile[] {
  const found = inside === undefined ? [] : files.filter(({ name }) => new RegExp(inside, 'i').test(name));
  return found.length > 0 ? found : files;
}

function brokenPromise({ set, layer, edition, from }: Promised, found: readonly CompiledEdition[]): string | undefined {
  const names = (one: Manifest) => `${one.title} ${one.edition}`;
  const same = found.map(({ manifest }) => manifest).filter((one) => one.id === set && one.layer === layer);
  if (same.length === 0) return `it holds ${found.map(({ manifest }) => names(manifest)).join(', ')}, and not what it should`;
  const other = same.find((one) => (from === undefined ? one.edition !== edition : one.effective.from !== from));
  return other && `it holds ${names(other)}, from ${other.effective.from}, and not ${edition}`;
}

/** How a job and its end travel between threads. */
interface Order {
  readonly superbillImport: ImportJob;
}
type Report = { readonly imported: Imported | string } | { readonly failed: string };

/**
 * The same in a thread of its own, so that others are answered meanwhile and the memory is given back. `program` is the
 * program's own file, which hands over to `importInThread` first. Ended early by `signal`, it leaves whole editions or none.
 */
export function importApart(job: ImportJob, program: string, signal?: AbortSignal): Promise<Imported | string> {
  return new Promise((resolve, reject) => {
    const order: Order = { superbillImport: job };
    const worker = new Worker(program, { workerData: order, argv: [IMPORT_THREAD], stdin: false });
    const end = () => void worker.terminate();
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
    worker.once('message', (report: Report) => {
      end();
      if ('failed' in report) reject(new Error(report.failed));
      else resolve(report.imported);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal?.removeEventListener('abort', end);
      reject(new Error('the import was stopped'));
    });
  });
}

/** Carries out the import for which this thread was started; false where it is none. */
export function importInThread(): boolean {
  if (isMainThread) return false;
  const { superbillImport: job } = workerData as Order;
  const report = (message: Report) => parentPort?.postMessage(message);
  importFiles(job).then(
    (imported) => report({ imported }),
    (error: unknown) => report({ failed: reason(error) }),
  );
  return true;
}

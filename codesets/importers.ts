// Turns the files of a publisher's release into compiled editions, or says why they are refused.
import type { Manifest } from './code-set';
import { compileEdition } from './compile';
import { cptFile } from './cpt/import';
import { addOnEdits } from './edits/add-ons';
import { ageRanges, diagnosisEdits } from './edits/diagnosis-edits';
import { mueTable, ncciPairs, poaExempt, relativeValues } from './edits/import';
import { anesthesiaRates, anesthesiaUnits, costIndices } from './fees/import';
import { hcpcsSheet, hcpcsText } from './hcpcs/import';
import { icd10cmOrder } from './icd-10-cm/import';
import { icd10cmAddenda, icd10cmConversions } from './icd-10-cm/import-changes';
import { icd10cmIndex } from './icd-10-cm/import-index';
import { icd10cmTabular } from './icd-10-cm/import-tabular';
import { icd10pcsOrder } from './icd-10-pcs/import';
import { type Imported, type Importer, Refusal } from './import';
import { compilePairs } from './pairs';
import { type Row, keyOf } from './rows';
import { popularityOf } from './search/popularity';
import { taxonomyCsv } from './taxonomy/import';

const importers: readonly Importer[] = [
  icd10cmOrder,
  icd10cmAddenda,
  icd10cmConversions,
  icd10cmTabular,
  icd10cmIndex,
  icd10pcsOrder,
  hcpcsText,
  hcpcsSheet,
  poaExempt,
  mueTable,
  relativeValues,
  ncciPairs,
  addOnEdits,
  diagnosisEdits,
  ageRanges,
  costIndices,
  anesthesiaRates,
  anesthesiaUnits,
  taxonomyCsv,
  cptFile,
];

/** A file as it lies on disk or in an archive. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where a release came from; the caller knows. */
export interface Origin {
  readonly source: string;
  /** ISO date. */
  readonly retrieved: string;
  /** Hash of the file that was imported, in hexadecimal. */
  readonly sha256: string;
}

/** One compiled edition, ready to be written. */
export interface CompiledEdition {
  readonly manifest: Manifest;
  readonly bytes: Uint8Array;
}

/** Whether the starter list of diagnoses holds a code: such codes come a little earlier in a search. */
export type InStarter = (key: string) => boolean;

/** Compiled editions of everything in a release, or one sentence that says why nothing of it was taken. */
export function importRelease(
  files: readonly SourceFile[],
  origin: Origin,
  edition?: string,
  inStarter: InStarter = () => false,
): CompiledEdition[] | string {
  try {
    return readRelease(files, edition).map((imported) => compileImported(imported, origin, inStarter));
  } catch (error) {
    if (error instanceof Refusal || error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Reads every file of a release whose layout is known; throws a refusal if a line is wrong or no layout is known. */
export function readRelease(files: readonly SourceFile[], edition?: string): Imported[] {
  const names = files.map((file) => file.name);
  const found: Imported[] = [];
  for (const file of files.filter((one, at) => !files.slice(0, at).some((other) => isSame(one.bytes, other.bytes)))) {
    const text = decode(file.bytes);
    const importer = text === undefined ? undefined : importers.find((one) => one.recognises(text));
    if (!importer || text === undefined) continue;
    try {
      found.push(...importer.read(text, [file.name, ...names], edition));
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(`${file.name}: ${error.message}`);
      throw error;
    }
  }
  if (found.length === 0) {
    const what = files.every(({ bytes }) => bytes.length === 0)
      ? 'It is empty.'
      : `It holds ${files
          .slice(0, 6)
          .map((file) => file.name)
          .join(', ')}.`;
    throw new Refusal(`no file of a known layout was found. ${what}`);
  }
  return found;
}

/** The same file may lie twice in an archive. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Compiles what an importer read. */
export function compileImported(imported: Imported, origin: Origin, inStarter: InStarter = () => false): CompiledEdition {
  const { set, layer, title, publisher, edition, effective, licence, rows, blocks, pairs } = imported;
  const twice = firstTwice(rows);
  if (twice) throw new Refusal(`${title}: ${twice} stands there twice`);
  const columns = ['code', 'title', ...new Set(rows.flatMap((row) => Object.keys(row.more)))];
  const manifest: Manifest = {
    id: set,
    ...(layer ? { layer } : {}),
    title,
    publisher,
    edition,
    effective,
    source: origin.source,
    retrieved: origin.retrieved,
    sha256: origin.sha256,
    licence,
    columns,
    count: pairs?.length ?? rows.length,
  };
  if (pairs) {
    const bytes = compilePairs(manifest, pairs);
    if (!bytes) throw new Refusal(`${title}: more kinds of pairs than a list of this layout has`);
    return { manifest, bytes };
  }
  return { manifest, bytes: compileEdition(manifest, rows, blocks, layer ? undefined : popularityOf(set, inStarter)) };
}

/** The first code that stands in more than one row: a list with such is not as it was published. */
function firstTwice(rows: readonly Row[]): string | undefined {
  const seen = new Set<string>();
  return rows.find(({ code }) => seen.size === seen.add(keyOf(code)).size)?.code;
}

/** UTF-8, else Windows-1252, as publishers write, or UTF-16, as spreadsheets save text; undefined for what is no text at all. */
function decode(bytes: Uint8Array): string | undefined {
  const mark = (bytes[0] << 8) | bytes[1];
  if (mark === 0xfffe || mark === 0xfeff) return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

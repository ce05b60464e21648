// Unpacks what a publisher sends: zip archives, archives within them, gzip files, and sheets of xlsx files as tab-separated text.
import type * as Unpacker from 'fflate';
import { Refusal } from './import';
import type { SourceFile } from './importers';

/** Releases hold text for machines and PDF for people; the latter are not read. */
const NOT_READ = /\.(pdf|docx?|xsd|htm|html|png|jpg)$/i;
/** No release is larger; an archive that claims to be is not unpacked. */
const MOST_BYTES = 700_000_000;
const DEEPEST = 3;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** All files that importers may read, archives unpacked. Throws a refusal for a damaged archive or sheet. */
export async function unpackFiles(files: readonly SourceFile[], depth = 0): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  for (const file of files) {
    if (isGzip(file.bytes)) found.push(gunzip(file, await unpacker()));
    else if (!isZip(file.bytes)) found.push(file);
    else if (isSheet(file)) found.push(await readSheet(file));
    else if (depth >= DEEPEST) throw new Refusal(`${file.name} is an archive inside of too many archives`);
    else found.push(...(await unpackFiles(preferText(unzip(file, await unpacker())), depth + 1)));
  }
  return found;
}

/** Made ready when first needed: a server that starts needs it not at all. */
function unpacker(): Promise<typeof Unpacker> {
  return import('fflate');
}

function isZip(bytes: Uint8Array): boolean {
  // An archive with nothing in it begins with its directory.
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/** By its name, and by what is inside where it has another one. */
function isSheet({ name, bytes }: SourceFile): boolean {
  return /\.xls[xm]$/i.test(name) || (checksums(bytes)?.has('xl/workbook.xml') ?? false);
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** One file packed by itself; its last eight bytes tell its checksum and size. */
function gunzip({ name, bytes }: SourceFile, { gunzipSync }: typeof Unpacker): SourceFile {
  const end = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = bytes.length < 18 ? 0 : end.getUint32(bytes.length - 4, true);
  if (size > MOST_BYTES) throw new Refusal(`${name} is damaged, or would unpack to more than ${MOST_BYTES / 1e6} MB`);
  let content: Uint8Array;
  try {
    content = gunzipSync(bytes);
  } catch {
    throw new Refusal(`${name} is a damaged gzip file, or cut off`);
  }
  if (content.length !== size || end.getUint32(bytes.length - 8, true) !== checksum(content))
    throw new Refusal(`${name} is damaged: its checksum differs`);
  return { name: name.replace(/\.gz$/i, ''), bytes: content };
}

function unzip({ name, bytes }: SourceFile, { unzipSync }: typeof Unpacker): SourceFile[] {
  const sums = checksums(bytes);
  if (!sums) throw new Refusal(`${name} is a zip archive that is cut off`);
  let size = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: (entry) => {
        if (entry.name.endsWith('/') || NOT_READ.test(entry.name)) return false;
        size += entry.originalSize;
        if (size > MOST_BYTES) throw new Refusal(`${name} would unpack to more than ${MOST_BYTES / 1e6} MB`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${name} is a damaged zip archive`);
  }
  if (sums.size === 0) throw new Refusal(`${name} is a zip archive with nothing in it`);
  return Object.entries(entries).map(([inside, content]) => {
    if (sums.get(inside) !== checksum(content)) throw new Refusal(`${inside} in ${name} is damaged: its checksum differs`);
    return { name: inside.replace(/^.*[/\\]/, ''), bytes: content };
  });
}

/** The checksum of every file as the archive's directory tells it; undefined where the directory is missing. */
function checksums(bytes: Uint8Array): Map<string, number> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) return undefined;
  const sums = new Map<string, number>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const length = view.getUint16(at + 28, true);
    const utf8 = (view.getUint16(at + 8, true) & 0x800) !== 0;
    const name = new TextDecoder(utf8 ? 'utf-8' : 'latin1').decode(bytes.subarray(at + 46, at + 46 + length));
    sums.set(name, view.getUint32(at + 16, true));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function checksum(bytes: Uint8Array): number {
  let sum = -1;
  for (let at = 0; at < bytes.length; at++) sum = CRC[(sum ^ bytes[at]) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** The first sheet with more than a few rows, as text: a tab between cells, a line for each row. */
async function readSheet({ name, bytes }: SourceFile): Promise<SourceFile> {
  const { default: readSheets } = await import('read-excel-file/universal');
  let sheets: { readonly data: readonly (readonly unknown[])[] }[];
  try {
    sheets = await readSheets(bytes.slice().buffer);
  } catch {
    throw new Refusal(`${name} is a damaged spreadsheet, or none at all`);
  }
  const rows = sheets.map(({ data }) => data).sort((one, other) => other.length - one.length)[0] ?? [];
  const text = rows.map((row) => row.map(cellText).join('\t').trimEnd()).join('\n');
  return { name, bytes: new TextEncoder().encode(text) };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).replace(/\s+/g, ' ').trim();
}

/** Of a list given as text and as spreadsheet the text is read. */
function preferText(files: readonly SourceFile[]): SourceFile[] {
  const texts = new Set(files.filter(({ name }) => /\.(txt|csv|tsv|xml)$/i.test(name)).map(({ name }) => stem(name)));
  return files.filter(({ name }) => !/\.xls[xm]$/i.test(name) || !texts.has(stem(name)));
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '').toLowerCase();
}

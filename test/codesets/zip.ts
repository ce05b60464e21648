// Reads one file out of a zip archive, so that tests can look into official releases without another package.
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** The bytes of the first file in the archive whose name matches, or undefined where there is none. */
export function readZipEntry(archive: Buffer, name: RegExp): Buffer | undefined {
  let at = endOfDirectory(archive);
  if (at < 0) return undefined;
  let left = archive.readUInt16LE(at + 10);
  at = archive.readUInt32LE(at + 16);
  for (; left > 0 && archive.readUInt32LE(at) === DIRECTORY_ENTRY; left--) {
    const nameLength = archive.readUInt16LE(at + 28);
    if (name.test(archive.toString('utf8', at + 46, at + 46 + nameLength))) return content(archive, at);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return undefined;
}

/** The directory stands at the end of the archive, behind it only a comment of at most 65,535 bytes. */
function endOfDirectory(archive: Buffer): number {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(END_OF_DIRECTORY);
  return archive.lastIndexOf(mark);
}

/** Sizes are taken from the directory: the header in front of the data may leave them out. */
function content(archive: Buffer, entry: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const header = archive.readUInt32LE(entry + 42);
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const packed = archive.subarray(start, start + size);
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed);
  throw new Error(`zip method ${method} is not known`);
}

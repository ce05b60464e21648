// The small zip reader of the tests, on archives made here byte by byte.
import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { readZipEntry } from './zip';

suite('zip reader of the tests', () => {
  const archive = zip([
    ['read.me', 'kept as it is', 0],
    ['order-2026.txt', 'packed '.repeat(50), 8],
  ]);

  test('reads a file that is kept as it is and one that is packed', () => {
    assert.equal(readZipEntry(archive, /read/)?.toString(), 'kept as it is');
    assert.equal(readZipEntry(archive, /order-\d{4}\.txt$/)?.toString(), 'packed '.repeat(50));
  });

  test('finds nothing under another name, nor in what is no archive', () => {
    assert.equal(readZipEntry(archive, /absent/), undefined);
    assert.equal(readZipEntry(Buffer.from('no archive at all'), /./), undefined);
  });

  test('names a packing that it does not know', () => {
    assert.throws(() => readZipEntry(zip([['a', 'b', 12]]), /a/), /method 12/);
  });
});

/** An archive of these files: name, content, method (0 kept, 8 packed). */
function zip(files: readonly (readonly [string, string, number])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text, method] of files) {
    const data = method === 8 ? deflateRawSync(text) : Buffer.from(text);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(header, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    at += header.length + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

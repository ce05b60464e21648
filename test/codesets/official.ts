// Reads official releases from ../shared/data where they are at hand; tests say that they are skipped where not.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SourceFile } from '../../codesets/importers';

const folder = path.resolve(process.cwd(), '..', 'shared', 'data');

/** Why official releases cannot be read here; undefined where they can. */
export function whyNoOfficial(): string | undefined {
  return existsSync(folder) ? undefined : 'skipped: ../shared/data with the official releases is not on this machine';
}

/** The file of a release whose name matches, as an importer gets it. */
export function officialFile(archive: string, name: RegExp): SourceFile {
  const file = path.join(folder, archive);
  if (!archive.endsWith('.zip') && !archive.endsWith('.gz')) return { name: path.basename(archive), bytes: readFileSync(file) };
  if (archive.endsWith('.gz')) return { name: path.basename(archive), bytes: gunzipSync(readFileSync(file)) };
  const inside =
    execFileSync('unzip', ['-Z1', file], { encoding: 'utf8' })
      .split('\n')
      .find((entry) => name.test(entry)) ?? '';
  return { name: inside, bytes: execFileSync('unzip', ['-p', file, inside], { maxBuffer: 1 << 28 }) };
}

/** A release as it was published, nothing unpacked. */
export function officialArchive(archive: string): SourceFile {
  return { name: path.basename(archive), bytes: readFileSync(path.join(folder, archive)) };
}

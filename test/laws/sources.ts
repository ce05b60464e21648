// The project's own files, as laws read them: hand-written sources by path, and what each imports.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** From the project's folder, with slashes: `server/features/hover.ts`. */
  readonly file: string;
  readonly text: string;
}

const GENERATED = /generated/i;

/** All sources below some folders. */
export function sources(folders: readonly string[], ending = /\.(ts|mts|mjs)$/): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name).split(path.sep).join('/'))
      .filter((file) => ending.test(file) && !file.includes('/out/') && !file.includes('node_modules/'))
      .sort()
      .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  );
}

/** Does its first line say that a program wrote it? */
export function isGenerated({ text }: SourceFile): boolean {
  return GENERATED.test(text.slice(0, text.indexOf('\n')));
}

/** What a source imports: our own files as paths from the project's folder, packages by name. */
export function importsOf({ file, text }: SourceFile): string[] {
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'";]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3]);
  return found.map((name) => (name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name));
}

// What a code means, in plain words, by data element.
import text from './guides/codes.guide';

let parsed: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

/** The meaning of a code of a data element, such as `98`, `85`; undefined where it is not ours to tell. */
export function meaningOf(data: string, code: string): string | undefined {
  return codesOf(data).get(code);
}

/** All codes of a data element whose meaning is told, with it. */
export function codesOf(data: string): ReadonlyMap<string, string> {
  parsed ??= parseCodes(text);
  return parsed.get(data) ?? NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();

function parseCodes(guide: string): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>();
  let codes = new Map<string, string>();
  for (const line of guide.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (!line.startsWith(' ')) {
      codes = all.get(line.trim()) ?? new Map<string, string>();
      all.set(line.trim(), codes);
      continue;
    }
    const [, code = '', meaning = ''] = /^ +(\S+) (.+)$/.exec(line) ?? [];
    codes.set(code, meaning);
  }
  return all;
}

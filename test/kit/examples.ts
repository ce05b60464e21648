// The documents of the sample practice, and mutations of them: what property tests start from.
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(process.cwd(), 'examples');

export interface Example {
  readonly name: string;
  readonly uri: string;
  readonly text: string;
}

/** Every superbill document of the sample practice. */
export function examples(): Example[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(practice|patient|encounter|payer)$/.test(name))
    .sort()
    .map((name) => ({ name, uri: `file:///practice/${name}`, text: readFileSync(path.join(FOLDER, name), 'utf8') }));
}

/** Pieces that change what a line means, and signs that an editor may send. */
const PIECES = [
  '\r\n',
  '\n',
  '\t',
  '  ',
  '#',
  '  # x',
  '"',
  '-',
  '..',
  '\u0000',
  '\ufeff',
  '\u00a0',
  '😀',
  'encounter E9\n',
  '  note\n',
  '    A ',
  'x4',
  '$1,145',
  '11/02/2026',
  '(',
  '*',
  '\ud800',
];

/** A text with a few pieces put in, cut out or doubled. */
export function mutated(text: string): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat({ max: text.length }),
    length: fc.nat({ max: 12 }),
    piece: fc.constantFrom('', ...PIECES),
    twice: fc.boolean(),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce(
        (now, { at, length, piece, twice }) =>
          now.slice(0, at) + piece + (twice ? now.slice(at, at + length) + now.slice(at) : now.slice(at + length)),
        text,
      ),
    );
}

// Code pairs that are not paid together (NCCI), compiled to two numbers a pair and found without parsing.
import { asUint16, asUint32, packSections, rawBytes, unpackSections } from './bytes';
import type { Manifest } from './code-set';

/** One pair as published. Dates ISO, first and last day. */
export interface Pair {
  /** The code that is paid. */
  readonly column1: string;
  /** The code that is not paid beside it. */
  readonly column2: string;
  readonly from: string;
  readonly to?: string;
  /** `1` if a modifier may part them, `0` if none may, `9` if the edit does not apply. */
  readonly modifier: string;
  readonly rationale: string;
}

/** Compiled pairs, opened. */
export interface Pairs {
  find(column1: string, column2: string, date: string): Pair | undefined;
}

const WIDTH = 5;
const SECTIONS = { codes: 1, starts: 2, seconds: 3, kinds: 4, kindTexts: 5 } as const;
const MOST_KINDS = 0xffff;

/** Compiles pairs into one file whose head is read like that of any edition. Undefined if they are of too many kinds. */
export function compilePairs(manifest: Manifest, pairs: readonly Pair[]): Uint8Array | undefined {
  const codes = [...new Set(pairs.flatMap(({ column1, column2 }) => [column1, column2]))].sort();
  const numbers = new Map(codes.map((code, number) => [code, number]));
  const kindNumbers = new Map<string, number>();
  const rows = pairs
    .map(({ column1, column2, from, to, modifier, rationale }) => {
      const kind = [from, to ?? '', modifier, rationale].join('\t');
      let number = kindNumbers.get(kind);
      if (number === undefined) kindNumbers.set(kind, (number = kindNumbers.size));
      return [numbers.get(column1) ?? 0, numbers.get(column2) ?? 0, number] as const;
    })
    .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  if (codes.length > 0xffff || kindNumbers.size > MOST_KINDS) return undefined;
  const starts = new Uint32Array(codes.length + 1);
  for (const [first] of rows) starts[first + 1]++;
  for (let index = 1; index < starts.length; index++) starts[index] += starts[index - 1];
  const encoder = new TextEncoder();
  return packSections([
    encoder.encode(JSON.stringify({ ...manifest, count: pairs.length })),
    encoder.encode(codes.map((code) => code.padEnd(WIDTH)).join('')),
    rawBytes(starts),
    rawBytes(Uint16Array.from(rows, (row) => row[1])),
    rawBytes(Uint16Array.from(rows, (row) => row[2])),
    encoder.encode([...kindNumbers.keys()].join('\n')),
  ]);
}

/** Opens compiled pairs, or says why they cannot be used. */
export function openPairs(bytes: Uint8Array): Pairs | string {
  const sections = unpackSections(bytes);
  if (typeof sections === 'string') return sections;
  if (sections.length <= SECTIONS.kindTexts) return 'these are no code pairs';
  const decoder = new TextDecoder();
  const codes = decoder.decode(sections[SECTIONS.codes]);
  const starts = asUint32(sections[SECTIONS.starts]);
  const seconds = asUint16(sections[SECTIONS.seconds]);
  const kinds = asUint16(sections[SECTIONS.kinds]);
  const texts = decoder.decode(sections[SECTIONS.kindTexts]).split('\n');
  const codeAt = (number: number): string => codes.slice(number * WIDTH, (number + 1) * WIDTH).trimEnd();
  const numberOf = (code: string): number => {
    let [low, high] = [0, codes.length / WIDTH];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (codeAt(middle) < code) low = middle + 1;
      else high = middle;
    }
    return codeAt(low) === code ? low : -1;
  };
  return {
    find(column1, column2, date) {
      const [first, second] = [numberOf(column1), numberOf(column2)];
      if (first < 0 || second < 0) return undefined;
      let [low, high] = [starts[first], starts[first + 1]];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (seconds[middle] < second) low = middle + 1;
        else high = middle;
      }
      for (; low < starts[first + 1] && seconds[low] === second; low++) {
        const [from, to, modifier, rationale] = texts[kinds[low]].split('\t');
        if (from <= date && (to === '' || date <= to)) return { column1, column2, from, ...(to ? { to } : {}), modifier, rationale };
      }
      return undefined;
    },
  };
}

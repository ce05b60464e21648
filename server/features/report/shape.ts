// The shape of a report: what an X12 file says, for a person, as plain data.
import type { LedgerView, SentFiles, World } from '../world';

/** `good` all is well, `bad` refused, `attention` somebody has to look. */
export type Tone = 'good' | 'bad' | 'attention';

export interface Report {
  readonly title: string;
  readonly sections: readonly ReportSection[];
}

/** One transaction, or one claim of it. */
export interface ReportSection {
  readonly heading: string;
  /** What a hurried reader must know, in a sentence. */
  readonly summary?: string;
  readonly tone?: Tone;
  readonly facts?: readonly (readonly [label: string, value: string])[];
  readonly tables?: readonly ReportTable[];
  /** Sentences, each a point of a list. */
  readonly points?: readonly string[];
  readonly sections?: readonly ReportSection[];
}

export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly amount?: boolean }[];
  readonly groups: readonly ReportGroup[];
  readonly total?: ReportRow;
}

/** Rows that belong together below a head of their own: the lines of a claim. */
export interface ReportGroup {
  readonly head?: ReportRow;
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  /** One for each column; several texts are several lines. */
  readonly cells: readonly (string | readonly string[])[];
  readonly tone?: Tone;
}

/** What a report needs besides the file. */
export interface ReportWorld extends Pick<World, 'codes' | 'today' | 'workspace'> {
  readonly sent?: SentFiles;
  readonly ledger?: LedgerView;
}

/** So many claims of a file are told one by one. */
export const MOST_CLAIMS = 500;

/** Companies and people are written in capitals in these files; a page for people is not. */
export function nameOf(written: string): string {
  if (/[a-z]|\d{3}/.test(written)) return written;
  return written
    .toLowerCase()
    .replace(/(^|[\s,.'/-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\b(Pc|Llc|Md|Pllc|Inc|Usa|Ii|Iii)\b/g, (word) => (word === 'Inc' ? word : word.toUpperCase()));
}

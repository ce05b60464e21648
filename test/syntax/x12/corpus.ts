// The public X12 files that tests read where they are present, with what is said about them.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(process.cwd(), '..', 'shared', 'corpus');

/** Why tests over the corpus are skipped, or undefined where it is present. */
export const noCorpus = existsSync(path.join(FOLDER, 'INDEX.tsv')) ? undefined : 'skipped: ../shared/corpus is not on this machine';

export interface CorpusFile {
  readonly path: string;
  readonly transaction: string;
  readonly version: string;
  readonly label: string;
  readonly consensus: string;
  /** How many of the four validators accept and reject it. */
  readonly accepted: number;
  readonly rejected: number;
  readonly text: string;
}

/** All files of the corpus; none where it is absent. */
export function corpusFiles(): CorpusFile[] {
  if (noCorpus) return [];
  const [head = '', ...rows] = readFileSync(path.join(FOLDER, 'INDEX.tsv'), 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    const verdicts = ['pyx12', 'imsweb', 'stupidedi', 'linuxforhealth'].map(cell);
    return {
      path: cell('path'),
      transaction: cell('transaction'),
      version: cell('version'),
      label: cell('label'),
      consensus: cell('consensus'),
      accepted: verdicts.filter((verdict) => verdict === 'accept').length,
      rejected: verdicts.filter((verdict) => verdict === 'reject').length,
      text: readFileSync(path.join(FOLDER, cell('path')), 'utf8'),
    };
  });
}

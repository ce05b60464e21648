// superbill codes and superbill explain: search, the editions on this machine, and what a code or term means.
import type { CodeSetId } from '../../codesets/code-set';
import { cardText } from '../features/card';
import { explain as explainQuery, suggest } from '../features/explain/explain';
import { nearestCode } from '../features/explain/nearest';
import { WHAT_TO_IMPORT } from '../features/procedure-axes';
import { clockDay } from '../lsp/clock';
import { languageOf } from '../lsp/files';
import { importCodes, removeCodes } from './code-editions';
import { type UpdateOptions, updateCodes } from './code-updates';
import { explainFileHere, kindOfPath } from './explain-file';
import { Practices, codeSetsHere } from './practices';
import { FINDINGS, FINE, type Status, type Terminal, Unusable, needThere } from './terminal';

export interface CodesOptions extends UpdateOptions {
  readonly set?: string;
  /** For an import: what the edition is called, where the file does not tell. */
  readonly edition?: string;
  readonly limit: number;
}

/** `list`, `import`, `remove` and `update` are about editions; everything else is searched for. */
export async function codes(words: readonly string[], options: CodesOptions, terminal: Terminal): Promise<Status> {
  const [first, ...rest] = words;
  switch (first) {
    case undefined:
      throw new Unusable('Say what to look for: superbill codes QUERY');
    case 'import':
      return importCodes(rest, options, terminal);
    case 'remove':
      return removeCodes(rest, terminal);
    case 'update':
      return updateCodes(rest, options, terminal);
    case 'list':
      if (rest.length === 0) return listCodes(options.format, terminal);
  }
  return searchCodes(words.join(' '), options, terminal);
}

/** Search in all sets, or in one. */
function searchCodes(query: string, options: CodesOptions, terminal: Terminal): Status {
  const codes = codeSetsHere(terminal);
  const sets =
    options.set === undefined
      ? undefined
      : [
          knownSet(
            options.set,
            codes.editions().map((one) => one.id),
          ),
        ];
  const results = codes.search(query, { date: options.asOf ?? clockDay(), limit: options.limit, ...(sets && { sets }) });
  if (options.format === 'json') {
    const told = results.map(({ set, edition, code, title, billable, score }) => ({ set, edition, code, title, billable, score }));
    terminal.print(JSON.stringify({ results: told }, null, 2));
  } else if (results.length === 0) terminal.print(`Nothing found for “${query}”.`);
  else for (const one of results) terminal.print(`${one.code.padEnd(12)}${one.billable ? ' ' : '…'} ${one.title}  (${one.set})`);
  return results.length > 0 ? FINE : FINDINGS;
}

function knownSet(written: string, known: readonly CodeSetId[]): CodeSetId {
  const wanted = written.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const found = known.find((one) => one.replaceAll('-', '') === wanted);
  if (!found && wanted === 'icd10pcs') throw new Unusable(`${WHAT_TO_IMPORT}.`);
  if (!found) throw new Unusable(`There is no code set ${written}. There are: ${[...new Set(known)].join(', ')}.`);
  return found;
}

function listCodes(format: 'text' | 'json', terminal: Terminal): Status {
  const editions = codeSetsHere(terminal).editions();
  if (format === 'json') terminal.print(JSON.stringify({ editions }, null, 2));
  else {
    const head = ['SET'.padEnd(24), 'EDITION'.padEnd(20), 'IN FORCE'.padEnd(24), '  CODES', 'SHA-256     ', 'SOURCE'];
    terminal.print(head.join('  '));
    for (const one of editions) {
      const {
        id,
        layer,
        edition,
        effective: { from, to },
        count,
        source,
        sha256,
      } = one;
      const columns = [
        [id, layer].filter(Boolean).join(' ').padEnd(24),
        edition.padEnd(20),
        (to ? `${from}..${to}` : from === ALWAYS ? 'any day' : `from ${from}`).padEnd(24),
      ];
      terminal.print([...columns, String(count).padStart(7), sha256.slice(0, 12), source].join('  '));
    }
  }
  return FINE;
}

/** The first day of lists that are not of a year. */
const ALWAYS = '2000-01-01';

/** What a hover shows; of an X12 file, what it says. */
export function explain(query: string, options: { asOf?: string; format: 'text' | 'json' }, terminal: Terminal): Status {
  const kind = kindOfPath(query);
  if (kind === 'file') return explainFileHere(query, options, terminal);
  const { desk } = new Practices(terminal, options.asOf).near('.');
  const day = options.asOf ?? clockDay();
  const cards = explainQuery(query, day, desk.world());
  if (options.format === 'json') terminal.print(JSON.stringify({ explanations: cards }, null, 2));
  else if (cards.length > 0) terminal.print(cards.map(cardText).join('\n\n'));
  else {
    // Z99.999 ends like the name of a file.
    const nearest = nearestCode(query, day, desk.world().codes);
    if (nearest) {
      terminal.print(`${nearest.said}\n\n${cardText(nearest.card)}`);
      return FINDINGS;
    }
    if (languageOf(query)) needThere(query);
    if (kind === 'folder') {
      throw new Unusable(
        `${query} is a folder: name a file in it to have it explained. superbill check ${query} tells what is wrong in it.`,
      );
    }
    const near = suggest(query);
    terminal.print(`“${query}” is not known here.${near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''}`);
  }
  return cards.length > 0 ? FINE : FINDINGS;
}

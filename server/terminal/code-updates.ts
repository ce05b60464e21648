// superbill codes update: the publishers' current releases, fetched and imported.
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Catalogue, Offer } from '../../codesets/catalogue';
import { clockDay } from '../lsp/clock';
import { PATIENCE } from '../lsp/download';
import { dataFolder } from '../lsp/data-folder';
import { importFiles } from '../lsp/import-files';
import { addDays } from '../model/dates';
import { type Standing, type Updated, progressWords, standings, unaccepted, updateRelease } from '../lsp/update-code-sets';
import { CatalogueProblem, acceptedOn, readCatalogueHere, recordAcceptance } from '../lsp/update-records';
import { FINDINGS, FINE, type Status, type Terminal, Unusable } from './terminal';

export interface UpdateOptions {
  /** Stands for today: which release is current. */
  readonly asOf?: string;
  readonly all: boolean;
  /** Only says what there is. */
  readonly list: boolean;
  readonly acceptLicence: boolean;
  /** A catalogue with corrections. */
  readonly catalogue?: string;
  readonly format: 'text' | 'json';
}

/** Fetches releases by name; without names the usual ones, and those of which something is here already. */
export async function updateCodes(names: readonly string[], options: UpdateOptions, terminal: Terminal): Promise<Status> {
  const folder = dataFolder(),
    day = options.asOf ?? clockDay();
  const all = standings(catalogueHere(folder, options.catalogue), day, folder);
  const chosen = choose(names, options, all);
  if (options.list) return list(names.length > 0 ? chosen : all, folder, options.format, terminal);
  const stop = new AbortController();
  const end = () => stop.abort();
  process.once('SIGINT', end);
  const results: Updated[] = [];
  for (const { offer } of chosen) {
    if (stop.signal.aborted) break;
    const result = (await accepted(offer, options, folder, stop.signal, terminal))
      ? await updateRelease(offer, { signal: stop.signal, patience: PATIENCE, import: importFiles, folder, advice, tell: teller(terminal) })
      : unaccepted(offer, ' With --accept-licence you accept them.');
    results.push(result);
    if (options.format === 'text') (isGood(result) ? terminal.print : terminal.say)(result.message);
  }
  process.off('SIGINT', end);
  if (options.format === 'json') terminal.print(JSON.stringify({ updated: results }, null, 2));
  return results.length > 0 && results.every(isGood) && !stop.signal.aborted ? FINE : FINDINGS;
}

function isGood({ state }: Updated): boolean {
  return state === 'updated' || state === 'current';
}

function catalogueHere(folder: string, named: string | undefined): Catalogue {
  try {
    return readCatalogueHere(folder, named);
  } catch (error) {
    if (error instanceof CatalogueProblem) throw new Unusable(error.message);
    throw error;
  }
}

function choose(names: readonly string[], { all }: UpdateOptions, known: readonly Standing[]): readonly Standing[] {
  if (all) {
    if (names.length > 0) throw new Unusable('Name the sets or say --all, not both.');
    return known;
  }
  if (names.length === 0) return known.filter(({ offer, imported }) => offer.release.usual || imported.length > 0);
  const bare = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return names.map((name) => {
    const found = known.find(({ offer }) => bare(offer.release.id) === bare(name));
    if (!found) throw new Unusable(`There is no release ${name}. There are: ${known.map(({ offer }) => offer.release.id).join(', ')}.`);
    return found;
  });
}

function list(all: readonly Standing[], folder: string, format: 'text' | 'json', terminal: Terminal): Status {
  const rows = all.map(({ offer, here, imported }) => ({
    id: offer.release.id,
    title: offer.release.title,
    edition: offer.edition,
    from: offer.from,
    here: here.length > 0,
    imported: [...new Set(imported.map((one) => one.edition))],
    ...(offer.release.megabytes ? { megabytes: offer.release.megabytes } : {}),
    ...(offer.licence ? { licence: { ...offer.licence, accepted: acceptedOn(folder, offer.licence) ?? null } } : {}),
    addresses: offer.files.flatMap(({ urls }) => urls),
    byHand: offer.release.byHand,
    usual: offer.release.usual ?? false,
  }));
  const catalogue = path.join(folder, 'catalogue.json');
  if (format === 'json') terminal.print(JSON.stringify({ releases: rows, catalogue }, null, 2));
  else {
    for (const one of rows) {
      const state = one.here ? 'is here' : one.imported.length > 0 ? `here: ${one.imported[0]}` : 'not here';
      const more = [one.megabytes && `about ${one.megabytes} MB`, one.licence && 'with terms to accept', one.usual && 'usual']
        .filter(Boolean)
        .join(', ');
      terminal.print(`${one.id.padEnd(20)}  ${one.edition.padEnd(8)}  ${state.padEnd(20)}  ${one.title}${more ? ` (${more})` : ''}`);
    }
    terminal.say(`Addresses that have changed can be corrected in ${catalogue}.`);
  }
  return FINE;
}

async function accepted(
  offer: Offer,
  { acceptLicence }: UpdateOptions,
  folder: string,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<boolean> {
  const { licence, release } = offer;
  if (!licence || acceptedOn(folder, licence)) return true;
  terminal.say(`${release.title}: ${licence.title}\n\n${licence.text}\n${licence.link}\n`);
  const yes = acceptLicence || (process.stdin.isTTY && process.stderr.isTTY && (await ask('Do you accept these terms? [y/N] ', signal)));
  if (yes) recordAcceptance(folder, licence, clockDay());
  return yes;
}

/** No answer is no: Ctrl-C, which also ends the whole command, and Ctrl-D. */
function ask(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const close = () => lines.close();
  signal.addEventListener('abort', close, { once: true });
  lines.once('SIGINT', () => process.emit('SIGINT'));
  return new Promise<boolean>((resolve) => {
    const leave = () => {
      process.stderr.write('\n');
      resolve(false);
    };
    lines.once('close', leave);
    lines.question(question, (answer) => {
      lines.off('close', leave);
      resolve(/^\s*y(es)?\s*$/i.test(answer));
    });
  }).finally(() => {
    signal.removeEventListener('abort', close);
    close();
  });
}

function advice({ release, from }: Offer): string {
  const before = `superbill codes update ${release.id} --as-of ${addDays(from, -1)}`;
  return `Look at ${release.byHand}, and import the file with superbill codes import FILE. The edition before: ${before}.`;
}

/** Says how far it is: on a screen in one line that changes, else a line for every tenth. */
function teller({ say }: Terminal): (offer: Offer, doing: string, received?: number, total?: number) => void {
  let last = '';
  let drawn = false;
  return ({ release, edition }, doing, received, total) => {
    const tenth = received === undefined ? '' : String(total ? Math.floor((received * 10) / total) : Math.floor(received / 5_000_000));
    const isNew = last !== doing + tenth;
    last = doing + tenth;
    const text = `${release.id} ${edition}: ${progressWords(doing, received, total)}`;
    if (!process.stderr.isTTY) {
      if (isNew) say(text);
      return;
    }
    const ends = received === undefined || received === total;
    process.stderr.write(`${drawn ? '\r\x1b[K' : ''}${text}${ends ? '\n' : ''}`);
    drawn = !ends;
  };
}

// Requests about code sets: what the publishers offer, fetching it, and importing files that the user has.
import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import path from 'node:path';
import type { Manifest } from '../../codesets/code-set';
import { clockDay } from './clock';
import { PATIENCE } from './download';
import { dataFolder } from './data-folder';
import { fileOf } from './files';
import { importApart } from './import-files';
import {
  CODE_SETS_PROGRESS,
  type CodeSetOffer,
  type CodeSetsOutcome,
  type CodeSetsProgress,
  type ImportCodeSets,
  type UpdateCodeSets,
} from './protocol';
import { reason } from './reason';
import { type Standing, type UpdateOptions, type Updated, progressWords, standings, unaccepted, updateRelease } from './update-code-sets';
import { acceptedOn, readCatalogueHere, recordAcceptance } from './update-records';

export interface CodeSetRequests {
  offers(): CodeSetOffer[];
  update(params: UpdateCodeSets, token: CancellationToken): Promise<CodeSetsOutcome>;
  import(params: ImportCodeSets, token: CancellationToken): Promise<CodeSetsOutcome>;
}

/** How to get there, and when to stop. */
type Way = Pick<UpdateOptions, 'signal' | 'proxy'>;

/** `program` is the file that this program runs from; imports run in a thread of it. */
export function codeSetRequests(connection: Connection, program: string, today: () => string): CodeSetRequests {
  const folder = dataFolder();
  const standingsNow = (): Standing[] => standings(readCatalogueHere(folder), today(), folder);
  let busy = false;

  async function updateOnce({ releases, accepted, proxy }: UpdateCodeSets, token: CancellationToken): Promise<CodeSetsOutcome> {
    if (busy) return { ok: false, message: 'Code sets are being updated already.' };
    busy = true;
    try {
      return await update(
        standingsNow().filter(({ offer }) => releases.includes(offer.release.id)),
        accepted,
        { signal: signalOf(token), ...(proxy && { proxy }) },
      );
    } finally {
      busy = false;
    }
  }

  async function update(chosen: readonly Standing[], accepted: readonly string[], way: Way): Promise<CodeSetsOutcome> {
    const results: Updated[] = [];
    let page: string | undefined;
    for (const [i, { offer }] of chosen.entries()) {
      const { release, licence } = offer;
      if (licence && accepted.includes(licence.id)) recordAcceptance(folder, licence, clockDay());
      if (licence && !acceptedOn(folder, licence)) {
        results.push(unaccepted(offer));
        continue;
      }
      const result = await updateRelease(offer, {
        ...way,
        folder,
        patience: PATIENCE,
        import: (job, stop) => importApart(job, program, stop),
        advice: () => `Find it at ${release.byHand}, and bring it in with “Superbill: Import Code Set File…”.`,
        tell: (_, doing, received, total) => {
          const progress: CodeSetsProgress = {
            message: `${release.title} ${offer.edition}: ${progressWords(doing, received, total)}`,
            percent: (100 * (i + (received && total ? received / total : 0))) / chosen.length,
          };
          say(progress);
        },
      });
      results.push(result);
      if (result.state === 'failed') page ??= release.byHand;
      if (result.state === 'cancelled') break;
    }
    return { ...together(results), ...(page && { page }) };
  }

  // A line a hundredth is enough for any bar.
  let last = '';
  function say(progress: CodeSetsProgress): void {
    const key = `${progress.message.replace(/[\d.]+ of /, '')} ${Math.floor(progress.percent)}`;
    if (key === last) return;
    last = key;
    void connection.sendNotification(CODE_SETS_PROGRESS, progress);
  }

  async function importThem({ uris, edition }: ImportCodeSets, token: CancellationToken): Promise<CodeSetsOutcome> {
    const files = uris.flatMap((uri) => fileOf(uri) ?? []).map((file) => ({ file, name: path.basename(file) }));
    if (files.length === 0) return { ok: false, message: 'Only files on this machine can be imported.' };
    const source = files.map(({ name }) => name).join(', ');
    const kept = 'The editions in use are as they were.';
    try {
      const imported = await importApart({ files, source, ...(edition && { edition }) }, program, signalOf(token));
      if (typeof imported !== 'string') return { ok: true, message: `Imported ${imported.map(line).join('; ')}.` };
      return {
        ok: false,
        message: `${source} is not imported: ${imported}. ${kept}`,
        asksEdition: /\bsay (it|which it is)\b/.test(imported),
      };
    } catch (error) {
      return { ok: false, message: `${source} is not imported: ${reason(error)}. ${kept}` };
    }
  }

  return { offers: () => standingsNow().map((standing) => offerOf(standing, folder)), update: updateOnce, import: importThem };
}

function offerOf({ offer, here, imported }: Standing, folder: string): CodeSetOffer {
  const {
    release: { id, title, publisher, megabytes, usual },
    edition,
    licence,
  } = offer;
  return {
    id,
    title,
    publisher,
    edition,
    here: here.length > 0,
    usual: usual ?? false,
    ...(imported[0] && { imported: imported[0].edition }),
    ...(megabytes && { megabytes }),
    ...(licence && {
      licence: {
        id: licence.id,
        title: licence.title,
        text: licence.text,
        link: licence.link,
        accepted: acceptedOn(folder, licence) !== undefined,
      },
    }),
  };
}

/** What did not work leads. */
function together(results: readonly Updated[]): CodeSetsOutcome {
  if (results.length === 0) return { ok: true, news: 'none', message: 'There was nothing to fetch.' };
  if (results.every(({ state }) => state === 'current'))
    return { ok: true, message: results.length === 1 ? results[0].message : 'All these code sets are up to date.' };
  const bad = results.filter(({ state }) => state === 'failed' || state === 'cancelled');
  return {
    ok: bad.length === 0,
    message: [...bad, ...results.filter((one) => !bad.includes(one))].map(({ message }) => message).join(' '),
  };
}

function line({ title, edition, count, effective }: Manifest): string {
  return `${title} ${edition}: ${count.toLocaleString('en-US')} entries, in use from ${effective.from}`;
}

function signalOf(token: CancellationToken): AbortSignal {
  const stop = new AbortController();
  if (token.isCancellationRequested) stop.abort();
  token.onCancellationRequested(() => stop.abort());
  return stop.signal;
}

// What the commands and views of our own client ask: claims and their answers, views of X12 files, codes for a note, code sets.
import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver/node';
import { textEdits } from '../features/code-actions';
import type { CodeSetRequests } from './code-set-requests';
import type { Desk } from './desk';
import { refusal } from './faults';
import { plainUri } from './files';
import { chosenCodes, codeChoices } from './note-choices';
import { patiently } from './patience';
import {
  type ChosenCodes,
  type EncounterAt,
  type ImportCodeSets,
  type NotePart,
  type Outcome,
  REQUESTS,
  type UpdateCodeSets,
  type X12At,
} from './protocol';
import type { Wire } from './wire';
import { explanation, inFile, inView, readable } from './x12-views';

/** `changed` is called after every command; `today` for code sets. */
export function serveDesk(wire: Wire, desk: Desk, changed: () => void, today: () => string): void {
  const {
    connection,
    documents,
    guard: { ask, carryOut },
    onceRead,
    world,
  } = wire;
  const meant = ({ uri, ...more }: EncounterAt): EncounterAt => ({ ...more, uri: plainUri(uri ?? '') });
  const command = <P>(name: string, run: (params: P) => Outcome | Promise<Outcome>) =>
    connection.onRequest(
      name,
      carryOut(
        onceRead(async (params: P) => {
          try {
            return await run(params);
          } finally {
            desk.refresh();
            changed();
          }
        }),
      ),
    );

  /** False where the editor does not change documents, or not this one. */
  async function apply(uri: string, edits: NonNullable<WorkspaceEdit['changes']>[string], label: string): Promise<boolean> {
    if (!wire.editor().edits) return false;
    return (await connection.workspace.applyEdit({ label, edit: { changes: { [uri]: edits } } })).applied;
  }

  command(REQUESTS.generate, (params: EncounterAt) => desk.generate(meant(params)));
  command(REQUESTS.submit, (params: EncounterAt) => desk.submit(meant(params)));
  command(REQUESTS.receive, () => desk.receive());
  command(REQUESTS.resubmit, async (params: EncounterAt) => {
    const at = meant(params);
    const correction = desk.correction(at);
    const document = correction && documents.get(correction.uri);
    if (correction && document) {
      if (!(await apply(correction.uri, textEdits(document, correction.edits), 'Name the corrected claim'))) return UNCHANGED;
      // Some editors tell of the change only after they have answered.
      if (desk.correction(at)) await documents.nextChange();
    }
    const outcome = await desk.resubmit(at);
    const number = /\S+$/.exec(correction?.edits[0]?.text.trim() ?? '')?.[0];
    if (!number || !outcome.ok) return outcome;
    return { ...outcome, message: `${outcome.message} The line “replaces ${number}” says which claim it corrects.` };
  });
  command(REQUESTS.addCodes, async (params: ChosenCodes) => {
    const added = chosenCodes(params, documents, world());
    if (!added.edit) return added.outcome;
    return (await apply(added.uri, added.edit, 'Add diagnoses')) ? added.outcome : UNCHANGED;
  });

  connection.onRequest(REQUESTS.claims, ask(onceRead(async () => (await patiently(desk.claims(), () => false)) ?? [])));
  connection.onRequest(REQUESTS.history, ask(onceRead((params: EncounterAt) => desk.history(meant(params)))));
  connection.onRequest(REQUESTS.newEncounter, ask(onceRead(() => desk.newEncounter())));
  connection.onRequest(REQUESTS.findCodes, ask(onceRead((params: NotePart) => codeChoices(params, documents, world()))));
  connection.onRequest(
    REQUESTS.readable,
    ask((params: X12At) => readable(params, documents)),
  );
  connection.onRequest(
    REQUESTS.inView,
    ask((params: X12At) => inView(params, documents)),
  );
  connection.onRequest(
    REQUESTS.inFile,
    ask((params: X12At) => inFile(params, documents)),
  );
  connection.onRequest(REQUESTS.explainFile, ask(onceRead((params: X12At) => explanation(params, documents, world()))));

  // What fetches and imports is loaded when somebody wants it: few do, once a year.
  let loaded: Promise<CodeSetRequests> | undefined;
  const ofCodeSets = <P>(name: string, run: (requests: CodeSetRequests, params: P, token: CancellationToken) => unknown) =>
    connection.onRequest(
      name,
      ask(async (params: P, token): Promise<unknown> => {
        loaded ??= import('./code-set-requests').then((module) => module.codeSetRequests(connection, __filename, today));
        try {
          return await run(await loaded, params, token);
        } catch (error) {
          const { CatalogueProblem } = await import('./update-records');
          throw error instanceof CatalogueProblem ? refusal(error.message) : error;
        }
      }),
    );
  ofCodeSets(REQUESTS.codeSets, (requests) => requests.offers());
  ofCodeSets(REQUESTS.updateCodeSets, (requests, params: UpdateCodeSets, token) => requests.update(params, token));
  ofCodeSets(REQUESTS.importCodeSets, (requests, params: ImportCodeSets, token) => requests.import(params, token));
}

const UNCHANGED: Outcome = { ok: false, message: 'The encounter could not be changed. Is it open and writable?' };

// The list of codes for a note as the editor shows it, and the change that adds what was chosen.
import type { TextEdit } from 'vscode-languageserver-types';
import { textEdits } from '../features/code-actions';
import type { Group } from '../features/note/place';
import { MOST_DIAGNOSES, addDiagnoses, codesInNote, roomFor } from '../features/note/codes';
import type { World } from '../features/world';
import type { Documents } from './documents';
import type { ChosenCodes, CodeChoice, CodeChoices, NotePart, Outcome } from './protocol';

const GROUP_NAMES: Readonly<Record<Group, string>> = {
  current: 'Diagnoses',
  symptom: 'Symptoms and findings',
  cause: 'Cause from outside',
  listed: 'Known from before',
  personal: 'History and status',
  medicine: 'Medicines',
  family: 'Family history',
};
const LEFT_OUT = 'Left out: choose only if the note was misread';

/** What the selected words, or the sentence at the cursor, speak for. */
export function codeChoices({ uri, range }: NotePart, documents: Documents, world: World): CodeChoices {
  const document = documents.get(uri);
  const found = document?.language === 'superbill' ? codesInNote(document, document.lines.span(range), world) : undefined;
  if (!found) return { choices: [], message: 'Find codes: put the cursor into the note of an encounter first.' };
  const said = (because: string, why: string) => [`because of: ${because}`, why].filter(Boolean).join(' · ');
  const choices = [
    ...found.candidates.map(
      ({ code, title, because, why, group }): CodeChoice => ({ code, title, because: said(because, why), group: GROUP_NAMES[group] }),
    ),
    ...found.leftOut.map(({ code, title, because, why }): CodeChoice => ({ code, title, because: said(because, why), group: LEFT_OUT })),
  ];
  return {
    choices,
    message: choices.length === 0 ? 'No further code was found in these words of the note.' : 'Nothing is added that you do not choose',
  };
}

/** The change that adds chosen codes, and what to say of it. */
export function chosenCodes(
  { uri, range, codes }: ChosenCodes,
  documents: Documents,
  world: World,
): { readonly uri: string; readonly edit?: TextEdit[]; readonly outcome: Outcome } {
  const document = documents.get(uri);
  const found = document?.language === 'superbill' ? codesInNote(document, document.lines.span(range), world) : undefined;
  if (!found || document?.language !== 'superbill')
    return { uri, outcome: { ok: false, message: 'The note is not there any more: nothing was added.' } };
  // Everything ticked at once does not mean what the note denies.
  const everything = found.candidates.length > 0 && codes.length === found.candidates.length + found.leftOut.length;
  const titles = new Map([...(everything ? [] : found.leftOut), ...found.candidates].map(({ code, title }) => [code, title]));
  const chosen = codes.flatMap((code) => (titles.has(code) ? [{ code, title: titles.get(code) ?? '' }] : []));
  const edit = addDiagnoses(document, found.encounter, chosen);
  if (!edit)
    return { uri: document.uri, outcome: { ok: true, news: 'none', message: 'Nothing was added: these diagnoses stand already.' } };
  const room = roomFor(found.encounter);
  const message =
    chosen.length > room
      ? `${room} of ${chosen.length} were added: a claim takes ${MOST_DIAGNOSES} diagnoses.`
      : `Added ${chosen.map(({ code }) => code).join(', ')}.`;
  return {
    uri: document.uri,
    edit: textEdits(document, [edit]),
    outcome: { ok: true, ...(chosen.length <= room && { news: 'none' }), message },
  };
}

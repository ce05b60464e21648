// superbill fix and superbill format: change documents where that cannot change what is billed.
import { writeFileSync } from 'node:fs';
import { applyEdits, safeEdits } from '../features/code-actions';
import { findingsIn } from '../features/diagnostics';
import { formatSuperbill } from '../features/formatting';
import { uriOf } from '../lsp/files';
import { FINDINGS, FINE, type InputFile, type Status, type Terminal, Unusable, openPractice, practiceFolder, readInputs, reason } from './terminal';
import { plural } from './check';

/** A fix may make room for another one, but not for ever. */
const ROUNDS = 10;

export function fix(paths: readonly string[], asOf: string | undefined, terminal: Terminal): Status {
  if (paths.length === 0) throw new Unusable('Say which files or folders: superbill fix PATH…');
  let changed = 0;
  for (const one of documentsOf(paths)) {
    const { project, desk } = openPractice(practiceFolder(one.file), terminal, asOf);
    const uri = uriOf(one.file);
    let text = one.text;
    for (let round = 0; round < ROUNDS; round += 1) {
      const document = project.set(uri, text, 'superbill');
      const edits = safeEdits(findingsIn(document, desk.world()));
      if (edits.length === 0) break;
      text = applyEdits(text, edits);
    }
    if (text === one.text) continue;
    save(one, text);
    changed += 1;
    terminal.print(`${one.name}: fixed`);
  }
  terminal.print(`${plural(changed, 'file')} changed`);
  return FINE;
}

export function format(paths: readonly string[], checkOnly: boolean, terminal: Terminal): Status {
  if (paths.length === 0) throw new Unusable('Say which files or folders: superbill format PATH…');
  let changed = 0;
  for (const one of documentsOf(paths)) {
    const { project } = { project: openPractice(practiceFolder(one.file), terminal).project };
    const document = project.superbill(uriOf(one.file)) ?? project.set(uriOf(one.file), one.text, 'superbill');
    if (document.language !== 'superbill') continue;
    const formatted = formatSuperbill(document.tree);
    if (formatted === one.text) continue;
    changed += 1;
    if (!checkOnly) save(one, formatted);
    terminal.print(`${one.name}: ${checkOnly ? 'is not formatted' : 'formatted'}`);
  }
  terminal.print(`${plural(changed, 'file')} ${checkOnly ? 'to format' : 'changed'}`);
  return checkOnly && changed > 0 ? FINDINGS : FINE;
}

function documentsOf(paths: readonly string[]): InputFile[] {
  return readInputs(paths).filter((one) => one.language === 'superbill');
}

function save(one: InputFile, text: string): void {
  try {
    writeFileSync(one.file, text);
  } catch (error) {
    throw new Unusable(`${one.name} could not be written: ${reason(error)}.`);
  }
}

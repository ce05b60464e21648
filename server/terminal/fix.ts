// superbill fix and superbill format: change documents where that cannot change what is billed.
import { applyEdits, fixAll } from '../features/fix-all';
import { formatSuperbill } from '../features/formatting';
import { LONGEST_DOCUMENT } from '../features/project';
import { counted } from '../features/wording';
import { uriOf } from '../lsp/files';
import { type InputFile, eachInput } from './input-files';
import { Practices } from './practices';
import { FINDINGS, FINE, type Status, type Terminal, UNUSABLE, Unusable } from './terminal';
import { save } from './save';

export function fix(paths: readonly string[], asOf: string | undefined, terminal: Terminal): Status {
  if (paths.length === 0) throw new Unusable('Say which files or folders: superbill fix PATH…');
  const practices = new Practices(terminal, asOf);
  return change(paths, terminal, { done: 'fixed', total: 'changed' }, save, (one) => {
    const { project, desk } = practices.of(one.file, one.given);
    const document = project.set(uriOf(one.file), one.text, 'superbill');
    const text = document.language === 'superbill' ? applyEdits(one.text, fixAll(document, desk.world())) : one.text;
    // Documents behind it are judged by what is there now.
    project.set(document.uri, text, 'superbill');
    return text;
  }).status;
}

export function format(paths: readonly string[], checkOnly: boolean, terminal: Terminal): Status {
  if (paths.length === 0) throw new Unusable('Say which files or folders: superbill format PATH…');
  const practices = new Practices(terminal);
  const words = checkOnly ? { done: 'is not formatted', total: 'to format' } : { done: 'formatted', total: 'changed' };
  const { status, changed } = change(paths, terminal, words, checkOnly ? () => undefined : save, (one) => {
    const document = practices.of(one.file, one.given).project.set(uriOf(one.file), one.text, 'superbill');
    return document.language === 'superbill' ? formatSuperbill(document.tree) : one.text;
  });
  return status === FINE && checkOnly && changed > 0 ? FINDINGS : status;
}

function change(
  paths: readonly string[],
  terminal: Terminal,
  words: { done: string; total: string },
  keep: (name: string, file: string, text: string) => void,
  edit: (one: InputFile) => string,
): { status: Status; changed: number } {
  let changed = 0;
  const unreadable = eachInput(paths, terminal, (one) => {
    if (one.language !== 'superbill' || one.text.length > LONGEST_DOCUMENT) return;
    const text = edit(one);
    if (text === one.text) return;
    keep(one.name, one.file, text);
    changed += 1;
    terminal.print(`${one.name}: ${words.done}`);
  });
  terminal.print(`${counted(changed, 'file')} ${words.total}`);
  return { status: unreadable ? UNUSABLE : FINE, changed };
}

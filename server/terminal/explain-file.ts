// superbill explain FILE: what an X12 file says, for a person.
import { statSync } from 'node:fs';
import { explainFile } from '../features/report/report';
import { reportText } from '../features/report/text';
import { Project } from '../features/project';
import { languageOfNamed, uriOf } from '../lsp/files';
import { sentFiles } from '../lsp/sent-files';
import { Practices } from './practices';
import { FINE, type Status, type Terminal, Unusable, neededText, unread } from './terminal';

/** Is this a file or a folder, and not a code or a term? */
export function kindOfPath(query: string): 'file' | 'folder' | undefined {
  try {
    const there = statSync(query, { throwIfNoEntry: false });
    return there?.isFile() ? 'file' : there?.isDirectory() ? 'folder' : undefined;
  } catch (error) {
    // `s/p` beside a file `s` is no way to a file, nor is a word too long for one.
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw new Unusable(unread(query, error));
    return undefined;
  }
}

export function explainFileHere(file: string, options: { asOf?: string; format: 'text' | 'json' }, terminal: Terminal): Status {
  const text = neededText(file);
  const language = languageOfNamed(file, text);
  if (language === 'superbill') {
    throw new Unusable(`${file} is a document that people write; superbill check ${file} tells what is wrong in it.`);
  }
  if (language !== 'x12') throw new Unusable(`${file} is not an X12 file: it does not begin with ISA, GS or ST.`);
  const { desk } = new Practices(terminal, options.asOf).near(file);
  const document = new Project().set(uriOf(file), text, 'x12');
  if (document.language !== 'x12') return FINE;
  const sent = sentFiles(
    () => desk.book()?.all() ?? [],
    (message) => terminal.say(message),
  );
  const report = explainFile(document.x12, { ...desk.world(), sent });
  terminal.print(options.format === 'json' ? JSON.stringify({ report }, null, 2) : reportText(report, screenWidth()));
  return FINE;
}

const WIDEST = 160,
  USUAL = 110;

/** As wide as the window; where there is none, as wide as a page. */
function screenWidth(): number {
  return Math.min(WIDEST, process.stdout.columns || USUAL);
}

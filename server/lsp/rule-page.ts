// Where a rule is explained: the page that is installed beside the program, at the line of the rule's heading.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { uriOf } from './files';

/** Looks for the page from the folder of the program upwards. Undefined for rules that it does not have, or where there is no page. */
export function rulePages(folder: string): (rule: string) => string | undefined {
  let lines: ReadonlyMap<string, number> | undefined;
  const file = path.join(folder, '..', 'server', 'rules', 'README.md');
  return (rule) => {
    lines ??= headings(file);
    const line = lines.get(rule);
    return line === undefined ? undefined : `${uriOf(file)}#L${line}`;
  };
}

/** The 1-based line of each heading. */
function headings(file: string): Map<string, number> {
  const found = new Map<string, number>();
  if (!existsSync(file)) return found;
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, i) => {
      const heading = /^### (\S+)$/.exec(line.trimEnd())?.[1];
      if (heading) found.set(heading, i + 1);
    });
  return found;
}

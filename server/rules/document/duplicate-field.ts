// A line that may stand once stands once.
import type { Entry } from '../../syntax/superbill/nodes';
import { slice } from '../../syntax/tree';
import { rule, withoutLine } from '../rule';

export default rule({
  on: 'document',
  severity: 'error',
  since: '0.1.0',
  title: 'A line that may stand once stands once',
  why: 'Only the first of two goes on the claim, and the reader cannot tell which one was meant.',
  cites: ['Superbill, the language'],
  bad: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348\n  npi 1003000126'],
  good: ['provider CURIE2\n  name Curie, Marie A\n  npi 1992012348'],
  check({ source, tree }, { report }) {
    const look = (entries: readonly Entry[]): void => {
      const seen = new Map<unknown, Entry>();
      for (const entry of entries) {
        look(entry.entries);
        const { spec, keyword } = entry;
        // Sections with lines of their own are read together, and a note may be continued.
        if (!spec || !keyword || spec.many || spec.item || spec.free) continue;
        const first = seen.get(spec);
        if (!first) {
          seen.set(spec, entry);
          continue;
        }
        const written = (one: Entry) => slice(source.text, one.line.content).replace(/\s+/g, ' ');
        const fixes =
          entry.entries.length > 0
            ? []
            : [
                {
                  title: 'Remove this line',
                  safe: written(first) === written(entry),
                  edits: [withoutLine({ source, span: entry.line.content })],
                },
              ];
        report({ source, span: keyword.span }, `“${spec.keyword}” is given twice: the first one counts`, { fixes });
      }
    };
    for (const block of tree.blocks) look(block.entries);
  },
});

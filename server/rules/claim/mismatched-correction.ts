// A claim either replaces another or takes it back.
import { rule, withoutLine } from '../rule';

export default rule({
  on: 'claim',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A claim either replaces another or takes it back',
  why: 'A replacement has frequency 7, a void frequency 8: a claim has one of them.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 CLM05-3 and REF*F8', 'CMS Medicare Claims Processing Manual, chapter 26, item 22'],
  paper: '22',
  transaction: '2300 CLM05-3',
  bad: ['replaces 2026110200017\nvoids 2026110200017'],
  good: ['replaces 2026110200017', 'voids 2026110200017'],
  check({ encounter }, { report }) {
    if (!encounter?.replaces || !encounter.voids) return;
    const remove = (line: typeof encounter.replaces, word: string) => ({
      title: `Remove ${word}`,
      safe: false,
      edits: [withoutLine(line)],
    });
    report([encounter.voids, encounter.replaces], 'A claim either replaces another or voids it, not both', {
      fixes: [remove(encounter.voids, 'voids'), remove(encounter.replaces, 'replaces')],
    });
  },
});

// Nothing stands behind what a line can hold.
import { rule } from '../rule';

export default rule({
  on: 'document',
  severity: 'error',
  since: '0.1.0',
  title: 'Nothing stands behind what a line can hold',
  why: 'Words that are not understood are not on the claim. A remark begins with two spaces and a #.',
  cites: ['Superbill, the language'],
  bad: ['place 11 office'],
  good: ['place 11', 'place 11  # office'],
  check({ source, tree }, { report }) {
    for (const problem of tree.problems) {
      if (problem.kind !== 'misplaced-text') continue;
      const { start } = problem.span;
      const blank = source.text[start - 2] === ' ' || source.text[start - 1] === '\t' ? '' : ' ';
      const fix = { title: 'Make it a comment', safe: false, edits: [{ span: { start, end: start }, text: `${blank}# ` }] };
      report({ source, span: problem.span }, problem.message, { fixes: problem.fix ? [problem.fix] : [fix] });
    }
  },
});

// Nothing stands behind what a line can hold.
import { reportProblems } from '../problems';
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
  check: (document, context) =>
    reportProblems('misplaced-text', document, context, ({ span: { start } }) => {
      const { text } = document.source;
      const blank = text[start - 2] === ' ' || text[start - 1] === '\t' ? '' : ' ';
      return { title: 'Make it a comment', safe: false, edits: [{ span: { start, end: start }, text: `${blank}# ` }] };
    }),
});

// Every line must begin with a word that is understood there.
import { rule } from '../rule';

export default rule({
  on: 'document',
  severity: 'error',
  since: '0.1.0',
  title: 'Every line begins with a word that is understood there',
  why: 'A line that is not understood is not on the claim.',
  cites: ['Superbill, the language (README of examples)'],
  bad: ['provider CURIE2\n  nmae Curie, Marie'],
  good: ['provider CURIE2\n  name Curie, Marie'],
  check({ source, tree }, { report }) {
    for (const problem of tree.problems) {
      if (problem.kind !== 'unknown-keyword') continue;
      report({ source, span: problem.span }, problem.message, { fixes: problem.fix ? [problem.fix] : [] });
    }
  },
});

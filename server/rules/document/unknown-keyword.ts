// Every line must begin with a word that is understood there.
import { reportProblems } from '../problems';
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
  check: (document, context) => reportProblems('unknown-keyword', document, context),
});

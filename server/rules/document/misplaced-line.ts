// Every line stands below the line that it belongs to.
import { reportProblems } from '../problems';
import { rule } from '../rule';

export default rule({
  on: 'document',
  severity: 'warning',
  since: '0.1.0',
  title: 'Every line stands below the line that it belongs to',
  why: 'The line is understood, but the next person may read it as part of something else.',
  cites: ['Superbill, the language'],
  bad: ['provider CURIE2\n  npi 1992012348\nname Curie, Marie A'],
  good: ['provider CURIE2\n  npi 1992012348\n  name Curie, Marie A'],
  check: (document, context) => reportProblems('misplaced-line', document, context),
});

// Every keyword is followed by its value.
import { reportProblems } from '../problems';
import { rule } from '../rule';

export default rule({
  on: 'document',
  severity: 'error',
  since: '0.1.0',
  title: 'Every keyword is followed by its value',
  why: 'A line without its value says nothing to the payer.',
  cites: ['Superbill, the language'],
  bad: ['referring'],
  good: ['referring HOUSE'],
  check: (document, context) => reportProblems('missing-value', document, context),
});

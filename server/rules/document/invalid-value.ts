// Dates, amounts and choices are written so that they can be read.
import { addDays } from '../../model/dates';
import { reportProblems } from '../problems';
import { rule } from '../rule';

export default rule({
  on: 'document',
  severity: 'error',
  since: '0.1.0',
  title: 'Dates, amounts and choices are written so that they can be read',
  why: 'A value that cannot be read is not on the claim.',
  cites: ['Superbill, the language'],
  bad: ['date 2026-13-02', 'payments\n  2026-11-02 tip 5.00'],
  good: ['date 2026-11-02', 'date 11/02/2026'],
  check: (document, context) =>
    reportProblems('invalid-value', document, context, ({ span }) => {
      const written = document.source.text.slice(span.start, span.end).toLowerCase();
      const day = written === 'today' ? context.today : written === 'yesterday' ? addDays(context.today, -1) : undefined;
      return day === undefined ? undefined : { title: `Change to ${day}`, safe: false, edits: [{ span, text: day }] };
    }),
});

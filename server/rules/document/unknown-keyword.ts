// Every line must begin with a word that is understood there.
import { nextEncounterId } from '../../model/encounter-ids';
import { fileName } from '../../model/value';
import { endOfLine, lineEndAt } from '../../syntax/tree';
import { reportProblems } from '../problems';
import { type Fix, rule, type Subjects } from '../rule';

export default rule({
  on: 'document',
  severity: 'error',
  since: '0.1.0',
  title: 'Every line begins with a word that is understood there',
  why: 'A line that is not understood is not on the claim.',
  cites: ['Superbill, the language (README of examples)'],
  bad: ['provider CURIE2\n  nmae Curie, Marie'],
  good: ['provider CURIE2\n  name Curie, Marie'],
  check(document, context) {
    const ids = context.workspace.list('encounter').map((one) => one.id.value);
    reportProblems('unknown-keyword', document, context, ({ lacks, span }) =>
      lacks === 'encounter' ? beginEncounter(document, span.start, ids) : undefined,
    );
  },
});

/**
 * Writes the first line of an encounter above a line: by the name of its file if that may be one, else by the next number. It is added to
 * the ids that are taken.
 */
function beginEncounter({ source }: Subjects['document'], offset: number, ids: string[]): Fix {
  const { text } = source,
    named = fileName(source).replace(/\.[^.]*$/, '');
  const id = /^[A-Za-z0-9_-]*\d$/.test(named) && !ids.includes(named) ? named : nextEncounterId(ids);
  ids.push(id);
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const edits = [{ span: { start, end: start }, text: `encounter ${id}${lineEndAt(text, endOfLine(text, offset))}` }];
  return { title: `Write “encounter ${id}” above it`, safe: true, edits };
}

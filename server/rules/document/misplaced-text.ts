// Nothing stands behind what a line can hold.
import { diagnosisKey, diagnosisLetter, looksLikeDiagnosis } from '../../model/diagnosis-codes';
import { slice, type Span, touches } from '../../syntax/tree';
import { reportProblems } from '../problems';
import { type Fix, rule, type Subjects } from '../rule';

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
    reportProblems('misplaced-text', document, context, ({ span }) => letterOf(document, span) ?? comment(document, span)),
});

/** Where a service names one of its encounter's diagnoses by code, the letter of that. */
function letterOf({ source, definitions }: Subjects['document'], span: Span): Fix | undefined {
  const written = slice(source.text, span);
  if (!looksLikeDiagnosis(written)) return undefined;
  const { diagnoses = [] } = definitions.encounters.find((one) => touches(one.span, span.start)) ?? {};
  const meant = diagnoses.find(({ code }) => code && diagnosisKey(code.value) === diagnosisKey(written));
  const letter = meant && diagnosisLetter(meant);
  return letter ? { title: `Write ${letter}, the letter of ${written}`, safe: true, edits: [{ span, text: letter }] } : undefined;
}

function comment({ source: { text } }: Subjects['document'], { start }: Span): Fix {
  const blank = text[start - 2] === ' ' || text[start - 1] === '\t' ? '' : ' ';
  return { title: 'Make it a comment', safe: false, edits: [{ span: { start, end: start }, text: `${blank}# ` }] };
}

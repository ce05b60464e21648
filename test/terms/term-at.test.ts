// The longest known term at a place of a note, whatever its form.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe as plain, describeInMarkdown } from '../../server/terms/explanation';
import { explainTerm } from '../../server/terms/explain-term';
import { suggestTerm } from '../../server/terms/suggest-term';
import { analyseWord } from '../../server/terms/analyse-word';
import { termAt } from '../../server/terms/term-at';

/** Checks the term at `<|>`: `written → listed: meaning`, or nothing. */
function checkTerm(marked: string, expected: string | undefined): void {
  const offset = marked.indexOf('<|>');
  assert.ok(offset >= 0, 'no cursor in the text');
  const text = marked.replace('<|>', '');
  const found = termAt(text, offset);
  const seen = found && `${text.slice(found.span.start, found.span.end)} → ${found.explanation.term}`;
  assert.equal(seen, expected);
}

suite('terms: term at a place', () => {
  test('a word', () => checkTerm('Crep<|>itus, no effusion.', 'Crepitus → crepitus'));
  test('nothing on everyday words', () => checkTerm('worse on st<|>airs', undefined));
  test('the longest of several terms', () =>
    checkTerm('acute myocardial in<|>farction', 'acute myocardial infarction → myocardial infarction'));
  test('over a line end', () => checkTerm('had a heart\n    at<|>tack last year', 'heart\n    attack → myocardial infarction'));
  test('not over a full stop', () => checkTerm('pain in he<|>art. Attack of', 'heart → heart'));
  test('plural', () => checkTerm('two vertebral fract<|>ures', 'fractures → fracture'));
  test('plural of a phrase', () => checkTerm('prior heart att<|>acks', 'heart attacks → myocardial infarction'));
  test('-ed', () => checkTerm('was intub<|>ated', 'intubated → intubation'));
  test('-ing', () => checkTerm('before cathe<|>terizing', 'catheterizing → catheterization'));
  test('British spelling', () => checkTerm('ankle oed<|>ema', 'oedema → edema'));
  test('possessive', () => checkTerm("the kidney<|>'s function", "kidney's → kidney"));
  test('possessive of a name in s', () => checkTerm("Col<|>les' fracture of left radius", "Colles' fracture → Colles' fracture"));
  test('hyphen', () => checkTerm('X-<|>ray of chest', 'X-ray → x-ray'));
  test('slash', () => checkTerm('h<|>/o stroke', 'h/o → h/o'));
  test('slash at its end', () => checkTerm('h/o<|> stroke', 'h/o → h/o'));
  test('with dots', () => checkTerm('one tab q.<|>d. for', 'q.d. → QD'));
  test('ampersand', () => checkTerm('I&<|>D done', 'I&D → I&D'));
  test('plural of an abbreviation', () => checkTerm('serial EC<|>Gs', 'ECGs → ECG'));
  test('a dose with a zero behind its point', () => {
    checkTerm('give 5.<|>0 mg daily', '5.0 mg → 5.0 mg');
    checkTerm('give <|>.25 mg daily', '.25 mg → .25 mg');
    checkTerm('potassium 5.<|>0 mEq/L', undefined);
  });
  test('behind a number', () => checkTerm('10U<|> at night', 'U → U'));
  test('capitals of an operating room', () => checkTerm('taken to the O<|>R', 'OR → OR'));
  test('the word or', () => checkTerm('knee o<|>r hip', undefined));
  test('the word as in shouted text', () => checkTerm('KNEE PAIN A<|>S WELL', undefined));
  test('word parts', () => checkTerm('a lymphocyt<|>openia was', 'lymphocytopenia → lymphocytopenia'));

  test('a note with joints makes RA rheumatoid arthritis', () => {
    assert.equal(meaningAt('Swollen joints of both hands. R<|>A on methotrexate.'), 'rheumatoid arthritis');
  });
  test('a saturation makes RA room air', () => assert.equal(meaningAt('Vitals: T 98.6, SpO2 97% on R<|>A.'), 'room air'));
  test('the nearest words decide', () => {
    assert.equal(meaningAt('Joint swelling, RA. Today SpO2 97% on R<|>A.'), 'room air');
    assert.equal(meaningAt('SpO2 97% on RA. Joint swelling and stiffness of R<|>A are worse.'), 'rheumatoid arthritis');
  });

  test('never throws, and spans lie within the text', () => {
    const fragments = ['h/o', 'RA', 'knee ', 'heart ', 'attacks', '-', '\n', 'q.d.', "'s", '10U', '&', 'İ'];
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...fragments));
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        fc.integer({ min: -2, max: 60 }),
        (text, offset) => {
          const found = termAt(text, offset);
          if (found) {
            assert.ok(found.span.start <= offset && offset <= found.span.end);
            assert.ok(found.span.start >= 0 && found.span.end <= text.length && found.span.start < found.span.end);
            assert.ok(plain(found.explanation) && describeInMarkdown(found.explanation));
          }
          const parts = analyseWord(text);
          if (parts) assert.equal(parts.map((part) => part.text).join(''), text.toLowerCase());
          explainTerm(text, text);
          suggestTerm(text);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('odd offsets find nothing', () => {
    for (const offset of [-1, 5, 1.5, NaN, Infinity]) assert.equal(termAt('knee', offset), undefined);
  });
});

function meaningAt(marked: string): string | undefined {
  return termAt(marked.replace('<|>', ''), marked.indexOf('<|>'))?.explanation.meaning;
}

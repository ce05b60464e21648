// What may stand several times in a segment stands without a gap.
import type { Value } from '../../model/value';
import { rule } from '../rule';

export default rule({
  on: 'claim',
  only: 'x12',
  alike: ['head', 'diagnoses', 'lines'],
  severity: 'error',
  since: '0.3.0',
  title: 'Diagnoses, modifiers and pointers follow one another without a gap',
  why: 'The guides allow a further one only where those before it are used: receivers refuse the gap, or count the rest wrongly.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2300 HI, loop 2400 SV101-3 to SV101-6 and SV107'],
  transaction: '2300 HI',
  bad: ['HI*ABK:M1711**ABF:E1165', 'SV1*HC:99213::25*145*UN*1***1:2', 'SV1*HC:99213:25*145*UN*1***1::2'],
  good: ['HI*ABK:M1711*ABF:E1165', 'SV1*HC:99213:25*145*UN*1***1:2'],
  check({ sent, services }, { report }) {
    if (!sent) return;
    const { text } = sent.document;
    const { element, component } = sent.document.segments.separators(sent.first);
    sent.codes.forEach(({ qualifier }, i) => {
      const before = sent.codes[i - 1]?.parts.at(-1);
      if (before && isGap(before, qualifier, element)) report(qualifier, 'Between this code and the one before it a place is empty');
    });
    for (const { code, modifiers, pointers } of services) {
      judge(code ? [code, ...modifiers] : modifiers, 'modifier', '2400 SV101-3');
      judge(pointers, 'pointer', '2400 SV107');
    }

    function judge(values: readonly Value<string>[], what: string, transaction: string): void {
      values.forEach((value, i) => {
        const before = values[i - 1];
        if (before && isGap(before, value, component)) report(value, `Before this ${what} a place is empty`, { transaction });
      });
    }

    /** Nothing but several separators between the two. */
    function isGap(before: Value<string>, after: Value<string>, separator: string): boolean {
      const between = after.span.start - before.span.end;
      return between > 1 && text.slice(before.span.end, after.span.start) === separator.repeat(between);
    }
  },
});

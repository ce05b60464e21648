// A line has four modifiers at most.
import type { Value } from '../../model/value';
import { rule } from '../rule';

export default rule({
  on: 'service',
  alike: 'line',
  severity: 'error',
  since: '0.1.0',
  title: 'A line has four modifiers at most',
  why: 'There is no room for a fifth: it would be lost. Modifier 99 says that there are more.',
  cites: ['ASC X12N 837P 005010X222A1, loop 2400 SV101-3 to SV101-6'],
  paper: '24D',
  transaction: '2400 SV101-6',
  bad: ['services\n  20610-59-RT-22-51-GA  AB  110.00'],
  good: ['services\n  20610-59-RT-22-51  AB  110.00'],
  check({ claim, service: { modifiers } }, { report, codes, today }) {
    if (modifiers.length < 4) return;
    const fifth = claim.origin === 'x12' ? inDescription(modifiers[3]) : modifiers[4];
    if (fifth && (claim.origin === 'encounter' || codes.find('modifiers', fifth.value, today).status !== 'unknown'))
      report(fifth, `A line has four modifiers at most: ${fifth.value} is number 5`);
  },
});

/** In a file a fifth one stands where the description of the service does. */
function inDescription({ source, span }: Value<string>): Value<string> | undefined {
  const { text } = source;
  const start = span.end + 1,
    end = start + 2;
  const value = text.slice(start, end);
  const stands = text[span.end] === text[span.start - 1] && /^[A-Z0-9]{2}$/.test(value) && !/[A-Za-z0-9 ]/.test(text[end] ?? '');
  return stands ? { value, source, span: { start, end } } : undefined;
}

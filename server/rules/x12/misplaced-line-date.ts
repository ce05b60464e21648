// A line of a hospital claim lies within its statement.
import { rule } from '../rule';

export default rule({
  on: 'claim',
  forms: ['institutional'],
  only: 'x12',
  alike: ['head', 'lines'],
  severity: 'error',
  since: '0.2.0',
  title: 'The day of a line lies within the statement',
  why: 'A payer refuses lines outside of the days that the claim covers.',
  cites: ['ASC X12N 837I 005010X223A2, loops 2300 DTP*434 and 2400 DTP*472'],
  transaction: '2400 DTP03',
  bad: [
    `837I
DTP*472*D8*20260818`,
  ],
  good: [
    `837I
DTP*472*D8*20260815`,
  ],
  check({ sent }, { report }) {
    if (!sent?.statement) return;
    const { from, to } = sent.statement.value;
    // A statement that ends before it begins is told by another rule.
    if (to < from) return;
    for (const { service } of sent.lines) {
      const { date } = service;
      if (date && (date.value.from < from || date.value.to > to)) report(date, `The line is not within the statement, ${from} to ${to}`);
    }
  },
});

// A coverage ends after it begins.
import { rule } from '../rule';

export default rule({
  on: 'coverage',
  only: 'encounter',
  severity: 'error',
  since: '0.1.0',
  title: 'A coverage ends after it begins',
  why: 'With its dates the wrong way round the coverage is in force on no day.',
  cites: ['Superbill, the language'],
  bad: [
    `
coverage C1
  payer AETNA
  member W1
  effective 2026-01-01
  ends 2025-12-31
`,
  ],
  good: [
    `
coverage C1
  payer AETNA
  member W1
  effective 2025-01-01
  ends 2025-12-31
`,
  ],
  check({ coverage: { effective, ends } }, { report }) {
    if (effective && ends && ends.value < effective.value)
      report(ends, `The coverage ends on ${ends.value}, before it begins on ${effective.value}: correct one of the two`);
  },
});

// A coverage ends after it begins.
import { rule } from '../rule';

export default rule({
  on: 'coverage',
  severity: 'error',
  since: '0.1.0',
  title: 'A coverage ends after it begins',
  why: 'With its dates the wrong way round the coverage is in force on no day.',
  cites: ['Superbill, the language'],
  bad: ['patient POE\n  name Poe, Ann\n  born 1990-01-01\n  sex F\n  address 1 Elm St, Springfield IL 62704\n  coverage C1\n    payer AETNA\n    member W1\n    effective 2026-01-01\n    ends 2025-12-31'],
  good: ['patient POE\n  name Poe, Ann\n  born 1990-01-01\n  sex F\n  address 1 Elm St, Springfield IL 62704\n  coverage C1\n    payer AETNA\n    member W1\n    effective 2025-01-01\n    ends 2025-12-31'],
  check({ coverage: { effective, ends } }, { report }) {
    if (effective && ends && ends.value < effective.value) report(ends, `${ends.value} is before the first day, ${effective.value}`);
  },
});

// claim/invalid-prior-date.
import { checkLines } from '../../kit/check';

suite('claim/invalid-prior-date', () => {
  test('finds it', () =>
    checkLines(`
accident other 2026-11-03
               ^^^^^^^^^^ error claim/invalid-prior-date: The accident, 2026-11-03, is after the service on 2026-11-02
`));

  test('finds it (2)', () =>
    checkLines(`
onset 2026-11-03
      ^^^^^^^^^^ error claim/invalid-prior-date: The onset, 2026-11-03, is after the service on 2026-11-02
`));

  test('finds it (3)', () =>
    checkLines(`
last-seen 2026-11-03
          ^^^^^^^^^^ error claim/invalid-prior-date: The last visit, 2026-11-03, is after the service on 2026-11-02
`));

  test('finds it (4)', () =>
    checkLines(`
lmp 2026-11-03
    ^^^^^^^^^^ error claim/invalid-prior-date: The last period, 2026-11-03, is after the service on 2026-11-02
`));

  test('accepts what is right', () =>
    checkLines(`
accident other 2026-11-02
`));

  test('accepts what is right (2)', () =>
    checkLines(`
onset 2026-10-20
`));
});

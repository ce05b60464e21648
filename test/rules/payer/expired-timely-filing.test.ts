// payer/expired-timely-filing.
import { checkLines } from '../../kit/check';

suite('payer/expired-timely-filing', () => {
  test('finds it', () =>
    checkLines(`
date 2026-07-01
     ^^^^^^^^^^ error payer/expired-timely-filing: Too late: Aetna took this claim until 2026-10-29
`));

  test('finds it (2)', () =>
    checkLines(`
date 2026-08-01
     ^^^^^^^^^^ warning payer/expired-timely-filing: 8 days left: Aetna takes this claim until 2026-11-29
`));

  test('accepts what is right', () =>
    checkLines(`
date 2026-11-02
`));

  test('accepts what is right (2)', () =>
    checkLines(`
date 2026-07-01
replaces 2026070100017
`));

  test('a reason of delay makes it a warning', () =>
    checkLines(`
date 2026-07-01
     ^^^^^^^^^^ warning payer/expired-timely-filing: Too late: Aetna took this claim until 2026-10-29
delay-reason 1
`));

  test('the last day is in time', () =>
    checkLines(`
date 2026-07-24
     ^^^^^^^^^^ warning payer/expired-timely-filing: Last day: Aetna takes this claim until 2026-11-21
`));
});

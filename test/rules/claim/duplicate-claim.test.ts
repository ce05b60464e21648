// claim/duplicate-claim.
import { checkLines } from '../../kit/check';

suite('claim/duplicate-claim', () => {
  test('finds it', () => checkLines(`
date 2026-10-05  # on that day encounter E0 has 99214, too
services
  99214  AB  210.00
  ^^^^^ error claim/duplicate-claim: 99214 on 2026-10-05 is also billed by encounter E0 in october.encounter
`));

  test('accepts what is right', () => checkLines(`
date 2026-10-06
services
  99214  AB  210.00
`));

  test('accepts what is right (2)', () => checkLines(`
date 2026-10-05
services
  99213  AB  145.00
`));

  test('accepts what is right (3)', () => checkLines(`
date 2026-10-05
replaces 2026100500017
services
  99214  AB  210.00
`));
});

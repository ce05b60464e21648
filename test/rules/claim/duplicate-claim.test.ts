// claim/duplicate-claim.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('claim/duplicate-claim', () => {
  test('finds it', () =>
    checkLines(`
date 2026-10-05  # on that day encounter E0 has 99214, too
services
  99214  AB  210.00
  ^^^^^ error claim/duplicate-claim: 99214 on 2026-10-05 is also billed by encounter E0 in october.encounter: take it off one of the two, or say what is corrected (replaces)
`));

  test('accepts what is right', () =>
    checkLines(`
date 2026-10-06
services
  99214  AB  210.00
`));

  test('accepts what is right (2)', () =>
    checkLines(`
date 2026-10-05
services
  99213  AB  145.00
`));

  test('accepts what is right (3)', () =>
    checkLines(`
date 2026-10-05
replaces 2026100500017
services
  99214  AB  210.00
`));

  test('two encounters of one file', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    99213  A
    ^^^^^ error claim/duplicate-claim: 99213 on 2026-11-02 is also billed by encounter E2: take it off one of the two, or say what is corrected (replaces)

encounter E2
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    99213  A
    ^^^^^ error claim/duplicate-claim: 99213 on 2026-11-02 is also billed by encounter E1: take it off one of the two, or say what is corrected (replaces)
`));

  test('a new claim after the first was taken back', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    99213  A

encounter E1-VOID
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  voids      2026110200017
  diagnoses
    A  M17.11
  services
    99213  A

encounter E2
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11
  services
    99213  A
`));

  test('another clinician, or a repeat', () =>
    checkLines(`
date 2026-10-05
services
  99214-76  AB  210.00
`));
});

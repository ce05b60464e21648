// claim/missing-rendering.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('claim/missing-rendering', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
          ^^ warning claim/missing-rendering: Nobody is named who gave the services: add rendering and a provider
  patient    DOE-JANE
  date       2026-11-02
  place      11
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`));

  test('accepts what is right', () =>
    checkLines(`
rendering CURIE
`));

  test('accepts what is right (2)', () =>
    checkLines(`
no rendering
services
  99213  AB  145.00  rendering CURIE
`));

  test('accepts what is right (3)', () =>
    checkLines(`
no rendering
services
  36415  AB
  80053  AB
`));

  test('a practice of one person needs none', () =>
    checkDiagnostics(`
practice WEST
  name West, Ann
  npi 1234567893
  tax-id ein 36-1234567
  taxonomy 207Q00000X
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100

encounter E1
  practice   WEST
  patient    DOE-JANE
  date       2026-11-02
  place      11
  diagnoses
    A  M17.11
  services
    99213  A
`));
});

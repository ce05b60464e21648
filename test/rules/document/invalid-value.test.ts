// document/invalid-value.
import { checkDiagnostics, checkLines, checkLinesFix } from '../../kit/check';

suite('document/invalid-value', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
  patient    DOE-JANE
  date 2026-13-02
       ^^^^^^^^^^ error document/invalid-value: “2026-13-02” is not a date. A date is written 2026-11-02
  place      11
  rendering  CURIE
  diagnoses
    A  M17.11  Unilateral primary osteoarthritis, right knee
    B  E11.65  Type 2 diabetes mellitus with hyperglycemia
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`));

  test('fix: today', () =>
    checkLinesFix(
      `
date <|>today
`,
      `
date 2026-11-21
`,
      'Change to 2026-11-21',
    ));

  test('finds it (2)', () =>
    checkLines(`
payments
  2026-11-02 tip 5.00
             ^^^ error document/invalid-value: “tip” is not a kind of payment: copay, coinsurance, deductible, patient, refund, adjustment or write-off
`));

  test('accepts what is right', () =>
    checkLines(`
date 2026-11-02
`));

  test('accepts what is right (2)', () =>
    checkLines(`
date 11/02/2026
`));
});

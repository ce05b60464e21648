// diagnosis/missing-diagnosis.
import { checkDiagnostics, checkLines } from '../../kit/check';

suite('diagnosis/missing-diagnosis', () => {
  test('finds it', () =>
    checkDiagnostics(`
encounter E1
          ^^ error diagnosis/missing-diagnosis: There is no diagnosis: a claim says why the services were needed
  patient    DOE-JANE
  date       2026-11-02
  place      11
  rendering  CURIE
  services
    99213-25  AB  145.00
    20610-RT  A   110.00
`));

  test('finds it (2)', () =>
    checkLines(`
diagnoses
^^^^^^^^^ error diagnosis/missing-diagnosis: There is no diagnosis: a claim says why the services were needed
`));

  test('accepts what is right', () =>
    checkLines(`
diagnoses
  A  M17.11
  B  E11.65
`));
});

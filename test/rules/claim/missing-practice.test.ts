// claim/missing-practice.
import { checkDiagnostics, checkFix, checkLines } from '../../kit/check';

suite('claim/missing-practice', () => {
  test('finds it', () =>
    checkDiagnostics(`
practice WEST
  name West Clinic
  npi 1234567893
  taxonomy 207Q00000X
  tax-id ein 36-1234567
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100

encounter E1
          ^^ error fix claim/missing-practice: There are several practices: say which one bills, practice and its name
  patient DOE-JANE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    99213  A
`));

  test('fix: Add practice RIVERSIDE', () =>
    checkFix(
      `practice WEST
  name West Clinic
  npi 1234567893
  taxonomy 207Q00000X
  tax-id ein 36-1234567
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100

encounter <|>E1
  patient DOE-JANE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    99213  A`,
      `practice WEST
  name West Clinic
  npi 1234567893
  taxonomy 207Q00000X
  tax-id ein 36-1234567
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100

encounter E1
  practice  RIVERSIDE
  patient DOE-JANE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    99213  A`,
      'Add practice RIVERSIDE',
    ));

  test('fix: Add practice WEST', () =>
    checkFix(
      `practice WEST
  name West Clinic
  npi 1234567893
  taxonomy 207Q00000X
  tax-id ein 36-1234567
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100

encounter <|>E1
  patient DOE-JANE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    99213  A`,
      `practice WEST
  name West Clinic
  npi 1234567893
  taxonomy 207Q00000X
  tax-id ein 36-1234567
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100

encounter E1
  practice  WEST
  patient DOE-JANE
  date 2026-11-02
  place 11
  rendering CURIE
  diagnoses
    A  M17.11
  services
    99213  A`,
      'Add practice WEST',
    ));

  test('accepts what is right', () =>
    checkLines(`
practice RIVERSIDE
`));

  test('accepts what is right (2)', () =>
    checkLines(`
place 11
`));
});

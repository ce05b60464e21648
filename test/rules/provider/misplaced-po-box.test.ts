// provider/misplaced-po-box.
import { checkDiagnostics } from '../../kit/check';

suite('provider/misplaced-po-box', () => {
  test('finds it', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address PO Box 12, Springfield IL 62701-1234
          ^^^^^^^^^ error provider/misplaced-po-box: A place of service is a street, not a post office box
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  place 21
  address 12 Boxwood Ln, Springfield IL 62701-1234
`));

  test('of a practice, as second line', () =>
    checkDiagnostics(`
practice WEST
  name West Clinic
  npi 1234567893
  tax-id ein 36-1234567
  taxonomy 207Q00000X
  address 1 Main St, P.O. Box 12, Springfield IL 62701-1234
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error provider/misplaced-po-box: A billing address is a street: a post office box belongs in pay-to
  phone 217-555-0100
`));
});

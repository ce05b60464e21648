// provider/missing-tax-id.
import { checkDiagnostics } from '../../kit/check';

suite('provider/missing-tax-id', () => {
  test('finds it', () =>
    checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-tax-id: WEST has no tax number: add tax-id ein, or ssn, and the number
  name West Clinic
  npi 1234567893
  taxonomy 207Q00000X
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
practice WEST
  name West Clinic
  npi 1234567893
  tax-id ein 36-1234567
  taxonomy 207Q00000X
  address 1 Main St, Springfield IL 62701-1234
  phone 217-555-0100
`));
});

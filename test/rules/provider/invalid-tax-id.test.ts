// provider/invalid-tax-id.
import { checkDiagnostics } from '../../kit/check';

suite('provider/invalid-tax-id', () => {
  test('finds it', () =>
    checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number: add phone
         ^^^^ warning provider/missing-taxonomy: WEST has no taxonomy code: add taxonomy, such as 207Q00000X
         ^^^^ error provider/missing-address: WEST has no address: add address street, city ST ZIP
         ^^^^ error provider/missing-npi: WEST has no NPI: add npi and its ten digits
  name West Clinic
  tax-id ein 36-123456
             ^^^^^^^^^ error provider/invalid-tax-id: 36-123456 is not a tax number: a tax number has nine digits
`));

  test('finds it (2)', () =>
    checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number: add phone
         ^^^^ warning provider/missing-taxonomy: WEST has no taxonomy code: add taxonomy, such as 207Q00000X
         ^^^^ error provider/missing-address: WEST has no address: add address street, city ST ZIP
         ^^^^ error provider/missing-npi: WEST has no NPI: add npi and its ten digits
  name West Clinic
  tax-id ssn 000-12-3456
             ^^^^^^^^^^^ error provider/invalid-tax-id: 000-12-3456 is not a tax number: no person has this number
`));

  test('finds it (3)', () =>
    checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number: add phone
         ^^^^ warning provider/missing-taxonomy: WEST has no taxonomy code: add taxonomy, such as 207Q00000X
         ^^^^ error provider/missing-address: WEST has no address: add address street, city ST ZIP
         ^^^^ error provider/missing-npi: WEST has no NPI: add npi and its ten digits
  name West Clinic
  tax-id ein 321-12-3456
             ^^^^^^^^^^^ warning provider/invalid-tax-id: 321-12-3456 is written like a person’s number: ssn, not ein
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number: add phone
         ^^^^ warning provider/missing-taxonomy: WEST has no taxonomy code: add taxonomy, such as 207Q00000X
         ^^^^ error provider/missing-address: WEST has no address: add address street, city ST ZIP
         ^^^^ error provider/missing-npi: WEST has no NPI: add npi and its ten digits
  name West Clinic
  tax-id ein 36-1234567
`));

  test('accepts what is right (2)', () =>
    checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number: add phone
         ^^^^ warning provider/missing-taxonomy: WEST has no taxonomy code: add taxonomy, such as 207Q00000X
         ^^^^ error provider/missing-address: WEST has no address: add address street, city ST ZIP
         ^^^^ error provider/missing-npi: WEST has no NPI: add npi and its ten digits
  name West Clinic
  tax-id ssn 321-12-3456
`));
});

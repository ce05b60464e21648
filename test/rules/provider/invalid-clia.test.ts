// provider/invalid-clia.
import { checkDiagnostics } from '../../kit/check';

suite('provider/invalid-clia', () => {
  test('finds it', () =>
    checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number: add phone
         ^^^^ error provider/missing-tax-id: WEST has no tax number: add tax-id ein, or ssn, and the number
         ^^^^ warning provider/missing-taxonomy: WEST has no taxonomy code: add taxonomy, such as 207Q00000X
         ^^^^ error provider/missing-address: WEST has no address: add address street, city ST ZIP
         ^^^^ error provider/missing-npi: WEST has no NPI: add npi and its ten digits
  name West Clinic
  clia 14-1234567
       ^^^^^^^^^^ error provider/invalid-clia: 14-1234567 is not a CLIA number: it is written like 14D1234567
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number: add phone
         ^^^^ error provider/missing-tax-id: WEST has no tax number: add tax-id ein, or ssn, and the number
         ^^^^ warning provider/missing-taxonomy: WEST has no taxonomy code: add taxonomy, such as 207Q00000X
         ^^^^ error provider/missing-address: WEST has no address: add address street, city ST ZIP
         ^^^^ error provider/missing-npi: WEST has no NPI: add npi and its ten digits
  name West Clinic
  clia 14D1234567
`));
});

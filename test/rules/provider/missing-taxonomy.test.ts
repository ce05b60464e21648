// provider/missing-taxonomy.
import { checkDiagnostics } from '../../kit/check';

suite('provider/missing-taxonomy', () => {
  test('finds it', () =>
    checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number: add phone
         ^^^^ error provider/missing-tax-id: WEST has no tax number: add tax-id ein, or ssn, and the number
         ^^^^ warning provider/missing-taxonomy: WEST has no taxonomy code: add taxonomy, such as 207Q00000X
         ^^^^ error provider/missing-address: WEST has no address: add address street, city ST ZIP
  name West Clinic
  npi 1234567893
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number: add phone
         ^^^^ error provider/missing-tax-id: WEST has no tax number: add tax-id ein, or ssn, and the number
         ^^^^ error provider/missing-address: WEST has no address: add address street, city ST ZIP
  name West Clinic
  npi 1234567893
  taxonomy 207Q00000X
`));

  test('clinicians need none', () =>
    checkDiagnostics(`
provider NEW
  name New, Ann
  npi 1992012348
`));
});

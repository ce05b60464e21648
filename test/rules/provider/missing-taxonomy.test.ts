// provider/missing-taxonomy.
import { checkDiagnostics } from '../../kit/check';

suite('provider/missing-taxonomy', () => {
  test('finds it', () => checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number
         ^^^^ error provider/missing-tax-id: WEST has no tax number
         ^^^^ warning provider/missing-taxonomy: WEST has no taxonomy code
         ^^^^ error provider/missing-address: WEST has no address
  name West Clinic
  npi 1234567893
`));

  test('accepts what is right', () => checkDiagnostics(`
practice WEST
         ^^^^ error provider/missing-phone: WEST has no telephone number
         ^^^^ error provider/missing-tax-id: WEST has no tax number
         ^^^^ error provider/missing-address: WEST has no address
  name West Clinic
  npi 1234567893
  taxonomy 207Q00000X
`));

  test('clinicians need none', () => checkDiagnostics(`
provider NEW
  name New, Ann
  npi 1992012348
`));
});

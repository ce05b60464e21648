// provider/unknown-taxonomy.
import { checkDiagnostics } from '../../kit/check';

suite('provider/unknown-taxonomy', () => {
  test('finds it', () => checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  taxonomy 207Q0000X
           ^^^^^^^^^ error provider/unknown-taxonomy: 207Q0000X is not a taxonomy code: it has ten characters and ends with X
`));

  test('accepts what is right', () => checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  taxonomy 207Q00000X
`));
});

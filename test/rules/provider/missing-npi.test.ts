// provider/missing-npi.
import { checkDiagnostics } from '../../kit/check';

suite('provider/missing-npi', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
         ^^^^^^ error provider/missing-npi: CURIE2 has no NPI: add npi and its ten digits
  name Curie, Marie A
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
`));
});

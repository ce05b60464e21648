// provider/missing-name.
import { checkDiagnostics } from '../../kit/check';

suite('provider/missing-name', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
         ^^^^^^ error provider/missing-name: CURIE2 has no name: add name
  npi 1992012348
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
`));
});

// provider/invalid-npi.
import { checkDiagnostics } from '../../kit/check';

suite('provider/invalid-npi', () => {
  test('finds it', () => checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012347
      ^^^^^^^^^^ error provider/invalid-npi: 1992012347 is not an NPI: the check digit is wrong
`));

  test('finds it (2)', () => checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 199201234
      ^^^^^^^^^ error provider/invalid-npi: 199201234 is not an NPI: an NPI has ten digits
`));

  test('accepts what is right', () => checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
`));
});

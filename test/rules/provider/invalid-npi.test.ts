// provider/invalid-npi.
import { checkDiagnostics } from '../../kit/check';

suite('provider/invalid-npi', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012347
      ^^^^^^^^^^ error provider/invalid-npi: 1992012347 is not an NPI: the check digit is wrong
`));

  test('finds it (2)', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 199201234
      ^^^^^^^^^ error provider/invalid-npi: 199201234 is not an NPI: an NPI has ten digits
`));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
`));

  test('of a facility and a practice', () =>
    checkDiagnostics(`
facility HOSPITAL
  name Springfield Hospital
  npi 3003000134
      ^^^^^^^^^^ error provider/invalid-npi: 3003000134 is not an NPI: an NPI begins with 1 or 2
  place 21
  address 1 Main St, Springfield IL 62701-1234
`));
});

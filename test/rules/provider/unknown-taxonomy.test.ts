// provider/unknown-taxonomy.
import { checkDiagnostics, checkFix } from '../../kit/check';

suite('provider/unknown-taxonomy', () => {
  test('finds it', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  taxonomy 207Q0000X
           ^^^^^^^^^ error provider/unknown-taxonomy: 207Q0000X is not a taxonomy code: it has ten characters and ends with X
`));

  test('a name in the place of its code', () =>
    checkFix(
      `provider CURIE2
  name Curie, Marie A
  npi 1992012348
  taxonomy <|>Internal medicine`,
      `provider CURIE2
  name Curie, Marie A
  npi 1992012348
  taxonomy 207R00000X`,
      'Change to 207R00000X (Internal medicine)',
    ));

  test('accepts what is right', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  taxonomy 207Q00000X
`));

  test('a code that is not built like one', () =>
    checkDiagnostics(`
provider CURIE2
  name Curie, Marie A
  npi 1992012348
  taxonomy 207Q99999X
           ^^^^^^^^^^ error provider/unknown-taxonomy: There is no taxonomy code 207Q99999X: none is built like this
`));
});
